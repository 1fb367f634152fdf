import type Medusa from "@medusajs/js-sdk"
import { ifThere } from "../lib/errors"

/** A payment on the account itself, without a cart: of a debt, or of money to hold in reserve. */
export type TopUp = {
  id: string
  amount: number
  currency_code: string
  status: string
  payment_session: { id: string; provider_id: string; data: Record<string, unknown> } | null
}
type Answer = { top_up: TopUp }

const pathOf = (accountId: string) => `/store/customers/me/client-accounts/${accountId}/top-ups`

/** Null where the shop's server doesn't offer it. */
export async function beginTopUp(
  sdk: Medusa,
  accountId: string,
  topUp: { amount: string; provider_id: string }
): Promise<TopUp | null> {
  const answer = await ifThere(
    sdk.client.fetch<Answer>(pathOf(accountId), { method: "POST", body: topUp })
  )
  return answer?.top_up ?? null
}

/** Asks the server to look at once, rather than to wait for the provider's webhook. */
export async function confirmTopUp(sdk: Medusa, accountId: string, topUpId: string) {
  const { top_up } = await sdk.client.fetch<Answer>(`${pathOf(accountId)}/${topUpId}/confirm`, {
    method: "POST",
  })
  return top_up
}
