import type { Amount } from "../../../modules/client-ledger/types"
import { roundAmount } from "../../../modules/client-ledger/utils/money"
import { BigNumber, MathBN } from "@medusajs/framework/utils"
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
