import type { Timestamp } from "../types"
import type { Sql } from "./runner"

export type PostingRules = {
  /** False: nothing is posted. */
  enabled: boolean
  /** Orders placed before it are never posted. */
  ledger_starts_at: Timestamp
  due_days: number
  /** When the last reconciliation that left nothing behind began. */
  reconciled_at: Timestamp | null
}

/** When this process started: where the settings row is missing, the ledger starts no later than this. */
const STARTED_AT = new Date()

/** The settings that decide what is posted. The migration writes the row; a truncated database gets it back. */
export async function retrieveRules(sql: Sql): Promise<PostingRules> {
  const read = () =>
    sql<PostingRules>(
      `select enabled, ledger_starts_at, due_days, reconciled_at from client_ledger_settings where id = 'store'`
    )
  const [rules] = await read()
  if (rules) return rules
  await sql(
    `insert into client_ledger_settings (id, ledger_starts_at) values ('store', ?) on conflict do nothing`,
    [STARTED_AT.toISOString()]
  )
  return (await read())[0]!
}

export async function recordReconciliation(sql: Sql, startedAt: Date): Promise<void> {
  await sql(
    `update client_ledger_settings set reconciled_at = ? where id = 'store' and (reconciled_at is null or reconciled_at < ?)`,
    [startedAt, startedAt]
  )
}
