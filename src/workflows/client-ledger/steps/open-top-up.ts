import { createPaymentSessionsWorkflow } from "@medusajs/medusa/core-flows"
import type { BigNumberInput, MedusaContainer } from "@medusajs/framework/types"
import { MedusaError, Modules } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { CLIENT_LEDGER_MODULE } from "../../../modules/client-ledger"
import type ClientLedgerModuleService from "../../../modules/client-ledger/service"
import type {
  Amount,
  ClientAccountDTO,
  IdempotentRequest,
} from "../../../modules/client-ledger/types"
import { topUpAmount } from "../../../modules/client-ledger/utils/top-up-limits"
import { refuseUnofferedProvider } from "../utils/top-up-providers"

export type OpenTopUpInput = {
  account_id: string
  /** Major units. */
  amount: BigNumberInput
  provider_id: string
  /** Where a provider that leaves the shop sends the client back to. */
  return_url?: string
  request?: IdempotentRequest
}

/** After it, one that wasn't paid is let go. */
const HOURS_TO_PAY = 24

export const openTopUpStepId = "open-client-top-up"

/** Prepares the payment of a top-up; one that the client began alike, and may still pay, is answered again. */
export const openTopUpStep = createStep(
  openTopUpStepId,
  async (input: OpenTopUpInput, { container }) => {
    const ledger = container.resolve<ClientLedgerModuleService>(CLIENT_LEDGER_MODULE)
    const account = await ledger.retrieveAccount(input.account_id)
    const { top_up_max, enabled } = await ledger.retrieveSettings()
    if (!enabled) {
      throw new MedusaError(
        MedusaError.Types.NOT_ALLOWED,
        "The market doesn't take payments onto client accounts at the moment"
      )
    }
    const amount = topUpAmount(input.amount, account, top_up_max)
    const { online_providers } = await ledger.retrieveRules()
    await refuseUnofferedProvider(
      container,
      input.provider_id,
      account.currency_code,
      online_providers
    )
    const asked = { account_id: account.id, amount, provider_id: input.provider_id }
    const standing = await ledger.findTopUp(asked, input.request)
    if (standing) return new StepResponse(standing)

    const session = await preparePayment(container, account, amount, input)
    const topUp = await ledger.createTopUp(
      {
        ...asked,
        ...session,
        customer_id: account.customer_id,
        currency_code: account.currency_code,
        expires_at: new Date(Date.now() + HOURS_TO_PAY * 3_600_000),
      },
      input.request
    )
    // A twin of the same key was faster, in another process.
    if (topUp.payment_session_id !== session.payment_session_id) {
      await container.resolve(Modules.PAYMENT).deletePaymentSession(session.payment_session_id)
    }
    return new StepResponse(topUp)
  }
)

/** A payment collection of Medusa's without a cart, and its session at the provider. */
async function preparePayment(
  container: MedusaContainer,
  account: ClientAccountDTO,
  amount: Amount,
  { provider_id, return_url }: OpenTopUpInput
) {
  const payments = container.resolve(Modules.PAYMENT)
  const collection = await payments.createPaymentCollections({
    currency_code: account.currency_code,
    amount: Number(amount),
  })
  try {
    const { result: session } = await createPaymentSessionsWorkflow(container).run({
      input: {
        payment_collection_id: collection.id,
        provider_id,
        customer_id: account.customer_id,
        data: sessionData(provider_id, return_url),
      },
    })
    // Medusa's Stripe provider goes on where Stripe failed; nobody could pay such a session.
    if (session.data.indeterminate_due_to)
      throw new MedusaError(MedusaError.Types.UNEXPECTED_STATE, "the provider's answer is missing")
    return { payment_collection_id: collection.id, payment_session_id: session.id }
  } catch (error) {
    await payments.deletePaymentCollections(collection.id)
    throw new MedusaError(
      MedusaError.Types.PAYMENT_AUTHORIZATION_ERROR,
      `The payment can't be prepared, try again later: ${(error as Error).message}`
    )
  }
}

/**
 * Stripe captures at once whatever the shop's orders do, so that nobody can void what the client has paid; it takes the
 * address to come back to from the browser.
 */
const sessionData = (provider_id: string, return_url?: string): Record<string, unknown> =>
  provider_id.startsWith("pp_stripe") ? { capture_method: "automatic" } : { return_url }
