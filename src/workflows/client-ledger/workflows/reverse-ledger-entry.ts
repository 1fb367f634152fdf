import { createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { reverseLedgerEntryStep, type ReverseLedgerEntryInput } from "../steps/reverse-ledger-entry"

export const reverseLedgerEntryWorkflowId = "reverse-ledger-entry"

/** Cancels an entry that was written by hand, by one of the opposite amount. */
export const reverseLedgerEntryWorkflow = createWorkflow(
  reverseLedgerEntryWorkflowId,
  function (input: ReverseLedgerEntryInput) {
    return new WorkflowResponse(reverseLedgerEntryStep(input))
  }
)
