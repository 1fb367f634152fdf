import { createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { announceUnprojectedOrdersStep } from "../steps/announce-unprojected-orders"
import { reverseLedgerEntryStep, type ReverseLedgerEntryInput } from "../steps/reverse-ledger-entry"

export const reverseLedgerEntryWorkflowId = "reverse-ledger-entry"

/** Cancels an entry that was written by hand, by one of the opposite amount. */
export const reverseLedgerEntryWorkflow = createWorkflow(
  reverseLedgerEntryWorkflowId,
  function (input: ReverseLedgerEntryInput) {
    const reversed = reverseLedgerEntryStep(input)
    // A transfer comes back on both of its accounts.
    announceUnprojectedOrdersStep({})
    return new WorkflowResponse(reversed)
  }
)
