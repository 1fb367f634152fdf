import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { AdminDebtPolicyResponse } from "../../../../types/http/account-credit"
import { changeDebtPolicyWorkflow } from "../../../../workflows/client-ledger"
import { ledgerOf } from "../../../utils/ledger"
import { resultOf } from "../../../utils/result-of"
import { toDebtPolicy } from "./serializers"
import type { DebtPolicyBody } from "./validators"

export async function GET(
  req: AuthenticatedMedusaRequest<unknown>,
  res: MedusaResponse<AdminDebtPolicyResponse>
) {
  res.json({ debt_policy: toDebtPolicy(await ledgerOf(req.scope).retrieveDebtPolicy()) })
}

export async function POST(
  req: AuthenticatedMedusaRequest<DebtPolicyBody>,
  res: MedusaResponse<AdminDebtPolicyResponse>
) {
  const input = { ...req.validatedBody, actor_id: req.auth_context.actor_id }
  await resultOf(changeDebtPolicyWorkflow(req.scope).run({ input }))
  await GET(req, res)
}
