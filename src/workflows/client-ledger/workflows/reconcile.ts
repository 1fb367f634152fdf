import { createWorkflow, when, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { reconcileOrdersStep, type ReconcileInput } from "../steps/reconcile-orders"
import { refreshAccountHoldersStep } from "../steps/refresh-account-holders"

export const reconcileWorkflowId = "reconcile-client-ledger"

/**
 * What events bring about, without events: Medusa's bus may lose one. It posts by the same sync and the same
 * keys, so that after events it finds nothing to do.
 */
export const reconcileWorkflow = createWorkflow(
  reconcileWorkflowId,
  function (input: ReconcileInput) {
    const report = reconcileOrdersStep(input)
    when({ input }, ({ input }) => Boolean(input.full)).then(() => refreshAccountHoldersStep({}))
    return new WorkflowResponse(report)
  }
)
