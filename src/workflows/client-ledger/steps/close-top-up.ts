import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { closeTopUp, type TopUpClosing } from "../utils/close-top-up"

export const closeTopUpStepId = "close-client-top-up"

/** What the provider let go can't be taken up again: nothing is undone. */
export const closeTopUpStep = createStep(
  closeTopUpStepId,
  async (closing: TopUpClosing, { container }) =>
    new StepResponse(await closeTopUp(container, closing))
)
