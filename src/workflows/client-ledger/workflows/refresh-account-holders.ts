import { createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import {
  refreshAccountHoldersStep,
  type RefreshAccountHoldersInput,
} from "../steps/refresh-account-holders"

export const refreshAccountHoldersWorkflowId = "refresh-client-account-holders"

/** Keeps the names on the accounts, which the balance list searches and sorts by, in step with the customers. */
export const refreshAccountHoldersWorkflow = createWorkflow(
  refreshAccountHoldersWorkflowId,
  function (input: RefreshAccountHoldersInput) {
    return new WorkflowResponse(refreshAccountHoldersStep(input))
  }
)
