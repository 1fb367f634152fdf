import { createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { announceUnprojectedOrdersStep } from "../steps/announce-unprojected-orders"
import { applyClientImportStep, type ApplyClientImportInput } from "../steps/apply-client-import"

export const applyClientImportWorkflowId = "apply-client-import"

/** Brings a market's clients over from another tool: all entries in one transaction, or none. */
export const applyClientImportWorkflow = createWorkflow(
  applyClientImportWorkflowId,
  function (input: ApplyClientImportInput) {
    const applied = applyClientImportStep(input)
    announceUnprojectedOrdersStep({})
    return new WorkflowResponse(applied)
  }
)
