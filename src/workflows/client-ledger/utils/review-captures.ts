import type { MedusaContainer } from "@medusajs/framework/types"
import {
  addAmounts,
  currencyDigits,
  roundAmount,
  sameAmount,
} from "../../../modules/client-ledger/utils/money"
import { onSiteMethodOf } from "../../../modules/client-ledger/utils/providers"
import type { PaymentFacts } from "./order-facts"
import { medusaPages } from "./pages"
import { askProvider, takenByProvider } from "./provider-amounts"
import type { Finding } from "./review"

type Payment = PaymentFacts & {
  currency_code: string
  payment_collection: { order: { id: string } | null } | null
}

const FIELDS = [
  ...["id", "provider_id", "currency_code", "captured_at", "canceled_at", "data"],
  ...["payment_collection.order.id", "captures.id", "captures.amount", "captures.raw_amount"],
]

/**
 * Orders whose online payment isn't captured as the provider has it: Stripe takes the whole intent, whatever part Medusa asks
 * for, and a capture in its dashboard is known by a webhook alone, which may be lost. Nothing is mended: a person decides.
 */
export async function capturesNotAsTaken(
  container: MedusaContainer,
  onlineProviders: readonly string[],
  since: Date,
  until: Date
): Promise<Finding[]> {
  const findings: Finding[] = []
  const ofThen = { created_at: { $gte: since, $lte: until } }
  for await (const payments of medusaPages<Payment>(container, "payment", FIELDS, ofThen)) {
    for (const payment of payments) {
      const orderId = payment.payment_collection?.order?.id
      if (!orderId || onSiteMethodOf(payment.provider_id, onlineProviders)) continue
      const message = await gapOf(container, payment)
      if (message) findings.push({ kind: "capture_differs", id: orderId, message })
    }
  }
  return findings
}

async function gapOf(container: MedusaContainer, payment: Payment): Promise<string | null> {
  const { provider_id, currency_code, captured_at, canceled_at } = payment
  try {
    // Of one that is captured or cancelled, Medusa keeps the provider's last word.
    const isOpen = !captured_at && !canceled_at
    const data = isOpen ? await askProvider(container, payment) : payment.data
    const taken = takenByProvider({ data })
    const rows = (payment.captures ?? []).map((row) => row.raw_amount)
    const captured = roundAmount(addAmounts(...rows), currencyDigits(currency_code))
    if (taken === null || sameAmount(taken, captured)) return null
    return (
      `${provider_id} took ${taken} (${String(data?.id)}), and Medusa's captures say ${captured}: ` +
      `capture the rest in Medusa, or refund it at the provider`
    )
  } catch (error) {
    return `${provider_id} can't be asked about payment ${payment.id}: ${(error as Error).message}`
  }
}
