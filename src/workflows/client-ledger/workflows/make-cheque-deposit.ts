import { createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { makeChequeDepositStep, type MakeChequeDepositInput } from "../steps/make-cheque-deposit"

export const makeChequeDepositWorkflowId = "make-cheque-deposit"

/** Cheques go into a numbered deposit slip, the "bordereau de remise" that goes to the bank with them. */
export const makeChequeDepositWorkflow = createWorkflow(
  makeChequeDepositWorkflowId,
  function (input: MakeChequeDepositInput) {
    return new WorkflowResponse(makeChequeDepositStep(input))
  }
)
