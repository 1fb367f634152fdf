import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { AdminBankAccountListResponse, AdminBankAccountResponse } from "../../../types/http"
import { keepBankAccountWorkflow } from "../../../workflows/client-ledger"
import { ledgerOf } from "../../utils/ledger"
import { resultOf } from "../../utils/result-of"
import { toBankAccount } from "./serializers"
import type { CreateBankAccountBody } from "./validators"

export async function GET(
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<AdminBankAccountListResponse>
) {
  const accounts = await ledgerOf(req.scope).listBankAccounts()
  res.json({ bank_accounts: accounts.map(toBankAccount) })
}

export async function POST(
  req: AuthenticatedMedusaRequest<CreateBankAccountBody>,
  res: MedusaResponse<AdminBankAccountResponse>
) {
  const account = await resultOf(
    keepBankAccountWorkflow(req.scope).run({
      input: { create: { ...req.validatedBody, actor_id: req.auth_context.actor_id } },
    })
  )
  res.json({ bank_account: toBankAccount(account) })
}
