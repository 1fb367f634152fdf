import type { AuthenticatedMedusaRequest } from "@medusajs/framework/http"
import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import type { TopUpDTO } from "../../../../../../../modules/client-ledger/sql/top-ups"
import type { StoreTopUp } from "../../../../../../../types/http/top-ups"
import { ledgerOf } from "../../../../../../utils/ledger"
import { toTopUp } from "../../../../../../utils/top-ups"
import { retrieveOwnAccount } from "../../own-account"

/** The top-up that is asked for, if it is of the customer's own account. @throws NOT_FOUND as for one that doesn't exist. */
export async function retrieveOwnTopUp(
  req: AuthenticatedMedusaRequest<unknown, unknown>
): Promise<TopUpDTO> {
  const account = await retrieveOwnAccount(req)
  return ledgerOf(req.scope).retrieveTopUp(req.params.top_up_id!, account.id)
}

/** With what the client's browser needs to pay it. */
export async function toOwnTopUp(scope: MedusaContainer, topUp: TopUpDTO): Promise<StoreTopUp> {
  const query = scope.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({
    entity: "payment_session",
    fields: ["id", "provider_id", "data"],
    filters: { id: topUp.payment_session_id },
  })
  const [session] = data
  return {
    ...toTopUp(topUp),
    payment_session: session
      ? { id: session.id, provider_id: session.provider_id, data: session.data }
      : null,
  }
}
