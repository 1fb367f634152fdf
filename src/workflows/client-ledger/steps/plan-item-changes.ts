import { MedusaError } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { ConflictError } from "../../../modules/client-ledger/utils/errors"
import { readBasket } from "../utils/basket"
import { changedItems, type ItemQuantity } from "../utils/item-changes"

export type ItemChangesInput = { order_id: string; items: ItemQuantity[] }

export const planItemChangesStepId = "plan-client-order-item-changes"

/**
 * The lines whose quantity is another now. Nothing to change is no edit, so that the same request may come twice.
 * @throws NOT_FOUND, CONFLICT while the order is being edited elsewhere, INVALID_DATA naming the line.
 */
export const planItemChangesStep = createStep(
  planItemChangesStepId,
  async ({ order_id, items }: ItemChangesInput, { container }) => {
    const basket = await readBasket(container, order_id)
    if (basket.status === "canceled") {
      throw new MedusaError(
        MedusaError.Types.INVALID_DATA,
        `Order #${basket.display_id} is cancelled: its lines can't be changed`
      )
    }
    const changes = changedItems(basket, items)
    if (changes.length && basket.has_open_change) {
      throw new ConflictError(
        `Order #${basket.display_id} is being edited, returned or exchanged: finish or cancel that on the order's page first`
      )
    }
    return new StepResponse(changes)
  }
)
