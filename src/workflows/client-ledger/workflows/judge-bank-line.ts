import { createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { judgeBankLineStep, type JudgeBankLineInput } from "../steps/judge-bank-line"

export const judgeBankLineWorkflowId = "judge-bank-line"

/** A person says what a line of the statement is, when it is no client's transfer. No money moves on the accounts. */
export const judgeBankLineWorkflow = createWorkflow(
  judgeBankLineWorkflowId,
  function (input: JudgeBankLineInput) {
    return new WorkflowResponse(judgeBankLineStep(input))
  }
)
