import type { Amount } from "../../../modules/client-ledger/types"
import { dayOf } from "../../../modules/client-ledger/utils/dates"
import {
  addAmounts,
  currencyDigits,
  isZero,
  negate,
  roundAmount,
} from "../../../modules/client-ledger/utils/money"
import {
  roundRunningSum,
  type OrderMovement,
} from "../../../modules/client-ledger/utils/plan-order"
import { methodOfProvider, onSiteMethodOf } from "../../../modules/client-ledger/utils/providers"
import { isProjected, type MoneyRow, type PaymentFacts } from "./order-facts"

/** The money that moved by these payments: one movement a capture row, and one a refund row of an online provider. */
export function moneyMovements(
  payments: PaymentFacts[],
  currencyCode: string,
  onlineProviders: readonly string[]
): OrderMovement[] {
  const digits = currencyDigits(currencyCode)
  const round = (amount: Amount) => roundAmount(amount, digits)
  const rowsOf = (kind: "captures" | "refunds") =>
    payments
      .flatMap((payment) => payment[kind].map((row) => ({ row, payment })))
      .filter(({ row }) => !isProjected(row))
      .sort((a, b) => compareRows(a.row, b.row))
  const captures = rowsOf("captures")
  // A refund on an on-site payment moves no money: whether cash went back, only a pay-out says.
  const refunds = rowsOf("refunds").filter(
    ({ payment }) => !onSiteMethodOf(payment.provider_id, onlineProviders)
  )
  const amounts = (rows: { row: MoneyRow }[]) =>
    roundRunningSum(
      round,
      rows.map(({ row }) => addAmounts(row.raw_amount))
    )
  const shared = ({ row, payment }: { row: MoneyRow; payment: PaymentFacts }) => ({
    source_id: row.id,
    method: methodOfProvider(payment.provider_id, onlineProviders),
    provider_id: payment.provider_id,
    reference: providerReference(payment, onlineProviders),
    value_date: dayOf(new Date(row.created_at)),
    actor_id: row.created_by,
    ...(row.note && { note: row.note }),
  })
  const captureAmounts = amounts(captures)
  const refundAmounts = amounts(refunds)
  return [
    ...captures.map((capture, index) => ({
      ...shared(capture),
      source_type: "capture" as const,
      type: onSiteMethodOf(capture.payment.provider_id, onlineProviders)
        ? ("receipt" as const)
        : ("capture" as const),
      amount: captureAmounts[index]!,
    })),
    ...refunds.map((refund, index) => ({
      ...shared(refund),
      source_type: "refund" as const,
      type: "refund" as const,
      amount: negate(refundAmounts[index]!),
    })),
  ].filter((movement) => !isZero(movement.amount))
}

/** The provider's own name of the payment, as Stripe's `pi_…`. */
function providerReference(
  payment: PaymentFacts,
  onlineProviders: readonly string[]
): string | null {
  if (onSiteMethodOf(payment.provider_id, onlineProviders)) return null
  return typeof payment.data?.id === "string" ? payment.data.id : null
}

/** The oldest first. */
export const compareRows = (
  a: { id: string; created_at: string | Date },
  b: { id: string; created_at: string | Date }
) => new Date(a.created_at).getTime() - new Date(b.created_at).getTime() || (a.id < b.id ? -1 : 1)
