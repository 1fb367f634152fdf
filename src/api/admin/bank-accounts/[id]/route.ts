import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { AdminBankAccountResponse } from "../../../../types/http"
import { keepBankAccountWorkflow } from "../../../../workflows/client-ledger"
import { resultOf } from "../../../utils/result-of"
import { toBankAccount } from "../serializers"
import type { UpdateBankAccountBody } from "../validators"

export async function POST(
  req: AuthenticatedMedusaRequest<UpdateBankAccountBody>,
  res: MedusaResponse<AdminBankAccountResponse>
) {
  const account = await resultOf(
    keepBankAccountWorkflow(req.scope).run({
      input: { id: req.params.id!, patch: req.validatedBody },
    })
  )
  res.json({ bank_account: toBankAccount(account) })
}
