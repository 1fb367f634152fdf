import { createWorkflow, transform, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { requeueMailStep, type RequeueMailInput } from "../steps/requeue-mail"
import { sendMailsStep } from "../steps/send-mails"

export const sendMailAgainWorkflowId = "send-client-mail-again"

/** Sends a mail that failed, written anew from what is true now. @returns the mail, and what became of it. */
export const sendMailAgainWorkflow = createWorkflow(
  sendMailAgainWorkflowId,
  function (input: RequeueMailInput) {
    const ids = requeueMailStep(input)
    const mails = sendMailsStep(transform({ ids }, ({ ids }) => ({ mail_ids: ids })))
    return new WorkflowResponse(transform({ mails }, ({ mails }) => mails[0]!))
  }
)
