import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { settleTopUp } from "../utils/settle-top-up"

export const settleTopUpStepId = "settle-client-top-up"

/** Nothing is undone when a later step fails: what was paid is paid. */
export const settleTopUpStep = createStep(
  settleTopUpStepId,
  async ({ top_up_id }: { top_up_id: string }, { container }) =>
    new StepResponse(await settleTopUp(container, top_up_id))
)
