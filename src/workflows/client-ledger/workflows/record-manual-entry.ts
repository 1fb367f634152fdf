import { createWorkflow, transform, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { announceUnprojectedOrdersStep } from "../steps/announce-unprojected-orders"
import { recordManualEntryStep, type RecordManualEntryInput } from "../steps/record-manual-entry"

export const recordManualEntryWorkflowId = "record-manual-entry"

/** An administrator's adjustment, write-off or opening balance on a client's account. */
export const recordManualEntryWorkflow = createWorkflow(
  recordManualEntryWorkflowId,
  function (input: RecordManualEntryInput) {
    const recorded = recordManualEntryStep(input)
    const accounts = transform({ recorded }, ({ recorded }) => ({
      account_ids: [recorded.client_account.id],
    }))
    announceUnprojectedOrdersStep(accounts)
    return new WorkflowResponse(recorded)
  }
)
