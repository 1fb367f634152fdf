import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type {
  AdminClientAccountListResponse,
  AdminClientAccountResponse,
} from "../../../types/http"
import { createClientAccountWorkflow } from "../../../workflows/client-ledger"
import { ledgerOf } from "../../utils/ledger"
import { resultOf } from "../../utils/result-of"
import { toClientAccount } from "../../utils/serializers"
import type { CreateAccountBody, ListAccountsQuery } from "./validators"

export async function GET(
  req: AuthenticatedMedusaRequest<unknown, ListAccountsQuery>,
  res: MedusaResponse<AdminClientAccountListResponse>
) {
  const { order, limit, offset, ...filters } = req.validatedQuery as ListAccountsQuery
  const [accounts, count] = await ledgerOf(req.scope).listBalances(filters, {
    order,
    limit,
    offset,
  })
  res.json({ client_accounts: accounts.map(toClientAccount), count, offset, limit })
}

export async function POST(
  req: AuthenticatedMedusaRequest<CreateAccountBody>,
  res: MedusaResponse<AdminClientAccountResponse>
) {
  const result = await resultOf(
    createClientAccountWorkflow(req.scope).run({ input: req.validatedBody })
  )
  const account = await ledgerOf(req.scope).retrieveBalance(result.id)
  res.json({ client_account: toClientAccount(account) })
}
