import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import type { IdempotentRequest } from "../../../modules/client-ledger/types"
import { refundTopUp, type TopUpRefund } from "../utils/refund-top-up"

export const refundTopUpStepId = "refund-client-top-up"

/** Money that was given back isn't taken again: nothing is undone. */
export const refundTopUpStep = createStep(
  refundTopUpStepId,
  async (input: { refund: TopUpRefund; request?: IdempotentRequest }, { container }) =>
    new StepResponse(await refundTopUp(container, input.refund, input.request))
)
