import type ClientLedgerModuleService from "../../../modules/client-ledger/service"
import type { Settlement } from "../../../modules/client-ledger/sql/allocations"
import type { OrderRecord, ReversedCapture } from "../../../modules/client-ledger/sql/orders"
import { planCollections, type CollectionPlan } from "./collection-plan"
import { beyondCredit, planCredit, type CreditPlan } from "./credit-plan"
import { isAccountCredit, type OrderFacts } from "./order-facts"
import { planProjection, type ProjectionPlan } from "./projection-plan"
import { planPromise, type PromisePlan } from "./promise-plan"

/** An order in Medusa, beside what the ledger says that is paid and promised on it. */
export type OrderView = {
  order: OrderFacts
  record: OrderRecord
  settlement: Settlement
  reversed: ReversedCapture[]
}

/** The next thing to change so that Medusa shows what the ledger says. */
export type ViewChange =
  | { kind: "credit"; plan: CreditPlan }
  | { kind: "money"; plan: ProjectionPlan }
  | { kind: "promise"; plan: PromisePlan }
  | { kind: "collections"; plan: CollectionPlan }

/** These orders beside the ledger, without those that it doesn't know: three statements, however many. */
export async function readViews(
  ledger: ClientLedgerModuleService,
  orders: OrderFacts[]
): Promise<OrderView[]> {
  if (!orders.length) return []
  const ids = orders.map(({ id }) => id)
  const records = new Map((await ledger.findOrders(ids)).map((record) => [record.id, record]))
  const settlements = await ledger.findSettlements(ids)
  const reversed = await ledger.findReversedCaptures(ids)
  return orders.flatMap((order) => {
    const record = records.get(order.id)
    const settlement = settlements.get(order.id)
    if (!record || !settlement) return []
    const own = reversed.filter(({ order_id }) => order_id === order.id)
    return [{ order, record, settlement, reversed: own }]
  })
}

/**
 * First what the client pays from his balance, then the captures and refunds, then the promise for what is open after them, then what they leave of collections.
 * @returns null when Medusa shows what the ledger says.
 */
export function planView(
  { order, record, settlement, reversed }: OrderView,
  onlineProviders: readonly string[]
): ViewChange | null {
  const [line] = order.credit_lines.filter(isAccountCredit)
  const { allocations } = settlement
  const credit = planCredit(order, record, line?.reference_id ?? undefined, allocations)
  if (credit) return { kind: "credit", plan: credit }
  const shown = beyondCredit(allocations, record.account_credit)
  const money = planProjection(order, shown, reversed, onlineProviders)
  if (money) return { kind: "money", plan: money }
  const promise = planPromise(order, record, onlineProviders)
  if (promise) return { kind: "promise", plan: promise }
  const collections = planCollections(order, record, reversed, onlineProviders)
  return collections && { kind: "collections", plan: collections }
}
