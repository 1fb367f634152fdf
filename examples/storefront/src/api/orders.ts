import type Medusa from "@medusajs/js-sdk"
import type { StoreOrder } from "@medusajs/types"

export async function readOrder(sdk: Medusa, id: string): Promise<StoreOrder> {
  const fields = "+payment_status,*payment_collections.payments"
  return (await sdk.store.order.retrieve(id, { fields })).order
}

const OVER = ["captured", "refunded", "partially_refunded", "canceled"]

/** The last orders that aren't paid whole. */
export async function listOpenOrders(sdk: Medusa): Promise<StoreOrder[]> {
  const { orders } = await sdk.store.order.list({
    fields: "id,display_id,created_at,status,total,currency_code,payment_status",
    order: "-created_at",
    limit: 20,
  })
  return orders.filter(
    ({ status, payment_status }) => status !== "canceled" && !OVER.includes(payment_status)
  )
}
