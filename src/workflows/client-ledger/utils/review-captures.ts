import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import {
  addAmounts,
  currencyDigits,
  roundAmount,
  sameAmount,
} from "../../../modules/client-ledger/utils/money"
import type { PaymentFacts } from "./order-facts"
import { takenByProvider } from "./provider-amounts"
import type { Finding } from "./review"

type Payment = PaymentFacts & {
  currency_code: string
  payment_collection: { order: { id: string } | null } | null
}

const PAGE = 100

/**
 * Orders whose online payment was captured in part: Stripe takes the whole intent, whatever part Medusa asks for, so that
 * the provider has more, or less, than Medusa's captures say. Nothing is mended: a person decides.
 */
export async function capturesNotAsTaken(
  container: MedusaContainer,
  since: Date,
  until: Date
): Promise<Finding[]> {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const findings: Finding[] = []
  let after = ""
  for (;;) {
    const { data } = await query.graph({
      entity: "payment",
      fields: [
        ...["id", "provider_id", "currency_code", "data", "payment_collection.order.id"],
        ...["captures.id", "captures.amount", "captures.raw_amount"],
      ],
      filters: { id: { $gt: after }, created_at: { $gte: since, $lte: until } },
      pagination: { take: PAGE, skip: 0, order: { id: "ASC" } },
    })
    const payments = data as unknown as Payment[]
    if (!payments.length) return findings
    findings.push(...payments.flatMap((payment) => gapOf(payment) ?? []))
    after = payments[payments.length - 1]!.id
  }
}

function gapOf(payment: Payment): Finding | null {
  const orderId = payment.payment_collection?.order?.id
  const taken = takenByProvider(payment)
  if (!orderId || taken === null) return null
  const digits = currencyDigits(payment.currency_code)
  const rows = (payment.captures ?? []).map((row) => row.raw_amount)
  const captured = roundAmount(addAmounts(...rows), digits)
  if (sameAmount(taken, captured)) return null
  return {
    kind: "capture_differs",
    id: orderId,
    message:
      `${payment.provider_id} took ${taken} (${String(payment.data?.id)}), and Medusa's captures say ${captured}: ` +
      `capture the rest in Medusa, or refund it at the provider`,
  }
}
