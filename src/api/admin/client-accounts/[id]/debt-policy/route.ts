import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { AdminAccountDebtPolicyResponse } from "../../../../../types/http/account-credit"
import { changeDebtPolicyWorkflow } from "../../../../../workflows/client-ledger"
import { ledgerOf } from "../../../../utils/ledger"
import { resultOf } from "../../../../utils/result-of"
import { toAccountDebtPolicy } from "../../../client-ledger/debt-policy/serializers"
import type { AccountDebtPolicyBody } from "../../../client-ledger/debt-policy/validators"

export async function GET(
  req: AuthenticatedMedusaRequest<unknown>,
  res: MedusaResponse<AdminAccountDebtPolicyResponse>
) {
  res.json(toAccountDebtPolicy(await ledgerOf(req.scope).retrieveAccountDebtPolicy(req.params.id!)))
}

export async function POST(
  req: AuthenticatedMedusaRequest<AccountDebtPolicyBody>,
  res: MedusaResponse<AdminAccountDebtPolicyResponse>
) {
  const input = {
    client_account_id: req.params.id!,
    ...req.validatedBody,
    actor_id: req.auth_context.actor_id,
  }
  await resultOf(changeDebtPolicyWorkflow(req.scope).run({ input }))
  await GET(req, res)
}
