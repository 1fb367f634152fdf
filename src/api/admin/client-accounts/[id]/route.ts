import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { AdminClientAccountResponse } from "../../../../types/http"
import { updateClientAccountWorkflow } from "../../../../workflows/client-ledger"
import { ledgerOf } from "../../../utils/ledger"
import { resultOf } from "../../../utils/result-of"
import { toClientAccount } from "../../../utils/serializers"
import type { UpdateAccountBody } from "../validators"

export async function GET(
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<AdminClientAccountResponse>
) {
  const account = await ledgerOf(req.scope).retrieveBalance(req.params.id!)
  res.json({ client_account: toClientAccount(account) })
}

export async function POST(
  req: AuthenticatedMedusaRequest<UpdateAccountBody>,
  res: MedusaResponse<AdminClientAccountResponse>
) {
  const input = {
    account_id: req.params.id!,
    ...req.validatedBody,
    actor_id: req.auth_context.actor_id,
  }
  await resultOf(updateClientAccountWorkflow(req.scope).run({ input }))
  const account = await ledgerOf(req.scope).retrieveBalance(req.params.id!)
  res.json({ client_account: toClientAccount(account) })
}
