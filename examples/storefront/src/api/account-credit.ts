import type Medusa from "@medusajs/js-sdk"
import { ifThere } from "../lib/errors"

/** What the client's account has to do with a cart. */
export type AccountCredit = {
  currency_code: string
  /** What of the balance may be spent on this cart, and what of it is. */
  available: number
  applied: number
  /** The debt from before, and what of it is past its due date. */
  owed: number
  overdue: number
  /** What the market says to the order, with the payment chosen so far. */
  checkout: {
    allowed: boolean
    reason: string | null
    action: "warn" | "block"
    missing: number
  }
}
type Answer = { account_credit: AccountCredit }

const pathOf = (cartId: string) => `/store/carts/${cartId}/account-credit`

/** Null where the shop's server doesn't offer it. */
export async function readAccountCredit(sdk: Medusa, cartId: string) {
  const answer = await ifThere(sdk.client.fetch<Answer>(pathOf(cartId)))
  return answer?.account_credit ?? null
}

/** Pays of the cart what the reserve holds, as far as the cart goes. */
export const spendReserve = (sdk: Medusa, cartId: string) =>
  sdk.client.fetch<Answer>(pathOf(cartId), { method: "POST", body: {} })

export const keepReserve = (sdk: Medusa, cartId: string) =>
  sdk.client.fetch<Answer>(pathOf(cartId), { method: "DELETE" })
