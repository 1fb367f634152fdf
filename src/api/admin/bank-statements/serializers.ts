import type { MedusaContainer } from "@medusajs/framework/types"
import type { BankStatementDTO } from "../../../modules/client-ledger/sql/bank-statements"
import type { AdminBankStatement } from "../../../types/http"
import { actorEmails, actorOf } from "../../utils/actors"
import { toIso } from "../../utils/serializers"

export async function toBankStatements(
  scope: MedusaContainer,
  statements: BankStatementDTO[]
): Promise<AdminBankStatement[]> {
  const emails = await actorEmails(scope, statements)
  return statements.map((statement) => ({
    id: statement.id,
    bank_account_id: statement.bank_account_id,
    file_name: statement.file_name,
    format: statement.format,
    lines: statement.lines,
    added: statement.added,
    exact: statement.exact,
    first_day: statement.first_day,
    last_day: statement.last_day,
    created_at: toIso(statement.created_at),
    actor: actorOf(statement, emails),
  }))
}
