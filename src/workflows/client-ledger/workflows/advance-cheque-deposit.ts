import { createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import {
  advanceChequeDepositStep,
  type AdvanceChequeDepositInput,
} from "../steps/advance-cheque-deposit"

export const advanceChequeDepositWorkflowId = "advance-cheque-deposit"

/** A deposit slip goes to the bank, is credited by it, or is canceled before. No money moves on the accounts. */
export const advanceChequeDepositWorkflow = createWorkflow(
  advanceChequeDepositWorkflowId,
  function (input: AdvanceChequeDepositInput) {
    return new WorkflowResponse(advanceChequeDepositStep(input))
  }
)
