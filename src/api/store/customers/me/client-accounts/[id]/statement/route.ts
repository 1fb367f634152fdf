import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { toNumber } from "../../../../../../../modules/client-ledger/utils/money"
import type { StoreStatementResponse } from "../../../../../../../types/http"
import { toOwnEntry } from "../../serializers"
import type { StatementQuery } from "../../validators"
import { readStatement } from "./read-statement"

export async function GET(
  req: AuthenticatedMedusaRequest<unknown, StatementQuery>,
  res: MedusaResponse<StoreStatementResponse>
) {
  const { statement, period } = await readStatement(req)
  res.json({
    statement: {
      client_account_id: statement.account.id,
      currency_code: statement.account.currency_code,
      from: period.from,
      to: period.to,
      opening_balance: toNumber(statement.opening_balance),
      closing_balance: toNumber(statement.closing_balance),
      ledger_entries: statement.entries.map(toOwnEntry),
      head: statement.head,
    },
  })
}
