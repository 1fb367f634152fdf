import type { Standing } from "../sql/entries"
import type { TopUpDTO } from "../sql/top-ups"
import { addAmounts, isNegative, isPositive, isZero, negate, sameAmount } from "./money"
import { planMovements, type OrderMovement, type OrderPlan } from "./plan-order"

/** What should stand in the ledger for a top-up, as it was read: its captures and refunds in Medusa. */
export type TopUpTarget = {
  top_up: TopUpDTO
  payment_id: string | null
  movements: OrderMovement[]
}

export type TopUpState = Pick<TopUpDTO, "status" | "refunded">

/** The difference between what stands in the ledger for a top-up and what should, and what becomes of the top-up. */
export function planTopUp(
  { top_up, movements }: TopUpTarget,
  standings: Standing[]
): OrderPlan & { state: TopUpState } {
  const subject = { order_id: null, ordered_at: null, currency_code: top_up.currency_code }
  const plan = planMovements(subject, movements, top_up.account_id, standings)
  return { ...plan, state: stateOf(movements, top_up.status) }
}

function stateOf(movements: OrderMovement[], before: TopUpDTO["status"]): TopUpState {
  const sum = (isWanted: (amount: string) => boolean) =>
    addAmounts(...movements.map(({ amount }) => amount).filter(isWanted))
  const captured = sum(isPositive)
  const refunded = negate(sum(isNegative))
  if (!isZero(captured)) {
    return { status: sameAmount(captured, refunded) ? "refunded" : "paid", refunded }
  }
  // A capture that vanished was refused by its provider.
  const wasPaid = before === "paid" || before === "refunded"
  return { status: wasPaid ? "pending" : before, refunded: "0" }
}
