import { createWorkflow, transform, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { closeDayStep, type CloseDayInput } from "../steps/close-day"
import { readClosingOrdersStep } from "../steps/read-closing-orders"

export const closeDayWorkflowId = "close-client-ledger-day"

/** The end of a day at the stall: what came in is counted, numbered and frozen. */
export const closeDayWorkflow = createWorkflow(closeDayWorkflowId, function (input: CloseDayInput) {
  const currency = transform({ input }, ({ input }) => ({
    currency_code: input.closing.currency_code,
  }))
  const read = readClosingOrdersStep(currency)
  const closing = transform({ input, read }, ({ input, read }) => ({
    closing: { ...input.closing, ...read },
    request: input.request,
  }))
  return new WorkflowResponse(closeDayStep(closing))
})
