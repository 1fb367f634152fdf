import { createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { verifyLedgerStep, type VerifyInput } from "../steps/verify-ledger"

export const verifyWorkflowId = "verify-client-ledger"

/** Whether every account adds up, every chain holds and every order's entries are what the order owes. */
export const verifyWorkflow = createWorkflow(verifyWorkflowId, function (input: VerifyInput) {
  return new WorkflowResponse(verifyLedgerStep(input))
})
