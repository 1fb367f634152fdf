import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import type { TopUpDTO } from "../../../modules/client-ledger/sql/top-ups"
import { addAmounts, sameAmount } from "../../../modules/client-ledger/utils/money"
import type { TopUpTarget } from "../../../modules/client-ledger/utils/plan-top-up"
import type { PaymentFacts } from "./order-facts"
import { moneyMovements } from "./money-movements"
import { takenByProvider } from "./provider-amounts"

/** Medusa's payment of a top-up. */
export type TopUpPayment = PaymentFacts & { payment_session_id: string; currency_code: string }

/** A top-up beside what Medusa holds of it. */
export type TopUpFacts = {
  top_up: TopUpDTO
  payment: TopUpPayment | null
  /** Why its money isn't believed: it isn't what was agreed. Then nothing is posted. */
  problem: string | null
}

const FIELDS = [
  "id",
  "payment_session_id",
  "provider_id",
  "currency_code",
  "amount",
  "raw_amount",
  "created_at",
  "captured_at",
  "canceled_at",
  "data",
  ...["captures", "refunds"].flatMap((rows) =>
    ["id", "amount", "raw_amount", "created_at", "created_by"].map((field) => `${rows}.${field}`)
  ),
  "refunds.note",
  "refunds.metadata",
]

/** What Medusa holds of these top-ups, one query however many. Only the payment of its own session is a top-up's. */
export async function readTopUps(
  container: MedusaContainer,
  topUps: TopUpDTO[]
): Promise<TopUpFacts[]> {
  // A filter of undefined matches every payment in Medusa's queries.
  if (!topUps.length) return []
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({
    entity: "payment",
    fields: FIELDS,
    filters: { payment_session_id: topUps.map(({ payment_session_id }) => payment_session_id) },
  })
  const payments = new Map(
    (data as unknown as TopUpPayment[]).map((payment) => [payment.payment_session_id, payment])
  )
  return topUps.map((top_up) => {
    const found = payments.get(top_up.payment_session_id)
    const payment = found
      ? { ...found, captures: found.captures ?? [], refunds: found.refunds ?? [] }
      : null
    return { top_up, payment, problem: payment && problemOf(top_up, payment) }
  })
}

/** The terms are those of our own row, whatever the provider or its webhook says. */
function problemOf(topUp: TopUpDTO, payment: TopUpPayment): string | null {
  const agreed = `${topUp.amount} ${topUp.currency_code} by ${topUp.provider_id}`
  const captured = addAmounts(...payment.captures.map((row) => row.raw_amount))
  const taken = takenByProvider(payment)
  const isAsAgreed =
    payment.provider_id === topUp.provider_id &&
    payment.currency_code === topUp.currency_code &&
    sameAmount(payment.raw_amount, topUp.amount) &&
    (!payment.captures.length || sameAmount(captured, topUp.amount)) &&
    (!payment.captures.length || taken === null || sameAmount(taken, topUp.amount))
  if (isAsAgreed) return null
  const found = `${captured} of ${addAmounts(payment.raw_amount)} ${payment.currency_code} captured by ${payment.provider_id}`
  return `${agreed} was agreed, but Medusa has ${found}${taken === null ? "" : `, and the provider took ${taken}`}`
}

/** What should stand in the ledger for a top-up. */
export const topUpTarget = (
  { top_up, payment }: TopUpFacts,
  onlineProviders: readonly string[]
): TopUpTarget => ({
  top_up,
  payment_id: payment?.id ?? null,
  movements: payment ? moneyMovements([payment], top_up.currency_code, onlineProviders) : [],
})
