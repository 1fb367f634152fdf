import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"

type EventData = { id?: string | string[]; order_id?: string }

/** How the order is found from the row that an event names: the entity to read, and the path to the order's id. */
const PATHS: Record<string, { entity: string; path: string }> = {
  payment: { entity: "payment", path: "payment_collection.order.id" },
  capture: { entity: "capture", path: "payment.payment_collection.order.id" },
  refund: { entity: "refund", path: "payment.payment_collection.order.id" },
  transaction: { entity: "order_transaction", path: "order_id" },
  change: { entity: "order_change", path: "order_id" },
  return: { entity: "return", path: "order_id" },
  claim: { entity: "order_claim", path: "order_id" },
  exchange: { entity: "order_exchange", path: "order_id" },
  fulfillment: { entity: "fulfillment", path: "order.id" },
}

/** Of our own: what settles an order has changed, with another order or payment of its client. */
export const ORDER_SETTLED = "client-ledger.order-settled"

/**
 * Every event after which an order may cost another amount, belong to another customer, or have been paid, and
 * what its `id` names. Medusa's public events don't cover checkouts that capture at once, orders made by
 * workflow, credit lines, cancelled returns and transfers: for those its modules' own events are listened to.
 */
export const ORDER_EVENTS: Record<string, keyof typeof PATHS | "order" | "credit_line"> = {
  [ORDER_SETTLED]: "order",
  "order.placed": "order",
  "order.updated": "order",
  "order.canceled": "order",
  "order.completed": "order",
  "order.archived": "order",
  "order.fulfillment_created": "order",
  "order.fulfillment_canceled": "order",
  "order.return_requested": "order",
  "order.return_received": "order",
  "order.claim_created": "order",
  "order.exchange_created": "order",
  "order.transfer_requested": "order",
  "order-edit.requested": "order",
  "order-edit.confirmed": "order",
  "order-edit.canceled": "order",
  "shipment.created": "fulfillment",
  "delivery.created": "fulfillment",
  "payment.captured": "payment",
  "payment.refunded": "payment",
  "payment.payment.created": "payment",
  "payment.payment.updated": "payment",
  "payment.capture.created": "capture",
  "payment.refund.created": "refund",
  "order.order.created": "order",
  "order.order.updated": "order",
  "order.order.deleted": "order",
  "order.order-transaction.created": "transaction",
  "order.order-credit-line.created": "credit_line",
  "order.order-change.updated": "change",
  "order.return.updated": "return",
  "order.order-claim.updated": "claim",
  "order.order-exchange.updated": "exchange",
}

/** The orders that an event is about; none when its row has no order (yet). A failed read throws. */
export async function ordersOfEvent(
  container: MedusaContainer,
  event: { name: string; data: EventData }
): Promise<string[]> {
  if (event.data.order_id) return [event.data.order_id]
  const ids = [event.data.id ?? []].flat()
  const subject = ORDER_EVENTS[event.name]
  if (!subject || !ids.length) return []
  if (subject === "order") return ids
  if (subject === "credit_line") return ordersOfCreditLines(container, ids)
  const { entity, path } = PATHS[subject]!
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({ entity, fields: ["id", path], filters: { id: ids } })
  return [...new Set(data.map((row) => valueAt(row, path)).filter((id) => id !== null))]
}

/** Credit lines have no entity of their own in Medusa's queries: they are found through their orders. */
async function ordersOfCreditLines(container: MedusaContainer, ids: string[]): Promise<string[]> {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({
    entity: "order",
    fields: ["id"],
    filters: { credit_lines: { id: ids } } as Record<string, unknown>,
  })
  return data.map((order) => order.id)
}

/** A text in a row that Medusa answered; null where there is none. */
export function valueAt(row: unknown, path: string): string | null {
  const value = path
    .split(".")
    .reduce<unknown>((node, key) => (node as Record<string, unknown> | null)?.[key], row)
  return typeof value === "string" ? value : null
}
