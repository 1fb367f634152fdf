import { defineRouteConfig } from "@medusajs/admin-sdk"
import { Container } from "@medusajs/ui"
import { BalancesTable } from "../../components/balances/balances-table"
import { LedgerOffTip } from "../../components/balances/ledger-off-tip"
import { Totals, TotalsSkeleton } from "../../components/balances/totals"
import { Crumb } from "../../components/common/crumb"
import { LoadError } from "../../components/common/load-error"
import { useClientAccountTotals } from "../../hooks/accounts"

const ClientBalancesPage = () => {
  const { data, isPending, error, refetch } = useClientAccountTotals()
  const totals = data?.totals ?? []
  return (
    <div className="flex flex-col gap-y-3">
      <LedgerOffTip />
      {isPending && <TotalsSkeleton />}
      {error && (
        <Container className="p-0">
          <LoadError error={error} onRetry={() => void refetch()} />
        </Container>
      )}
      {totals.map((each) => (
        <Totals key={each.currency_code} totals={each} />
      ))}
      <BalancesTable totals={totals} />
    </div>
  )
}

export const config = defineRouteConfig({
  label: "nav.balances",
  translationNs: "clientLedger",
  nested: "/customers",
})

export const handle = { breadcrumb: () => <Crumb word="nav.balances" /> }

export default ClientBalancesPage
