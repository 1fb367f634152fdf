import { acquireLockStep, releaseLockStep } from "@medusajs/medusa/core-flows"
import { createWorkflow, transform, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { handOverBasketStep, type HandOverInput } from "../steps/hand-over-basket"
import { syncOrderWorkflow } from "./sync-order"

export const pickUpOrderWorkflowId = "pick-up-client-order"

/** The client has the basket: Medusa fulfils and delivers what is left of it. A second call finds nothing to do. */
export const pickUpOrderWorkflow = createWorkflow(
  pickUpOrderWorkflowId,
  function (input: HandOverInput) {
    // A key of its own: Medusa's workflows take the order's while they run.
    const key = transform({ input }, ({ input }) => `client-ledger:pick-up:${input.order_id}`)
    acquireLockStep({ key, timeout: 60, ttl: 120, retryInterval: 0.05, executeOnSubWorkflow: true })
    const delivered = handOverBasketStep(input)
    releaseLockStep({ key, executeOnSubWorkflow: true })
    const order = transform({ input }, ({ input }) => ({ order_id: input.order_id }))
    syncOrderWorkflow.runAsStep({ input: order })
    return new WorkflowResponse(delivered)
  }
)
