import {
  createOrderFulfillmentWorkflow,
  markOrderFulfillmentAsDeliveredWorkflow,
} from "@medusajs/medusa/core-flows"
import { MedusaError } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { itemsToFulfil, readBasket, undeliveredFulfilments } from "../utils/basket"

export type HandOverInput = { order_id: string; actor_id?: string }

export const handOverBasketStepId = "hand-over-client-basket"

/**
 * What of the order isn't fulfilled is, by Medusa's own workflow, and all that is fulfilled and neither delivered nor
 * sent is delivered. Nothing is undone when a part of it fails: the next call does what is left.
 * @returns how many fulfilments were delivered now: none when the client had everything already.
 * @throws NOT_FOUND, or INVALID_DATA for an order that is cancelled or that Medusa can't fulfil without a choice.
 */
export const handOverBasketStep = createStep(
  handOverBasketStepId,
  async ({ order_id, actor_id }: HandOverInput, { container }) => {
    const basket = await readBasket(container, order_id)
    if (basket.status === "canceled") {
      throw invalid(`Order #${basket.display_id} is cancelled: there is nothing to pick up`)
    }
    const parts = itemsToFulfil(basket)
    if (parts.length && !basket.shipping_methods.some((method) => method.shipping_option_id)) {
      throw invalid(
        `Order #${basket.display_id} was placed without a pickup option: fulfil it on the order's page, where one can be chosen`
      )
    }
    const fulfilments = undeliveredFulfilments(basket)
    for (const items of parts) {
      const { result } = await createOrderFulfillmentWorkflow(container).run({
        input: { order_id, created_by: actor_id, items },
      })
      fulfilments.push(result.id)
    }
    for (const fulfillmentId of fulfilments) {
      await markOrderFulfillmentAsDeliveredWorkflow(container).run({
        input: { orderId: order_id, fulfillmentId },
      })
    }
    return new StepResponse(fulfilments.length)
  }
)

const invalid = (message: string) => new MedusaError(MedusaError.Types.INVALID_DATA, message)
