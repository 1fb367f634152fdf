import type { OrderAllocation } from "../../../modules/client-ledger/sql/allocations"
import type { OrderRecord } from "../../../modules/client-ledger/sql/orders"
import type { Amount } from "../../../modules/client-ledger/types"
import {
  addAmounts,
  isPositive,
  smallest,
  subtractAmounts,
} from "../../../modules/client-ledger/utils/money"
import type { OrderFacts } from "./order-facts"

/** What is to be taken back of the lines by which a client pays the order from his balance. Above zero. */
export type CreditPlan = { amount: Amount; reference_id: string; version: number }

/**
 * The lines follow the order and the balance: they are never more than the order costs, nor than the balance settles
 * of it. They never grow: what is settled beyond them is shown as captures.
 * @returns null when they are right.
 */
export function planCredit(
  order: Pick<OrderFacts, "status" | "version">,
  record: Pick<OrderRecord, "owed" | "account_credit">,
  holdId: string | undefined,
  allocations: OrderAllocation[]
): CreditPlan | null {
  if (order.status === "canceled" || !holdId) return null
  const settled = addAmounts(
    ...allocations.filter(({ is_own_capture }) => !is_own_capture).map(({ amount }) => amount)
  )
  const right = smallest(record.owed, settled)
  const excess = subtractAmounts(record.account_credit, right)
  return isPositive(excess)
    ? { amount: excess, reference_id: holdId, version: order.version }
    : null
}

/** What is left to show as captures: the oldest parts are those that the lines show. */
export function beyondCredit(allocations: OrderAllocation[], credit: Amount): OrderAllocation[] {
  let left = credit
  return allocations.flatMap((allocation) => {
    if (allocation.is_own_capture) return [allocation]
    const hidden = smallest(left, allocation.amount)
    left = subtractAmounts(left, hidden)
    const amount = subtractAmounts(allocation.amount, hidden)
    return isPositive(amount) ? [{ ...allocation, amount }] : []
  })
}
