import type { MedusaContainer } from "@medusajs/framework/types"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { syncOrderWorkflow } from "../workflows/sync-order"

export const syncOrdersStepId = "sync-client-ledger-orders"

/** Brings the ledger in line with each of the orders, one after the other. */
export async function syncOrders(container: MedusaContainer, orderIds: string[]): Promise<void> {
  for (const order_id of orderIds) {
    await syncOrderWorkflow(container).run({ input: { order_id } })
  }
}

export const syncOrdersStep = createStep(
  syncOrdersStepId,
  async ({ order_ids }: { order_ids: string[] }, { container }) => {
    await syncOrders(container, order_ids)
    return new StepResponse(order_ids)
  }
)
