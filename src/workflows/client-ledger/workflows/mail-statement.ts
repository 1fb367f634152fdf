import { createWorkflow, transform, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { queueStatementMailStep, type QueueStatementMailInput } from "../steps/queue-statement-mail"
import { sendMailsStep } from "../steps/send-mails"

export const mailStatementWorkflowId = "mail-client-statement"

/** Sends a client the statement of some days, as a PDF. @returns the mail, and what became of it. */
export const mailStatementWorkflow = createWorkflow(
  mailStatementWorkflowId,
  function (input: QueueStatementMailInput) {
    const ids = queueStatementMailStep(input)
    const mails = sendMailsStep(transform({ ids }, ({ ids }) => ({ mail_ids: ids })))
    return new WorkflowResponse(transform({ mails }, ({ mails }) => mails[0]!))
  }
)
