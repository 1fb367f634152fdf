import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type {
  AdminBankStatementListResponse,
  AdminBankStatementResponse,
} from "../../../types/http"
import { importBankStatementWorkflow } from "../../../workflows/client-ledger"
import { withBodyFile } from "../../utils/body-file"
import { ledgerOf } from "../../utils/ledger"
import { resultOf } from "../../utils/result-of"
import { toBankStatements } from "./serializers"
import type { ListBankStatementsQuery, UploadBankStatementQuery } from "./validators"

/** A camt.053 takes some 1.5 kB a line: this is a hundred thousand lines and more. */
const LARGEST_FILE = 200

export async function GET(
  req: AuthenticatedMedusaRequest<unknown, ListBankStatementsQuery>,
  res: MedusaResponse<AdminBankStatementListResponse>
) {
  const { limit, offset, ...filters } = req.validatedQuery as ListBankStatementsQuery
  const [statements, count] = await ledgerOf(req.scope).listBankStatements(filters, {
    limit,
    offset,
  })
  res.json({ bank_statements: await toBankStatements(req.scope, statements), count, offset, limit })
}

/** The body is the file. No key is needed: the same file again adds nothing. */
export async function POST(
  req: AuthenticatedMedusaRequest<unknown, UploadBankStatementQuery>,
  res: MedusaResponse<AdminBankStatementResponse>
) {
  const query = req.validatedQuery as UploadBankStatementQuery
  const statement = await withBodyFile(req, LARGEST_FILE, (path) =>
    resultOf(
      importBankStatementWorkflow(req.scope).run({
        input: { ...query, path, actor_id: req.auth_context.actor_id },
      })
    )
  )
  const [bank_statement] = await toBankStatements(req.scope, [statement])
  res.json({ bank_statement: bank_statement! })
}
