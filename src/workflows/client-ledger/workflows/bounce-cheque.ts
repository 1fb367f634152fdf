import {
  createWorkflow,
  transform,
  when,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { announceUnprojectedOrdersStep } from "../steps/announce-unprojected-orders"
import { bounceChequeStep, type BounceChequeInput } from "../steps/bounce-cheque"
import { syncOrderWorkflow } from "./sync-order"

export const bounceChequeWorkflowId = "bounce-client-cheque"

/**
 * The bank returned a cheque: its receipt is reversed, the bank's fee is the client's, and the order that the cheque was
 * captured on is owed again.
 */
export const bounceChequeWorkflow = createWorkflow(
  bounceChequeWorkflowId,
  function (input: BounceChequeInput) {
    const bounced = bounceChequeStep(input)
    when({ bounced }, ({ bounced }) => bounced.receipt.order_id !== null).then(() => {
      const order = transform({ bounced }, ({ bounced }) => ({
        order_id: bounced.receipt.order_id!,
      }))
      syncOrderWorkflow.runAsStep({ input: order })
    })
    announceUnprojectedOrdersStep({})
    return new WorkflowResponse(bounced)
  }
)
