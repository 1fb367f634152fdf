import { createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { settlePendingTopUpsStep, type SettlePendingInput } from "../steps/settle-pending-top-ups"

export const settlePendingTopUpsWorkflowId = "settle-pending-client-top-ups"

/** A webhook that was lost loses nothing: each top-up that is still pending is asked about, or let go after its day. */
export const settlePendingTopUpsWorkflow = createWorkflow(
  settlePendingTopUpsWorkflowId,
  function (input: SettlePendingInput) {
    return new WorkflowResponse(settlePendingTopUpsStep(input))
  }
)
