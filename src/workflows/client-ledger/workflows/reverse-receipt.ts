import { createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { reverseReceiptStep, type ReverseReceiptInput } from "../steps/reverse-receipt"

export const reverseReceiptWorkflowId = "reverse-client-receipt"

/** A cheque that bounced, a typing mistake: the receipt is cancelled by an entry of the opposite amount. */
export const reverseReceiptWorkflow = createWorkflow(
  reverseReceiptWorkflowId,
  function (input: ReverseReceiptInput) {
    return new WorkflowResponse(reverseReceiptStep(input))
  }
)
