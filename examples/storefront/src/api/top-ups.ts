import type Medusa from "@medusajs/js-sdk"
import type { StoreTopUp, StoreTopUpResponse } from "medusa-plugin-client-ledger/types/http/top-ups"
import { ifThere } from "../lib/errors"

const pathOf = (accountId: string) => `/store/customers/me/client-accounts/${accountId}/top-ups`

/** A payment on the account itself, without a cart. Null where the shop's server doesn't offer it. */
export async function beginTopUp(
  sdk: Medusa,
  accountId: string,
  topUp: { amount: string; provider_id: string }
): Promise<StoreTopUp | null> {
  const answer = await ifThere(
    sdk.client.fetch<StoreTopUpResponse>(pathOf(accountId), { method: "POST", body: topUp })
  )
  return answer?.top_up ?? null
}

/** Asks the server to look at once, rather than to wait for the provider's webhook. */
export async function confirmTopUp(sdk: Medusa, accountId: string, topUpId: string) {
  const { top_up } = await sdk.client.fetch<StoreTopUpResponse>(
    `${pathOf(accountId)}/${topUpId}/confirm`,
    {
      method: "POST",
    }
  )
  return top_up
}
