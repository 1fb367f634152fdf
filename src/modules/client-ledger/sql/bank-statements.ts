import type { Timestamp } from "../types"
import type { StatementFormat } from "../utils/bank-files/statement"
import type { Sql } from "./runner"

/** A file that was read, and what came of it. */
export type BankStatementDTO = {
  id: string
  bank_account_id: string
  file_name: string
  format: StatementFormat
  /** All that move money; those that weren't known; those of these that match exactly. */
  lines: number
  added: number
  exact: number
  /** YYYY-MM-DD; null of a file without lines. */
  first_day: string | null
  last_day: string | null
  actor_id: string | null
  created_at: Timestamp
}

const COLUMNS = `s.id, s.bank_account_id, s.file_name, s.format, s.lines, s.added, s.exact, s.first_day::text as first_day,
  s.last_day::text as last_day, s.actor_id, s.created_at`

export async function insertBankStatement(
  sql: Sql,
  statement: Omit<BankStatementDTO, "created_at">
): Promise<BankStatementDTO> {
  const [written] = await sql<BankStatementDTO>(
    `insert into bank_statement as s (id, bank_account_id, file_name, format, lines, added, exact, first_day, last_day, actor_id)
     values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) returning ${COLUMNS}`,
    [
      statement.id,
      statement.bank_account_id,
      statement.file_name,
      statement.format,
      statement.lines,
      statement.added,
      statement.exact,
      statement.first_day,
      statement.last_day,
      statement.actor_id,
    ]
  )
  return written!
}

/** The files that were read, newest first, and how many the filter leaves. */
export async function listBankStatements(
  sql: Sql,
  { bank_account_id }: { bank_account_id?: string },
  page: { limit: number; offset: number }
): Promise<[BankStatementDTO[], number]> {
  const where = `where s.bank_account_id = coalesce(?, s.bank_account_id)`
  const rows = await sql<BankStatementDTO>(
    `select ${COLUMNS} from bank_statement s ${where} order by s.created_at desc, s.id desc limit ? offset ?`,
    [bank_account_id ?? null, page.limit, page.offset]
  )
  const [total] = await sql<{ count: number }>(
    `select count(*)::int as count from bank_statement s ${where}`,
    [bank_account_id ?? null]
  )
  return [rows, total?.count ?? 0]
}
