import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { AdminClientAccountResponse } from "../../../../types/http"
import { ledgerOf } from "../../../utils/ledger"
import { toClientAccount } from "../../../utils/serializers"

export async function GET(
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<AdminClientAccountResponse>
) {
  const account = await ledgerOf(req.scope).retrieveBalance(req.params.id!)
  res.json({ client_account: toClientAccount(account) })
}
