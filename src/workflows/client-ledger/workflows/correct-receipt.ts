import { createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import type { ReceiptCorrection } from "../../../modules/client-ledger/sql/record-receipt"
import { correctReceiptStep } from "../steps/correct-receipt"

export const correctReceiptWorkflowId = "correct-client-receipt"

/** The right method or reference on a receipt; each change is logged. */
export const correctReceiptWorkflow = createWorkflow(
  correctReceiptWorkflowId,
  function (input: ReceiptCorrection) {
    return new WorkflowResponse(correctReceiptStep(input))
  }
)
