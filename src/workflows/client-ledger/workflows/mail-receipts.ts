import { createWorkflow, transform, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { queueReceiptMailsStep, type QueueReceiptMailsInput } from "../steps/queue-receipt-mails"
import { sendMailsStep } from "../steps/send-mails"

export const mailReceiptsWorkflowId = "mail-client-receipts"

/** Acknowledges payments by mail, each once, if the market wants it. Run without receipts, it finds what was missed. */
export const mailReceiptsWorkflow = createWorkflow(
  mailReceiptsWorkflowId,
  function (input: QueueReceiptMailsInput) {
    const ids = queueReceiptMailsStep(input)
    const mails = sendMailsStep(transform({ ids }, ({ ids }) => ({ mail_ids: ids })))
    return new WorkflowResponse(mails)
  }
)
