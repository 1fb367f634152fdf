import { defineWidgetConfig } from "@medusajs/admin-sdk"
import { Button, Container, Skeleton, Text } from "@medusajs/ui"
import { Fragment } from "react"
import { Link } from "react-router-dom"
import type { AdminClientAccountTotals } from "../../types/http"
import { useClientAccountTotals } from "../hooks/accounts"
import { useFormat } from "../hooks/use-format"
import { useWords } from "../hooks/use-words"
import { BALANCES_PATH } from "../lib/paths"

/** One line above the customers: who owes, who is at zero, whose money the market holds. */
const CustomersSummary = () => {
  const t = useWords()
  const { data, isPending, error } = useClientAccountTotals()
  return (
    // The dashboard puts every widget last; in its column, `order-first` makes "before" mean before.
    <Container className="order-first flex flex-col justify-between gap-3 px-6 py-4 md:flex-row md:items-center">
      <div className="flex min-w-0 flex-col gap-y-1" data-testid="client-balances-summary">
        {isPending && <Skeleton className="h-5 w-80 max-w-full" />}
        {error && <Text size="small">{t("common.loadFailed")}</Text>}
        {data?.totals.length === 0 && (
          <Text size="small" className="text-ui-fg-subtle">
            {t("summary.empty")}
          </Text>
        )}
        {data?.totals.map((totals) => (
          <SummaryLine key={totals.currency_code} totals={totals} />
        ))}
      </div>
      <Button size="small" variant="secondary" className="shrink-0" asChild>
        <Link to={BALANCES_PATH}>{t("summary.open")}</Link>
      </Button>
    </Container>
  )
}

const SummaryLine = ({ totals }: { totals: AdminClientAccountTotals }) => {
  const t = useWords()
  const { money } = useFormat()
  const { count, currency_code: currency } = totals
  const owing = t("summary.owing", { count: count.owing, amount: money(totals.owed, currency) })
  const overdue = t("summary.ofWhichOverdue", { amount: money(totals.overdue, currency) })
  const parts = [
    t("summary.settled", { count: count.settled }),
    t("summary.inCredit", {
      count: count.in_credit,
      amount: money(totals.in_credit, currency),
    }),
  ]
  return (
    <Text size="small" leading="compact" className="text-ui-fg-subtle">
      <span className="text-ui-fg-base whitespace-nowrap font-medium">{owing}</span>
      {totals.overdue > 0 && (
        <>
          , <span className="text-ui-tag-red-text whitespace-nowrap">{overdue}</span>
        </>
      )}
      {parts.map((part) => (
        <Fragment key={part}>
          {" · "}
          <span className="whitespace-nowrap">{part}</span>
        </Fragment>
      ))}
    </Text>
  )
}

export const config = defineWidgetConfig({
  zone: "customer.list.before",
  id: "client-ledger:customers-summary",
})

export default CustomersSummary
