import type { TopUpDTO } from "../../modules/client-ledger/sql/top-ups"
import { toNumber } from "../../modules/client-ledger/utils/money"
import type { StoreTopUp } from "../../types/http/top-ups"
import { toIso } from "./serializers"

/** What client and administrator read of a top-up alike. */
export const toTopUp = (topUp: TopUpDTO): Omit<StoreTopUp, "payment_session"> => ({
  id: topUp.id,
  client_account_id: topUp.account_id,
  amount: toNumber(topUp.amount),
  refunded: toNumber(topUp.refunded),
  currency_code: topUp.currency_code,
  provider_id: topUp.provider_id,
  status: topUp.status,
  created_at: toIso(topUp.created_at),
  paid_at: topUp.paid_at && toIso(topUp.paid_at),
  expires_at: toIso(topUp.expires_at),
})
