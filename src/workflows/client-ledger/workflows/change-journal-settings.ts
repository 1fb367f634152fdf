import { createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import {
  changeJournalSettingsStep,
  type ChangeJournalSettingsInput,
} from "../steps/change-journal-settings"

export const changeJournalSettingsWorkflowId = "change-client-journal-settings"

/** Changes the accounts that the accountant's journal books on; what is numbered stays as it was written. */
export const changeJournalSettingsWorkflow = createWorkflow(
  changeJournalSettingsWorkflowId,
  function (input: ChangeJournalSettingsInput) {
    return new WorkflowResponse(changeJournalSettingsStep(input))
  }
)
