import {
  createWorkflow,
  transform,
  when,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { announceUnprojectedOrdersStep } from "../steps/announce-unprojected-orders"
import { reverseReceiptStep, type ReverseReceiptInput } from "../steps/reverse-receipt"
import { syncOrderWorkflow } from "./sync-order"

export const reverseReceiptWorkflowId = "reverse-client-receipt"

/**
 * A cheque that bounced, a typing mistake: the receipt is cancelled by an entry of the opposite amount, and the
 * order that it was captured on is owed again.
 */
export const reverseReceiptWorkflow = createWorkflow(
  reverseReceiptWorkflowId,
  function (input: ReverseReceiptInput) {
    const reversed = reverseReceiptStep(input)
    when({ reversed }, ({ reversed }) => reversed.receipt.order_id !== null).then(() => {
      const order = transform({ reversed }, ({ reversed }) => ({
        order_id: reversed.receipt.order_id!,
      }))
      syncOrderWorkflow.runAsStep({ input: order })
    })
    const accounts = transform({ reversed }, ({ reversed }) => ({
      account_ids: [reversed.client_account.id],
    }))
    announceUnprojectedOrdersStep(accounts)
    return new WorkflowResponse(reversed)
  }
)
