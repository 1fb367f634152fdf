import { StatusBadge } from "@medusajs/ui"
import { useFormat } from "../../hooks/use-format"
import { useWords } from "../../hooks/use-words"
import { subtract } from "../../lib/amount"
import { daysUntil } from "../../lib/locale"
import type { OrderLedgerFacts } from "./order-ledger"

/** Whether anything is still to come on the order, at one look. */
export const OrderBadge = ({ ledger }: { ledger: OrderLedgerFacts }) => {
  const t = useWords()
  const { money, currency } = useFormat()
  const { digits } = currency(ledger.currency_code)
  const remaining = subtract(ledger.owed, ledger.received, digits)
  if (remaining <= 0) return <StatusBadge color="green">{t("order.settled")}</StatusBadge>
  const isOverdue = ledger.due_on !== null && daysUntil(ledger.due_on) < 0
  return (
    <StatusBadge color={isOverdue ? "red" : "orange"} className="whitespace-nowrap">
      {t("order.remaining", { amount: money(remaining, ledger.currency_code) })}
    </StatusBadge>
  )
}
