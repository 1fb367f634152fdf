import type { AuthenticatedMedusaRequest } from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"
import type { ClientBalanceDTO } from "../../../../../modules/client-ledger/sql/balances"
import { ledgerOf } from "../../../../utils/ledger"

/** The account that is asked for, if it is the customer's own. @throws NOT_FOUND as for one that doesn't exist. */
export async function retrieveOwnAccount(
  req: AuthenticatedMedusaRequest<unknown, unknown>
): Promise<ClientBalanceDTO> {
  const id = req.params.id!
  const account = await ledgerOf(req.scope).retrieveBalance(id)
  if (account.customer_id !== req.auth_context.actor_id) {
    throw new MedusaError(
      MedusaError.Types.NOT_FOUND,
      `Client account with id: ${id} was not found`
    )
  }
  return account
}
