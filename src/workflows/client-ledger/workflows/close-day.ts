import { createWorkflow, transform, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { closeDayStep, type CloseDayInput } from "../steps/close-day"
import { readClosingTaxesStep } from "../steps/read-closing-taxes"

export const closeDayWorkflowId = "close-client-ledger-day"

/** The end of a day at the stall: what came in is counted, numbered and frozen. */
export const closeDayWorkflow = createWorkflow(closeDayWorkflowId, function (input: CloseDayInput) {
  const currency = transform({ input }, ({ input }) => ({
    currency_code: input.closing.currency_code,
  }))
  const taxes = readClosingTaxesStep(currency)
  const closing = transform({ input, taxes }, ({ input, taxes }) => ({
    closing: { ...input.closing, taxes },
    request: input.request,
  }))
  return new WorkflowResponse(closeDayStep(closing))
})
