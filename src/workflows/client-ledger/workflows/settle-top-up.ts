import { acquireLockStep, releaseLockStep } from "@medusajs/medusa/core-flows"
import { createWorkflow, transform, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { announceUnprojectedOrdersStep } from "../steps/announce-unprojected-orders"
import { settleTopUpStep } from "../steps/settle-top-up"
import { topUpLock } from "../utils/top-up-lock"

export type SettleTopUpInput = { top_up_id: string }

export const settleTopUpWorkflowId = "settle-client-top-up"

/**
 * Asks the provider about a pending top-up, posts what was paid and what was given back, and settles the account's orders
 * with it. The client's confirmation, a webhook's event and the job all run it, one after the other.
 */
export const settleTopUpWorkflow = createWorkflow(
  settleTopUpWorkflowId,
  function (input: SettleTopUpInput) {
    const lock = transform({ id: input.top_up_id }, topUpLock)
    acquireLockStep(lock)
    const settled = settleTopUpStep(input)
    releaseLockStep(lock)
    const accounts = transform({ settled }, ({ settled }) => ({
      account_ids: [settled.top_up.account_id],
    }))
    announceUnprojectedOrdersStep(accounts)
    return new WorkflowResponse(settled)
  }
)
