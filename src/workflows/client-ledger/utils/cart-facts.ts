import type { BigNumberInput, MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import type { Amount } from "../../../modules/client-ledger/types"
import {
  addAmounts,
  currencyDigits,
  largest,
  roundAmount,
} from "../../../modules/client-ledger/utils/money"
import { onSiteMethodOf } from "../../../modules/client-ledger/utils/providers"
import { isAccountCredit } from "./order-facts"

/** What Medusa says of a cart now. */
export type CartFacts = {
  id: string
  customer_id: string | null
  currency_code: string
  completed_at: string | Date | null
  /** Less what is paid from the balance. */
  raw_total: BigNumberInput
  credit_lines: { id: string; raw_amount: BigNumberInput; reference_id: string | null }[]
  payment_collection: {
    payment_sessions: { provider_id: string; status: string }[] | null
  } | null
}

const CART_FIELDS = [
  "id",
  "customer_id",
  "currency_code",
  "completed_at",
  // `total` makes Medusa compute the totals; `raw_total` is the one that isn't a float.
  "total",
  "raw_total",
  "credit_lines.*",
  "payment_collection.payment_sessions.provider_id",
  "payment_collection.payment_sessions.status",
]

/** Null for a cart that is gone. */
export async function readCart(container: MedusaContainer, id: string): Promise<CartFacts | null> {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({ entity: "cart", fields: CART_FIELDS, filters: { id } })
  const [cart] = data as unknown as CartFacts[]
  return cart ? { ...cart, credit_lines: (cart.credit_lines ?? []).filter(Boolean) } : null
}

export const accountCreditLines = (cart: CartFacts) => cart.credit_lines.filter(isAccountCredit)

/** What the cart costs before anything is paid from the balance, as exact as Medusa has it. */
const grossOf = (cart: CartFacts): Amount =>
  addAmounts(cart.raw_total, ...accountCreditLines(cart).map((line) => line.raw_amount))

/** Medusa's parts of a price that includes VAT add up to it but for their last digits. */
const EVEN_DIGITS = 10
/** A cart needs no payment when its total isn't above zero, be it by the last of those digits. */
const ABOVE = "0.00000001"

/** The line that pays the cart whole, so that nothing is left to pay of it. */
export const wholeLineOf = (cart: CartFacts): Amount =>
  addAmounts(roundAmount(grossOf(cart), EVEN_DIGITS), ABOVE)

/** What of the cart is paid from the balance. */
export const creditOf = (cart: CartFacts): Amount =>
  rounded(cart, addAmounts(...accountCreditLines(cart).map((line) => line.raw_amount)))

const rounded = (cart: CartFacts, amount: Amount): Amount =>
  largest(roundAmount(amount, currencyDigits(cart.currency_code)), "0")

/** The same, as the ledger will debit it. */
export const costOf = (cart: CartFacts): Amount => rounded(cart, grossOf(cart))

/** What is left to pay beside the balance. */
export const dueOf = (cart: CartFacts): Amount => rounded(cart, addAmounts(cart.raw_total))

/**
 * What of the cart would be paid later: all that is left to pay, unless the client pays it online now.
 * Of a cart's sessions only one is ever live.
 */
export function promisedOf(cart: CartFacts, onlineProviders: readonly string[]): Amount {
  const sessions = cart.payment_collection?.payment_sessions ?? []
  const isOnline = sessions.some(
    ({ provider_id }) => provider_id && !onSiteMethodOf(provider_id, onlineProviders)
  )
  return isOnline ? "0" : dueOf(cart)
}
