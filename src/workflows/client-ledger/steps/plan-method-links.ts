import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { planLinks, readPaymentOffers, type MethodSwitches } from "../utils/method-offers"

export const planMethodLinksStepId = "plan-client-ledger-method-links"

/** Which of Medusa's region-provider links change when methods are switched on or off. */
export const planMethodLinksStep = createStep(
  planMethodLinksStepId,
  async (switches: MethodSwitches, { container }) =>
    new StepResponse(planLinks(await readPaymentOffers(container), switches))
)
