import {
  acquireLockStep,
  beginOrderEditOrderWorkflow,
  confirmOrderEditRequestWorkflow,
  orderEditUpdateItemQuantityWorkflow,
  releaseLockStep,
  requestOrderEditRequestWorkflow,
} from "@medusajs/medusa/core-flows"
import {
  createWorkflow,
  transform,
  when,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { planItemChangesStep, type ItemChangesInput } from "../steps/plan-item-changes"
import { syncOrderWorkflow } from "./sync-order"

export type ChangeOrderItemsInput = ItemChangesInput & { actor_id: string }

export const changeOrderItemsWorkflowId = "change-client-order-items"

/** Weights put right and missing products: one order edit of Medusa's, begun, requested and confirmed, or none. */
export const changeOrderItemsWorkflow = createWorkflow(
  changeOrderItemsWorkflowId,
  function (input: ChangeOrderItemsInput) {
    // Medusa's own key of the order, so that edits made on its page take turns with this one.
    const key = transform({ input }, ({ input }) => input.order_id)
    acquireLockStep({ key, timeout: 20, ttl: 60, retryInterval: 0.05, executeOnSubWorkflow: true })
    const items = planItemChangesStep(input)
    when({ items }, ({ items }) => items.length > 0).then(() => {
      const edit = transform({ input, items }, ({ input, items }) => ({
        begin: { order_id: input.order_id, created_by: input.actor_id },
        update: { order_id: input.order_id, items },
        request: { order_id: input.order_id, requested_by: input.actor_id },
        confirm: { order_id: input.order_id, confirmed_by: input.actor_id },
      }))
      beginOrderEditOrderWorkflow.runAsStep({ input: edit.begin })
      orderEditUpdateItemQuantityWorkflow.runAsStep({ input: edit.update })
      requestOrderEditRequestWorkflow.runAsStep({ input: edit.request })
      confirmOrderEditRequestWorkflow.runAsStep({ input: edit.confirm })
    })
    releaseLockStep({ key, executeOnSubWorkflow: true })
    const order = transform({ input }, ({ input }) => ({ order_id: input.order_id }))
    syncOrderWorkflow.runAsStep({ input: order })
    return new WorkflowResponse(items)
  }
)
