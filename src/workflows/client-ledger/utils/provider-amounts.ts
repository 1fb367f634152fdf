import type { MedusaContainer } from "@medusajs/framework/types"
import type { Amount } from "../../../modules/client-ledger/types"
import { roundAmount } from "../../../modules/client-ledger/utils/money"
import { BigNumber, MathBN, Modules } from "@medusajs/framework/utils"
import type { PaymentFacts } from "./order-facts"

/** Stripe's own: it counts a few currencies in other units than Medusa. */
const WHOLE = new Set("bif clp djf gnf jpy kmf krw mga pyg rwf ugx vnd vuv xaf xof xpf".split(" "))
const THOUSANDTHS = new Set("bhd iqd jod kwd omr tnd".split(" "))

/**
 * What the provider says that it took, as Medusa last heard it, in major units; null for a provider whose words we don't
 * know. Stripe answers its whole intent, and says how much of it was received.
 */
export function takenByProvider({ data }: Pick<PaymentFacts, "data">): Amount | null {
  if (data?.object !== "payment_intent") return null
  const { amount_received: received, currency } = data
  if (typeof received !== "number" || typeof currency !== "string") return null
  const digits = WHOLE.has(currency) ? 0 : THOUSANDTHS.has(currency) ? 3 : 2
  return roundAmount(new BigNumber(MathBN.div(received, 10 ** digits)), digits)
}

type Data = PaymentFacts["data"]
/** Medusa's payment module asks its providers, and has no method of its own for this question. */
type Providers = {
  paymentProviderService_: {
    retrieveProvider(id: string): {
      retrievePayment(input: { data: Data }): Promise<{ data?: Data }>
    }
  }
}

/** What the provider says of a payment now. A provider that can't be reached throws. */
export async function askProvider(
  container: MedusaContainer,
  { provider_id, data }: Pick<PaymentFacts, "provider_id" | "data">
): Promise<Data> {
  const { paymentProviderService_: providers } = container.resolve(
    Modules.PAYMENT
  ) as unknown as Providers
  const answer = await providers.retrieveProvider(provider_id).retrievePayment({ data })
  return answer.data ?? null
}
