import { createPaymentSessionsWorkflow } from "@medusajs/medusa/core-flows"
import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import type { PromisePlan } from "../utils/promise-plan"

export const renewPromiseStepId = "renew-client-ledger-promise"

/**
 * Leaves one promise open on an order. A failure half-way is mended by the next sync, which plans afresh.
 */
export const renewPromiseStep = createStep(
  renewPromiseStepId,
  async (plan: PromisePlan, { container }) => {
    const payments = container.resolve(Modules.PAYMENT)
    for (const id of plan.cancel_payment_ids) await payments.cancelPayment(id)
    if (!plan.renewal) return new StepResponse(null)

    const collectionId = await prepareCollection(container, plan, plan.renewal)
    const { result: session } = await createPaymentSessionsWorkflow(container).run({
      input: { payment_collection_id: collectionId, provider_id: plan.renewal.provider_id },
    })
    const payment = await payments.authorizePaymentSession(session.id, {})
    return new StepResponse({ payment_id: payment?.id ?? null })
  }
)

/** The order's empty collection, at the amount promised; a new one where there is none. */
async function prepareCollection(
  container: MedusaContainer,
  plan: PromisePlan,
  renewal: NonNullable<PromisePlan["renewal"]>
): Promise<string> {
  const payments = container.resolve(Modules.PAYMENT)
  const amount = Number(renewal.amount)
  if (renewal.payment_collection_id) {
    await payments.updatePaymentCollections(renewal.payment_collection_id, { amount })
    return renewal.payment_collection_id
  }
  const link = container.resolve(ContainerRegistrationKeys.LINK)
  const collection = await payments.createPaymentCollections({
    currency_code: plan.currency_code,
    amount,
  })
  await link.create({
    [Modules.ORDER]: { order_id: plan.order_id },
    [Modules.PAYMENT]: { payment_collection_id: collection.id },
  })
  return collection.id
}
