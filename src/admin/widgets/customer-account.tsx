import { defineWidgetConfig } from "@medusajs/admin-sdk"
import { Container, Heading, Skeleton } from "@medusajs/ui"
import { AccountSection } from "../components/customer/account-section"
import { NoAccount, type Customer } from "../components/customer/no-account"
import { LoadError } from "../components/common/load-error"
import { useClientAccounts } from "../hooks/accounts"
import { useWords } from "../hooks/use-words"

/** The customer's balance in each currency, with the latest entries. */
const CustomerAccountWidget = ({ data: customer }: { data: Customer }) => {
  const t = useWords()
  const { data, isPending, error, refetch } = useClientAccounts({ customer_id: customer.id })
  return (
    <Container className="divide-y p-0" data-testid="customer-account">
      <div className="px-6 py-4">
        <Heading level="h2">{t("customer.title")}</Heading>
      </div>
      {isPending && <Skeleton className="m-6 h-16" />}
      {error && <LoadError error={error} onRetry={() => void refetch()} />}
      {data?.client_accounts.map((account) => (
        <AccountSection key={account.id} account={account} />
      ))}
      {data?.count === 0 && <NoAccount customer={customer} />}
    </Container>
  )
}

export const config = defineWidgetConfig({
  zone: "customer.details.side.after",
  id: "client-ledger:customer-account",
})

export default CustomerAccountWidget
