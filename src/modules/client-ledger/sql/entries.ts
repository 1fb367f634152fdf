import { MedusaError } from "@medusajs/framework/utils"
import type { EntryType, LedgerEntryDTO, PostedEntry, Posting } from "../types"
import { mintIds } from "../utils/mint-ids"
import type { Sql } from "./runner"

export const ENTRY_COLUMNS = `e.id, e.account_id, e.currency_code, e.sequence, e.type, trim_scale(e.amount)::text as amount,
  trim_scale(e.balance_after)::text as balance_after, e.order_id, e.receipt_id, e.reverses_id, e.source_type, e.source_id,
  e.source_seq, e.note, e.value_date::text as value_date, e.actor_id, e.hash, e.created_at`

/** What an entry `e` is a part of: its receipt, the entry that it reverses, or else itself. */
export const MOVE_OF = "coalesce(e.receipt_id, e.reverses_id, e.id)"

/** Posts through the ledger's one door, a single statement whatever the number of entries. */
export async function postEntries(sql: Sql, postings: Posting[]): Promise<PostedEntry[]> {
  if (!postings.length) return []
  const ids = mintIds("clent", postings.length)
  const rows = postings.map((posting, n) => ({
    ...posting,
    source_seq: posting.source_seq ?? 0,
    id: ids[n]!,
  }))
  const entries = rows.length === 1 ? await postOne(sql, rows[0]!) : await postMany(sql, rows)
  const minted = new Set(rows.map((row) => row.id))
  const byKey = new Map(entries.map((entry) => [keyOf(entry), entry]))
  return rows.map((row) => {
    const entry = byKey.get(keyOf(row))!
    return { ...entry, replayed: !minted.has(entry.id) }
  })
}

type NewEntry = Posting & { id: string }

const postMany = (sql: Sql, rows: NewEntry[]) =>
  sql<LedgerEntryDTO>(`select ${ENTRY_COLUMNS} from client_ledger_post(?::jsonb) e`, [
    JSON.stringify(rows),
  ])

const COLUMNS = [
  ...(["id", "account_id", "type", "amount", "order_id", "receipt_id", "reverses_id"] as const),
  ...(["source_type", "source_id", "source_seq", "note", "value_date", "actor_id"] as const),
]

/** Half of a pair, which the driver would replace without a word by another character: JSON is refused by the database. */
const HALF_A_CHARACTER = /\p{Surrogate}/u

/** The same door, without the JSON, which would cost a single entry a fifth of its time. @throws INVALID_DATA */
function postOne(sql: Sql, row: NewEntry) {
  const values = COLUMNS.map((column) => row[column] ?? null)
  if (values.some((value) => HALF_A_CHARACTER.test(String(value)))) {
    throw new MedusaError(
      MedusaError.Types.INVALID_DATA,
      "A text holds half of a character, which can't be stored"
    )
  }
  const given = COLUMNS.map(() => "?").join(", ")
  return sql<LedgerEntryDTO>(`select ${ENTRY_COLUMNS} from client_ledger_post(${given}) e`, values)
}

const keyOf = (entry: { source_type: string; source_id: string; source_seq: number }) =>
  `${entry.source_type} ${entry.source_id} ${entry.source_seq}`

/** The account's entries, newest first, and how many there are. */
export async function listEntries(
  sql: Sql,
  account: { id: string; entry_count: number },
  page: { limit: number; offset: number }
): Promise<LedgerEntryDTO[]> {
  // Sequences have no gaps, so that the page at any depth is a range of the index, never a skip over rows.
  const newest = account.entry_count - page.offset
  return sql<LedgerEntryDTO>(
    `select ${ENTRY_COLUMNS} from client_ledger_entry e
     where e.account_id = ? and e.sequence <= ? and e.sequence > ? order by e.sequence desc`,
    [account.id, newest, newest - page.limit]
  )
}

/** @throws NOT_FOUND when the account has no such entry. */
export async function retrieveEntry(
  sql: Sql,
  accountId: string,
  entryId: string
): Promise<LedgerEntryDTO> {
  const [entry] = await sql<LedgerEntryDTO>(
    `select ${ENTRY_COLUMNS} from client_ledger_entry e where e.id = ? and e.account_id = ?`,
    [entryId, accountId]
  )
  if (!entry) {
    throw new MedusaError(
      MedusaError.Types.NOT_FOUND,
      `Ledger entry with id: ${entryId} was not found`
    )
  }
  return entry
}

export type Standing = {
  account_id: string
  source_type: string
  source_id: string
  type: EntryType
  amount: string
  next_seq: number
  receipt_id: string | null
  receipt_reversed: boolean
}

/** Per account and source, the sum and the next free number of its key. */
const STANDINGS = `e.account_id, e.source_type, e.source_id, max(e.type) as type,
       trim_scale(sum(e.amount))::text as amount,
       (max(max(e.source_seq)) over (partition by e.source_type, e.source_id) + 1)::int as next_seq,
       max(e.receipt_id) as receipt_id, bool_or(r.reversed_at is not null) as receipt_reversed`

/** What stands in the ledger for each order. */
export async function orderStandings(
  sql: Sql,
  orderIds: string[]
): Promise<(Standing & { order_id: string })[]> {
  return sql(
    `select e.order_id, ${STANDINGS}
     from client_ledger_entry e left join client_receipt r on r.id = e.receipt_id
     where e.order_id = any(?) and e.source_type in ('order', 'capture', 'refund')
     group by e.order_id, e.account_id, e.source_type, e.source_id`,
    [orderIds]
  )
}

/** What stands in the ledger for each top-up: the money that came, and what was given back of it. */
export async function topUpStandings(
  sql: Sql,
  topUpIds: string[]
): Promise<(Standing & { top_up_id: string })[]> {
  return sql(
    `select r.top_up_id, ${STANDINGS}
     from client_ledger_entry e join client_receipt r on r.id = e.receipt_id
     where r.top_up_id = any(?) and e.source_type in ('capture', 'refund')
     group by r.top_up_id, e.account_id, e.source_type, e.source_id`,
    [topUpIds]
  )
}
