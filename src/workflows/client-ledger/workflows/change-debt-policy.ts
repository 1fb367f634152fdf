import { createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { changeDebtPolicyStep, type ChangeDebtPolicyInput } from "../steps/change-debt-policy"

export const changeDebtPolicyWorkflowId = "change-client-debt-policy"

/** Says which debts clients may make, or makes an exception for one of them. Orders that are placed stay as they are. */
export const changeDebtPolicyWorkflow = createWorkflow(
  changeDebtPolicyWorkflowId,
  function (input: ChangeDebtPolicyInput) {
    changeDebtPolicyStep(input)
    return new WorkflowResponse(undefined)
  }
)
