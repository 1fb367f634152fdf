import type { MedusaContainer } from "@medusajs/framework/types"
import type ClientLedgerModuleService from "../../../modules/client-ledger/service"
import { readOrders, type OrderFacts } from "./order-facts"
import { orderTarget, reasonNotInLedger, type LedgerRules } from "./order-target"
import { planPromise } from "./promise-plan"
import { planUndos } from "./undo-plan"

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
  const reversed = await ledger.findReversedCaptures(settled.map(({ id }) => id))
  const counted = settled
    .filter(
      (order) =>
        planUndos(
          order,
          reversed.filter(({ order_id }) => order_id === order.id)
        ).length
    )
    .map(({ id }) => ({
      order_id: id,
      message: "Medusa counts a payment whose receipt is reversed",
    }))
  const gone = await ledger.findOwingOrders(orderIds.filter((id) => !found.has(id)))
  const differences = [
    ...stale,
    ...unkept,
    ...counted,
    ...gone.map((order_id) => ({
      order_id,
      message: "the order is gone from Medusa, yet it owes",
    })),
  ]
  const seen = new Set<string>()
  return differences.filter(({ order_id }) => !seen.has(order_id) && seen.add(order_id))
}

function hasYoungMoney(order: OrderFacts, youngest: Date): boolean {
  const rows = order.payment_collections
    .flatMap((collection) => collection.payments)
    .flatMap((payment) => [...payment.captures, ...payment.refunds])
  return [order, ...rows].some((row) => new Date(row.created_at) > youngest)
}
