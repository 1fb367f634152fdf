import type { ReversedCapture } from "../../../modules/client-ledger/sql/orders"
import type { Amount } from "../../../modules/client-ledger/types"
import {
  addAmounts,
  isPositive,
  smallest,
  subtractAmounts,
} from "../../../modules/client-ledger/utils/money"
import type { PaymentFacts } from "./order-facts"

/** What takes a reversed capture back in Medusa: a refund row on the same payment that bears the receipt's id. */
export type CaptureUndo = { payment_id: string; for_id: string; amount: Amount }

/**
 * The reversed captures that Medusa still counts as paid. A refund row that bears the receipt's id has taken
 * one back already; what the Refund button gave back isn't taken back twice.
 */
export function planUndos(payments: PaymentFacts[], reversed: ReversedCapture[]): CaptureUndo[] {
  return reversed.flatMap(({ receipt_id, capture_id }) => {
    const payment = payments.find(({ captures }) => captures.some(({ id }) => id === capture_id))
    const capture = payment?.captures.find(({ id }) => id === capture_id)
    if (!payment || !capture) return []
    if (payment.refunds.some((refund) => refund.created_by === receipt_id)) return []
    const left = subtractAmounts(
      addAmounts(...payment.captures.map((row) => row.raw_amount)),
      ...payment.refunds.map((row) => row.raw_amount)
    )
    const amount = smallest(addAmounts(capture.raw_amount), left)
    return isPositive(amount) ? [{ payment_id: payment.id, for_id: receipt_id, amount }] : []
  })
}
