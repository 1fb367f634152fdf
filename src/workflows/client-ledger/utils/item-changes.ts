import { MedusaError } from "@medusajs/framework/utils"
import {
  addAmounts,
  isPositive,
  sameAmount,
  subtractAmounts,
} from "../../../modules/client-ledger/utils/money"
import type { Basket } from "./basket"

/** A line of an order and how much of it there is: a weight in kilograms, or a count. */
export type ItemQuantity = { id: string; quantity: number }

/**
 * The lines of a basket whose quantity is to be another: zero takes a line out.
 * @throws INVALID_DATA naming the line that isn't in the basket, or of which more was handed over already.
 */
export function changedItems(basket: Basket, wanted: ItemQuantity[]): ItemQuantity[] {
  const refuse = (rule: string) => new MedusaError(MedusaError.Types.INVALID_DATA, `items: ${rule}`)
  return wanted.filter(({ id, quantity }) => {
    const item = basket.items.find((each) => each.id === id)
    if (!item) {
      // Taken out by the same request, which came before.
      if (quantity === 0) return false
      throw refuse(`line ${id} isn't in order #${basket.display_id}`)
    }
    const fulfilled = addAmounts(item.detail?.raw_fulfilled_quantity ?? 0)
    if (isPositive(subtractAmounts(fulfilled, quantity))) {
      throw refuse(
        `${fulfilled} of "${item.title}" are fulfilled already, it can't be less: ask for a return on the order's page`
      )
    }
    return !sameAmount(item.raw_quantity, quantity)
  })
}
