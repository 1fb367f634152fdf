import type Medusa from "@medusajs/js-sdk"
import type { StoreAccountCreditResponse } from "medusa-plugin-client-ledger/types/http/account-credit"
import { ifThere } from "../lib/errors"

const pathOf = (cartId: string) => `/store/carts/${cartId}/account-credit`

/** Null where the shop's server doesn't offer it. */
export async function readAccountCredit(sdk: Medusa, cartId: string) {
  const answer = await ifThere(sdk.client.fetch<StoreAccountCreditResponse>(pathOf(cartId)))
  return answer?.account_credit ?? null
}

/** Pays of the cart what the reserve holds, as far as the cart goes. */
export const spendReserve = (sdk: Medusa, cartId: string) =>
  sdk.client.fetch<StoreAccountCreditResponse>(pathOf(cartId), { method: "POST", body: {} })

export const keepReserve = (sdk: Medusa, cartId: string) =>
  sdk.client.fetch<StoreAccountCreditResponse>(pathOf(cartId), { method: "DELETE" })
