import type { Amount } from "../types"
import { listEntryDetailsBetween, type LedgerEntryDetailsDTO } from "./entry-details"
import type { Sql } from "./runner"

/** The days that a statement covers, both included, where the reader lives. */
export type StatementPeriod = {
  /** YYYY-MM-DD */
  from: string
  to: string
  /** As Europe/Paris. */
  time_zone: string
}

export type Statement = {
  opening_balance: Amount
  closing_balance: Amount
  /** Oldest first, by when they were recorded. */
  entries: LedgerEntryDetailsDTO[]
  /** The last entry by the end of the period: with its hash, whoever keeps the statement can prove what it said. */
  head: { sequence: number; hash: string } | null
}

type Head = { sequence: number; hash: string; balance_after: Amount }

/** What an account held before, what moved in the period, and what it held after: two statements. */
export async function retrieveStatement(
  sql: Sql,
  accountId: string,
  { from, to, time_zone }: StatementPeriod
): Promise<Statement> {
  const [before] = await sql<Head>(
    `select sequence, hash, trim_scale(balance_after)::text as balance_after from client_ledger_entry
     where account_id = ? and created_at < (?::date at time zone ?) order by sequence desc limit 1`,
    [accountId, from, time_zone]
  )
  const entries = await listEntryDetailsBetween(sql, accountId, { from, to, time_zone })
  const last = entries.at(-1) ?? before
  return {
    opening_balance: before?.balance_after ?? "0",
    closing_balance: last?.balance_after ?? "0",
    entries,
    head: last ? { sequence: last.sequence, hash: last.hash } : null,
  }
}
