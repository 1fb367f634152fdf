import { createWorkflow, transform, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { announceUnprojectedOrdersStep } from "../steps/announce-unprojected-orders"
import { recordTransferStep, type RecordTransferInput } from "../steps/record-transfer"

export const recordTransferWorkflowId = "record-client-transfer"

/** Money that goes from one client's account to another's: a household, a gift, a payment on the wrong account. */
export const recordTransferWorkflow = createWorkflow(
  recordTransferWorkflowId,
  function (input: RecordTransferInput) {
    const accounts = recordTransferStep(input)
    const touched = transform({ accounts }, ({ accounts }) => ({
      account_ids: accounts.map(({ id }) => id),
    }))
    announceUnprojectedOrdersStep(touched)
    return new WorkflowResponse(accounts)
  }
)
