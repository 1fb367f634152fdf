import type { AuthenticatedMedusaRequest } from "@medusajs/framework/http"
import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, MedusaError } from "@medusajs/framework/utils"
import type { TopUpDTO } from "../../../../../../../modules/client-ledger/sql/top-ups"
import { toNumber } from "../../../../../../../modules/client-ledger/utils/money"
import type { StoreTopUp } from "../../../../../../../types/http/top-ups"
import { ledgerOf } from "../../../../../../utils/ledger"
import { toIso } from "../../../../../../utils/serializers"
import { retrieveOwnAccount } from "../../own-account"

/** The top-up that is asked for, if it is of the customer's own account. @throws NOT_FOUND as for one that doesn't exist. */
export async function retrieveOwnTopUp(
  req: AuthenticatedMedusaRequest<unknown, unknown>
): Promise<TopUpDTO> {
  const account = await retrieveOwnAccount(req)
  const topUp = await ledgerOf(req.scope).retrieveTopUp(req.params.top_up_id!)
  if (topUp.account_id !== account.id) {
    throw new MedusaError(MedusaError.Types.NOT_FOUND, `Top-up with id: ${topUp.id} was not found`)
  }
  return topUp
}

/** With what the client's browser needs to pay it. */
export async function toOwnTopUp(scope: MedusaContainer, topUp: TopUpDTO): Promise<StoreTopUp> {
  const query = scope.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({
    entity: "payment_session",
    fields: ["id", "provider_id", "data"],
    filters: { id: topUp.payment_session_id },
  })
  const session = data[0]
  return {
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
    payment_session: session
      ? { id: session.id, provider_id: session.provider_id, data: session.data }
      : null,
  }
}
