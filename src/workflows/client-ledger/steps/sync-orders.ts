import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { syncOrderWorkflow } from "../workflows/sync-order"

export const syncOrdersStepId = "sync-client-ledger-orders"

/** Brings the ledger in line with each of the orders, one after the other. */
export const syncOrdersStep = createStep(
  syncOrdersStepId,
  async ({ order_ids }: { order_ids: string[] }, { container }) => {
    for (const order_id of order_ids) {
      await syncOrderWorkflow(container).run({ input: { order_id } })
    }
    return new StepResponse(order_ids)
  }
)
