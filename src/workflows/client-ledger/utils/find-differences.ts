import type { MedusaContainer } from "@medusajs/framework/types"
import type ClientLedgerModuleService from "../../../modules/client-ledger/service"
import { readOrders, type OrderFacts } from "./order-facts"
import { orderTarget, reasonNotInLedger, type LedgerRules } from "./order-target"
import { planPromise } from "./promise-plan"

export type Difference = { order_id: string; message: string }

/**
 * The orders, of those given, for which the ledger doesn't say what Medusa says; nothing is changed.
 * @param youngest orders and money younger than this are left to events: Medusa writes a capture before it
 *   asks the provider, and takes it back when the provider fails.
 */
export async function findDifferences(
  container: MedusaContainer,
  ledger: ClientLedgerModuleService,
  orderIds: string[],
  rules: LedgerRules,
  youngest: Date
): Promise<Difference[]> {
  const orders = await readOrders(container, orderIds)
  const found = new Set(orders.map((order) => order.id))
  const settled = orders.filter(
    (order) => !reasonNotInLedger(order, rules) && !hasYoungMoney(order, youngest)
  )
  const targets = settled.map((order) => ({ order, target: orderTarget(order, rules) }))
  const stale = await ledger.findStaleOrders(targets.map(({ target }) => target))
  const unkept = targets
    .filter(({ order, target }) => planPromise(order, target, rules.online_providers))
    .map(({ order }) => ({
      order_id: order.id,
      message: "what is promised isn't what is owed and not received",
    }))
  const gone = await ledger.findOwingOrders(orderIds.filter((id) => !found.has(id)))
  return [
    ...stale,
    ...unkept.filter(({ order_id }) => !stale.some((order) => order.order_id === order_id)),
    ...gone.map((order_id) => ({
      order_id,
      message: "the order is gone from Medusa, yet it owes",
    })),
  ]
}

function hasYoungMoney(order: OrderFacts, youngest: Date): boolean {
  const rows = order.payment_collections
    .flatMap((collection) => collection.payments)
    .flatMap((payment) => [...payment.captures, ...payment.refunds])
  return [order, ...rows].some((row) => new Date(row.created_at) > youngest)
}
