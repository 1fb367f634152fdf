import { acquireLockStep, releaseLockStep } from "@medusajs/medusa/core-flows"
import { createWorkflow, transform, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import type { IdempotentRequest } from "../../../modules/client-ledger/types"
import { announceUnprojectedOrdersStep } from "../steps/announce-unprojected-orders"
import { refundTopUpStep } from "../steps/refund-top-up"
import type { TopUpRefund } from "../utils/refund-top-up"
import { topUpLock } from "../utils/top-up-lock"

export type RefundTopUpInput = { refund: TopUpRefund; request?: IdempotentRequest }

export const refundTopUpWorkflowId = "refund-client-top-up"

/** Money of a top-up goes back through its provider; orders that it had settled are owed again. */
export const refundTopUpWorkflow = createWorkflow(
  refundTopUpWorkflowId,
  function (input: RefundTopUpInput) {
    const lock = transform({ id: input.refund.top_up_id }, topUpLock)
    acquireLockStep(lock)
    const refunded = refundTopUpStep(input)
    releaseLockStep(lock)
    const accounts = transform({ refunded }, ({ refunded }) => ({
      account_ids: [refunded.top_up.account_id],
    }))
    announceUnprojectedOrdersStep(accounts)
    return new WorkflowResponse(refunded)
  }
)
