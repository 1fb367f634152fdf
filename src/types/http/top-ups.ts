import type { TopUpStatus } from "../../modules/client-ledger/types"
import type { AdminClientAccount } from "./accounts"
import type { StoreClientAccount } from "./store"

export type { TopUpStatus }

/** What a client pays online onto his account, without an order. Amounts are in the currency's major units. */
export type StoreTopUp = {
  id: string
  client_account_id: string
  amount: number
  /** What was given back of it. */
  refunded: number
  currency_code: string
  provider_id: string
  status: TopUpStatus
  created_at: string
  paid_at: string | null
  /** When it is let go if it isn't paid. */
  expires_at: string
  /** What the provider's browser library needs, as Stripe's `client_secret`; null once it was let go. */
  payment_session: { id: string; provider_id: string; data: Record<string, unknown> } | null
}
/** Of GET …/top-ups/:top_up_id, and of POST …/top-ups */
export type StoreTopUpResponse = { top_up: StoreTopUp }
/** Of POST …/top-ups/:top_up_id/confirm and DELETE …/top-ups/:top_up_id: the account as it is after it. */
export type StoreTopUpResultResponse = StoreTopUpResponse & { client_account: StoreClientAccount }

/** Of POST /store/customers/me/client-accounts/:id/top-ups */
export type StoreTopUpBody = {
  amount: number | string
  /** An online provider that a region of the account's currency offers. */
  provider_id: string
  /** For a provider that takes the client to a page of its own. */
  return_url?: string
}

export type AdminTopUp = Omit<StoreTopUp, "payment_session"> & {
  customer_id: string
  payment_id: string | null
}
/** Of GET /admin/client-accounts/:id/top-ups, newest first. */
export type AdminTopUpListResponse = {
  top_ups: AdminTopUp[]
  count: number
  offset: number
  limit: number
}
/** Of GET /admin/client-accounts/:id/top-ups/:top_up_id */
export type AdminTopUpResponse = { top_up: AdminTopUp }
/** Of POST /admin/client-accounts/:id/top-ups/:top_up_id/refund */
export type AdminTopUpRefundResponse = AdminTopUpResponse & { client_account: AdminClientAccount }
