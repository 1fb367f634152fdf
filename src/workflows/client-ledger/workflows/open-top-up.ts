import { acquireLockStep, releaseLockStep } from "@medusajs/medusa/core-flows"
import { createWorkflow, transform, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { openTopUpStep, type OpenTopUpInput } from "../steps/open-top-up"

export const openTopUpWorkflowId = "open-client-top-up"

/** A client begins to pay online onto his account: one payment is prepared, however often he clicks. */
export const openTopUpWorkflow = createWorkflow(
  openTopUpWorkflowId,
  function (input: OpenTopUpInput) {
    const key = transform({ input }, ({ input }) => `client-ledger:top-ups-of:${input.account_id}`)
    acquireLockStep({ key, timeout: 30, ttl: 60, retryInterval: 0.05 })
    const topUp = openTopUpStep(input)
    releaseLockStep({ key })
    return new WorkflowResponse(topUp)
  }
)
