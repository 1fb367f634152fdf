import type { AccountHolder, Amount, EntryType, Posting } from "../types"
import type { ImportMode } from "../utils/client-import"
import { ConflictError } from "../utils/errors"
import { ensureAccounts, lockAccounts } from "./accounts"
import { reallocate } from "./allocations"
import { postEntries } from "./entries"
import type { Sql } from "./runner"

/** What an import posts. */
export type ImportedEntry = {
  /** The tool's instance, the group, and the operation's or the member's id there: posts once, for ever. */
  key: string
  amount: Amount
  /** YYYY-MM-DD, the day it happened there. */
  day: string
  note: string
}

/** What an earlier import posted. */
export type StandingEntry = {
  key: string
  amount: Amount
  reversed: boolean
  customer_id: string
}

const SOURCE: Record<ImportMode, { source_type: string; type: EntryType }> = {
  history: { source_type: "imported_operation", type: "imported" },
  "opening-balances": { source_type: "imported_balance", type: "opening_balance" },
}

/** What stands of earlier imports in a mode whose keys begin with `scope/`. */
export function findImported(sql: Sql, mode: ImportMode, scope: string): Promise<StandingEntry[]> {
  return sql<StandingEntry>(
    `select e.source_id as key, trim_scale(e.amount)::text as amount, r.id is not null as reversed, a.customer_id
     from client_ledger_entry e join client_account a on a.id = e.account_id
     left join client_ledger_entry r on r.reverses_id = e.id
     where e.source_type = ? and starts_with(e.source_id, ? || '/')`,
    [SOURCE[mode].source_type, scope]
  )
}

/** The customers of these whose account has an opening balance that isn't reversed, and isn't an import's. */
export async function customersWithOpenings(
  sql: Sql,
  customerIds: string[],
  currencyCode: string
): Promise<string[]> {
  const rows = await sql<{ customer_id: string }>(
    `select distinct a.customer_id from client_account a
     join client_ledger_entry e on e.account_id = a.id and e.type = 'opening_balance' and e.source_type <> ?
     left join client_ledger_entry r on r.reverses_id = e.id
     where a.customer_id = any(?) and a.currency_code = ? and r.id is null`,
    [SOURCE["opening-balances"].source_type, customerIds, currencyCode]
  )
  return rows.map(({ customer_id }) => customer_id)
}

/** How many entries a statement posts: enough that the statement's own cost is little of it. */
const BATCH = 1000

/** How many accounts are settled at once: their entries are in memory meanwhile. */
const SETTLED_AT_ONCE = 200

export type ImportedMember = {
  /** The member's id in the tool. */
  foreign_id: string
  holder: AccountHolder
  entries: ImportedEntry[]
}

/**
 * Opens the members' accounts and posts their entries, all in the caller's transaction.
 * @returns how many entries were posted; those that stood already aren't among them.
 * @throws CONFLICT an account that has had an opening balance since the report, or an operation that was posted with
 *   another amount.
 */
export async function postImported(
  sql: Sql,
  mode: ImportMode,
  members: ImportedMember[],
  progress: (posted: number) => void
): Promise<number> {
  const accounts = await ensureAccounts(
    sql,
    members.map(({ holder }) => holder)
  )
  const ids = await lockAccounts(
    sql,
    accounts.map(({ id }) => id)
  )
  if (mode === "opening-balances") await refuseOpenings(sql, members)
  const postings = members.flatMap(({ entries }, index) =>
    entries.map((entry): Posting => ({
      ...SOURCE[mode],
      account_id: accounts[index]!.id,
      amount: entry.amount,
      source_id: entry.key,
      note: entry.note,
      value_date: entry.day,
    }))
  )
  let posted = 0
  for (let at = 0; at < postings.length; at += BATCH) {
    const batch = await postEntries(sql, postings.slice(at, at + BATCH))
    posted += batch.filter(({ replayed }) => !replayed).length
    progress(at + batch.length)
  }
  for (let at = 0; at < ids.length; at += SETTLED_AT_ONCE) {
    await reallocate(sql, ids.slice(at, at + SETTLED_AT_ONCE))
  }
  return posted
}

async function refuseOpenings(sql: Sql, members: ImportedMember[]): Promise<void> {
  const posting = members.filter(({ entries }) => entries.length > 0)
  const [first] = posting
  if (!first) return
  const found = await customersWithOpenings(
    sql,
    posting.map(({ holder }) => holder.customer_id),
    first.holder.currency_code
  )
  if (!found.length) return
  throw new ConflictError(
    `${found.length} clients were given an opening balance while the import was read. Nothing was posted: run it again.`
  )
}
