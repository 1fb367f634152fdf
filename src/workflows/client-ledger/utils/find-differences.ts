import type { MedusaContainer } from "@medusajs/framework/types"
import type ClientLedgerModuleService from "../../../modules/client-ledger/service"
import { readOrders, type OrderFacts } from "./order-facts"
import { orderTarget, reasonNotInLedger, type LedgerRules } from "./order-target"
import { planView, readViews, type ViewChange } from "./order-view"

export type Difference = { order_id: string; message: string }

const MISSHOWN: Record<ViewChange["kind"], string> = {
  credit: "more of it is paid from the client's balance than there is",
  money: "Medusa doesn't show as paid what settles it",
  promise: "what is promised isn't what is owed and not received",
  collections: "what Medusa asks for isn't what is owed and neither received nor promised",
}

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
  const outdated = new Set(stale.map(({ order_id }) => order_id))
  const recorded = settled.filter(({ id }) => !outdated.has(id))
  const misshown = (await readViews(ledger, recorded)).flatMap((view) => {
    const change = planView(view, rules.online_providers)
    return change ? [{ order_id: view.order.id, message: MISSHOWN[change.kind] }] : []
  })
  const gone = await ledger.findOwingOrders(orderIds.filter((id) => !found.has(id)))
  return [
    ...stale,
    ...misshown,
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
