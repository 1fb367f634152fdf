import { createWorkflow, transform, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { queueRemindersStep, type QueueRemindersInput } from "../steps/queue-reminders"
import { sendMailsStep } from "../steps/send-mails"

export const sendRemindersWorkflowId = "send-client-reminders"

/**
 * Reminds overdue clients by mail: those of the accounts who are to be reminded today. What was begun and not ended is gone on
 * with when the same request comes again.
 * @returns the mails and what became of each, and who was skipped and why.
 */
export const sendRemindersWorkflow = createWorkflow(
  sendRemindersWorkflowId,
  function (input: QueueRemindersInput) {
    const queued = queueRemindersStep(input)
    const mails = sendMailsStep(
      transform({ queued }, ({ queued }) => ({ mail_ids: queued.mail_ids }))
    )
    const report = transform({ mails, queued }, ({ mails, queued }) => ({
      mails,
      skipped: queued.skipped,
    }))
    return new WorkflowResponse(report)
  }
)
