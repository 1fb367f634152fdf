import { createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { changeRemindersStep, type ChangeRemindersInput } from "../steps/change-reminders"

export const updateClientAccountWorkflowId = "update-client-account"

/** What a person may change of an account: whether its client is reminded. Its money moves by entries alone. */
export const updateClientAccountWorkflow = createWorkflow(
  updateClientAccountWorkflowId,
  function (input: ChangeRemindersInput) {
    changeRemindersStep(input)
    return new WorkflowResponse(undefined)
  }
)
