import { createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { announceUnprojectedOrdersStep } from "../steps/announce-unprojected-orders"
import { bringToZeroStep, type BringToZeroInput } from "../steps/bring-to-zero"

export const bringToZeroWorkflowId = "bring-client-accounts-to-zero"

/** What clients owe is received, what they hold is paid out, or either is written off; Medusa shows their orders as settled. */
export const bringToZeroWorkflow = createWorkflow(
  bringToZeroWorkflowId,
  function (input: BringToZeroInput) {
    const brought = bringToZeroStep(input)
    announceUnprojectedOrdersStep({})
    return new WorkflowResponse(brought)
  }
)
