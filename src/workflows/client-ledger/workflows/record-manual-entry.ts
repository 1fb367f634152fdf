import { createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { recordManualEntryStep, type RecordManualEntryInput } from "../steps/record-manual-entry"

export const recordManualEntryWorkflowId = "record-manual-entry"

/** An administrator's adjustment, write-off or opening balance on a client's account. */
export const recordManualEntryWorkflow = createWorkflow(
  recordManualEntryWorkflowId,
  function (input: RecordManualEntryInput) {
    return new WorkflowResponse(recordManualEntryStep(input))
  }
)
