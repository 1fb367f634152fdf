import type { MedusaRequest } from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"
import type { TopUpDTO } from "../../../../../modules/client-ledger/sql/top-ups"
import { toNumber } from "../../../../../modules/client-ledger/utils/money"
import type { AdminTopUp } from "../../../../../types/http/top-ups"
import { ledgerOf } from "../../../../utils/ledger"
import { toIso } from "../../../../utils/serializers"

/** @throws NOT_FOUND also for a top-up of another account. */
export async function retrieveTopUpOfAccount(req: MedusaRequest<unknown>): Promise<TopUpDTO> {
  const topUp = await ledgerOf(req.scope).retrieveTopUp(req.params.top_up_id!)
  if (topUp.account_id !== req.params.id) {
    throw new MedusaError(MedusaError.Types.NOT_FOUND, `Top-up with id: ${topUp.id} was not found`)
  }
  return topUp
}

export const toTopUp = (topUp: TopUpDTO): AdminTopUp => ({
  id: topUp.id,
  client_account_id: topUp.account_id,
  customer_id: topUp.customer_id,
  amount: toNumber(topUp.amount),
  refunded: toNumber(topUp.refunded),
  currency_code: topUp.currency_code,
  provider_id: topUp.provider_id,
  payment_id: topUp.payment_id,
  status: topUp.status,
  created_at: toIso(topUp.created_at),
  paid_at: topUp.paid_at && toIso(topUp.paid_at),
  expires_at: toIso(topUp.expires_at),
})
