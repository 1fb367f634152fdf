import { createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { keepBankAccountStep, type KeepBankAccountInput } from "../steps/keep-bank-account"

export const keepBankAccountWorkflowId = "keep-bank-account"

/** An account of the market's at a bank is named, or how its CSV is read is put right. */
export const keepBankAccountWorkflow = createWorkflow(
  keepBankAccountWorkflowId,
  function (input: KeepBankAccountInput) {
    return new WorkflowResponse(keepBankAccountStep(input))
  }
)
