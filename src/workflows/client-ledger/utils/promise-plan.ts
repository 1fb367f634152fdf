import type { Amount } from "../../../modules/client-ledger/types"
import {
  currencyDigits,
  isPositive,
  roundAmount,
  sameAmount,
} from "../../../modules/client-ledger/utils/money"
import { onSiteMethodOf } from "../../../modules/client-ledger/utils/providers"
import type { OrderFacts } from "./order-facts"
import { openOf } from "./order-target"

export type PromisePlan = {
  /** On-site payments that promise something else than what is owed. */
  cancel_payment_ids: string[]
  renewal: {
    provider_id: string
    amount: Amount
    /** A collection of the order's that nothing was paid or promised on; null when one has to be made. */
    payment_collection_id: string | null
  } | null
}

/**
 * After an edit Medusa opens a payment collection without a session, and leaves the old authorized payment open.
 * Exactly one promise should stand: for what is owed and not received, by the method that the client chose.
 * @returns null when that is so already.
 */
export function planPromise(
  order: OrderFacts,
  promise: { promise_provider_id: string | null; expected: Amount },
  onlineProviders: readonly string[]
): PromisePlan | null {
  const { promise_provider_id: providerId, expected } = promise
  if (!providerId) return null
  const digits = currencyDigits(order.currency_code)
  const open = order.payment_collections
    .flatMap((collection) => collection.payments)
    .filter((payment) => onSiteMethodOf(payment.provider_id, onlineProviders))
    .map((payment) => ({ id: payment.id, amount: roundAmount(openOf(payment), digits) }))
    .filter((payment) => isPositive(payment.amount))
  const [only] = open
  if (open.length === 1 && only && sameAmount(only.amount, expected)) return null
  if (!open.length && !isPositive(expected)) return null

  const empty = order.payment_collections.find(
    (collection) =>
      ["not_paid", "awaiting"].includes(collection.status) && !collection.payments.length
  )
  return {
    cancel_payment_ids: open.map((payment) => payment.id),
    renewal: isPositive(expected)
      ? {
          provider_id: providerId,
          amount: expected,
          payment_collection_id: empty?.id ?? null,
        }
      : null,
  }
}
