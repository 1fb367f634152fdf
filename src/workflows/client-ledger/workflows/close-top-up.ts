import { acquireLockStep, releaseLockStep } from "@medusajs/medusa/core-flows"
import { createWorkflow, transform, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { announceUnprojectedOrdersStep } from "../steps/announce-unprojected-orders"
import { closeTopUpStep } from "../steps/close-top-up"
import type { TopUpClosing } from "../utils/close-top-up"
import { topUpLock } from "../utils/top-up-lock"

export const closeTopUpWorkflowId = "close-client-top-up"

/** Lets a pending top-up go. One that turns out to be paid is posted instead, which its status says. */
export const closeTopUpWorkflow = createWorkflow(
  closeTopUpWorkflowId,
  function (input: TopUpClosing) {
    const lock = transform({ id: input.top_up_id }, topUpLock)
    acquireLockStep(lock)
    const closed = closeTopUpStep(input)
    releaseLockStep(lock)
    const accounts = transform({ closed }, ({ closed }) => ({
      account_ids: [closed.top_up.account_id],
    }))
    announceUnprojectedOrdersStep(accounts)
    return new WorkflowResponse(closed)
  }
)
