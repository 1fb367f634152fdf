import type { MedusaRequest } from "@medusajs/framework/http"
import type { TopUpDTO } from "../../../../../modules/client-ledger/sql/top-ups"
import type { AdminTopUp } from "../../../../../types/http/top-ups"
import { ledgerOf } from "../../../../utils/ledger"
import { toTopUp } from "../../../../utils/top-ups"

/** @throws NOT_FOUND also for a top-up of another account. */
export const retrieveTopUpOfAccount = (req: MedusaRequest<unknown>): Promise<TopUpDTO> =>
  ledgerOf(req.scope).retrieveTopUp(req.params.top_up_id!, req.params.id)

export const toAdminTopUp = (topUp: TopUpDTO): AdminTopUp => ({
  ...toTopUp(topUp),
  customer_id: topUp.customer_id,
  payment_id: topUp.payment_id,
})
