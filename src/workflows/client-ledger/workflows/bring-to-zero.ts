import { createWorkflow, transform, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { announceReceiptsStep } from "../steps/announce-receipts"
import { announceUnprojectedOrdersStep } from "../steps/announce-unprojected-orders"
import { bringToZeroStep, type BringToZeroInput } from "../steps/bring-to-zero"

export const bringToZeroWorkflowId = "bring-client-accounts-to-zero"

/** What clients owe is received, what they hold is paid out, or either is written off; Medusa shows their orders as settled. */
export const bringToZeroWorkflow = createWorkflow(
  bringToZeroWorkflowId,
  function (input: BringToZeroInput) {
    const brought = bringToZeroStep(input)
    announceUnprojectedOrdersStep({})
    announceReceiptsStep(
      transform({ brought }, ({ brought }) => ({
        receipt_ids: brought.receipts.map(({ receipt }) => receipt.id),
      }))
    )
    return new WorkflowResponse(brought)
  }
)
