import type { MedusaContainer, PaymentDTO } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, MedusaError } from "@medusajs/framework/utils"
import { syncOrderWorkflow } from "../src/workflows/client-ledger/workflows/sync-order"

export type OrderItem = { id: string; quantity: number; variant_sku: string }

export async function readItems(container: MedusaContainer, orderId: string): Promise<OrderItem[]> {
  return (await readOrder(container, orderId, ["items.*"])).items
}

/** The order's items of these SKUs, in other quantities. */
export async function itemsOf(
  container: MedusaContainer,
  orderId: string,
  quantities: Record<string, number>
): Promise<{ id: string; quantity: number }[]> {
  const items = await readItems(container, orderId)
  return Object.entries(quantities).map(([sku, quantity]) => {
    const item = items.find(({ variant_sku }) => variant_sku === sku)
    if (!item)
      throw new MedusaError(MedusaError.Types.UNEXPECTED_STATE, `Order ${orderId} has no ${sku}`)
    return { id: item.id, quantity }
  })
}

export async function readTotal(container: MedusaContainer, orderId: string): Promise<number> {
  return Number((await readOrder(container, orderId, ["total"])).total)
}

/** The promise that waits for its money. */
export async function readOpenPayment(
  container: MedusaContainer,
  orderId: string
): Promise<PaymentDTO | undefined> {
  const { payment_collections } = await readOrder(container, orderId, [
    "payment_collections.payments.*",
  ])
  return payment_collections
    .flatMap(({ payments }) => payments)
    .find((payment) => !payment.captured_at && !payment.canceled_at)
}

/** Tells the ledger, before time goes on, what Medusa's events tell it in a running shop. */
export async function follow(container: MedusaContainer, orderId: string): Promise<string> {
  await syncOrderWorkflow(container).run({ input: { order_id: orderId } })
  return orderId
}

type Order = {
  total: number
  items: OrderItem[]
  payment_collections: { payments: PaymentDTO[] }[]
}

async function readOrder(container: MedusaContainer, id: string, fields: string[]): Promise<Order> {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({ entity: "order", fields, filters: { id } })
  return data[0]
}
