import type { BigNumberInput, MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, MedusaError } from "@medusajs/framework/utils"
import { isPositive, subtractAmounts, toNumber } from "../../../modules/client-ledger/utils/money"

export type BasketItem = {
  id: string
  title: string
  requires_shipping: boolean
  raw_quantity: BigNumberInput
  detail: { raw_fulfilled_quantity: BigNumberInput } | null
}

/** An order as the person sees it who hands it over. */
export type Basket = {
  id: string
  display_id: number
  status: string
  items: BasketItem[]
  shipping_methods: { shipping_option_id: string | null }[]
  fulfillments: {
    id: string
    delivered_at: string | Date | null
    shipped_at: string | Date | null
    canceled_at: string | Date | null
  }[]
  /** Of an edit, return, claim or exchange that has begun and isn't confirmed. */
  has_open_change: boolean
}

/** @throws NOT_FOUND */
export async function readBasket(container: MedusaContainer, orderId: string): Promise<Basket> {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({
    entity: "order",
    fields: [
      "id",
      "display_id",
      "status",
      // Without it Medusa leaves the lines' quantities out.
      "total",
      "items.id",
      "items.title",
      "items.requires_shipping",
      "items.quantity",
      "items.raw_quantity",
      "items.detail.*",
      "shipping_methods.shipping_option_id",
      "fulfillments.id",
      "fulfillments.delivered_at",
      "fulfillments.shipped_at",
      "fulfillments.canceled_at",
    ],
    filters: { id: orderId },
  })
  const order = data[0] as unknown as Omit<Basket, "has_open_change"> | undefined
  if (!order) {
    throw new MedusaError(MedusaError.Types.NOT_FOUND, `Order with id: ${orderId} was not found`)
  }
  const { data: changes } = await query.graph({
    entity: "order_change",
    fields: ["id"],
    filters: { order_id: orderId, status: ["pending", "requested"] },
  })
  return {
    ...order,
    items: (order.items ?? []).filter(Boolean),
    shipping_methods: (order.shipping_methods ?? []).filter(Boolean),
    fulfillments: (order.fulfillments ?? []).filter(Boolean),
    has_open_change: changes.length > 0,
  }
}

/** What isn't fulfilled yet: Medusa wants what needs shipping, and what doesn't, in fulfilments of their own. */
export function itemsToFulfil({ items }: Basket): { id: string; quantity: number }[][] {
  const left = (item: BasketItem) =>
    subtractAmounts(item.raw_quantity, item.detail?.raw_fulfilled_quantity ?? 0)
  return [true, false]
    .map((shipped) => items.filter((item) => item.requires_shipping === shipped))
    .map((part) => part.filter((item) => isPositive(left(item))))
    .filter((part) => part.length > 0)
    .map((part) => part.map((item) => ({ id: item.id, quantity: toNumber(left(item)) })))
}

/** The fulfilments that neither went by post nor were handed over. */
export const undeliveredFulfilments = ({ fulfillments }: Basket): string[] =>
  fulfillments
    .filter((each) => !each.canceled_at && !each.delivered_at && !each.shipped_at)
    .map(({ id }) => id)
