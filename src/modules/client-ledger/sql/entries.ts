import { MedusaError } from "@medusajs/framework/utils"
import type { EntryType, LedgerEntryDTO, PostedEntry, Posting } from "../types"
import { today } from "../utils/dates"
import { mintIds } from "../utils/mint-ids"
import { exactAmount } from "../utils/money"
import type { Sql } from "./runner"

export const ENTRY_COLUMNS = `e.id, e.account_id, e.currency_code, e.sequence, e.type, trim_scale(e.amount)::text as amount,
  trim_scale(e.balance_after)::text as balance_after, e.order_id, e.receipt_id, e.reverses_id, e.source_type, e.source_id,
  e.source_seq, e.note, e.value_date::text as value_date, e.actor_id, e.hash, e.created_at`

/** What an entry `e` is a part of: its receipt, the entry that it reverses, or else itself. */
export const MOVE_OF = "coalesce(e.receipt_id, e.reverses_id, e.id)"

/** What the database says of an entry that it wrote: the rest is as it was given. */
type Written = Pick<
  LedgerEntryDTO,
  "id" | "currency_code" | "sequence" | "balance_after" | "hash" | "created_at"
>
type NewEntry = Omit<LedgerEntryDTO, keyof Written> & { id: string }

/**
 * Posts through the ledger's one door, a single statement whatever the number of entries.
 * @throws INVALID_DATA an amount that no currency has, and what the database refuses.
 */
export async function postEntries(sql: Sql, postings: Posting[]): Promise<PostedEntry[]> {
  if (!postings.length) return []
  const ids = mintIds("clent", postings.length)
  const entries = postings.map((posting, n) => newEntry(posting, ids[n]!))
  const [first] = entries
  const rows = entries.length === 1 ? await postOne(sql, first!) : await postMany(sql, entries)
  const written = new Map(rows.map((row) => [row.id, row]))
  const standing = await standingEntries(
    sql,
    entries.filter(({ id }) => !written.has(id))
  )
  return entries.map((entry) => {
    const row = written.get(entry.id)
    if (row) return { ...entry, ...row, replayed: false }
    const stands = standing.get(keyOf(entry))!
    // A key that comes twice here was posted by the first of the two.
    return { ...stands, replayed: !written.has(stands.id) }
  })
}

const newEntry = (posting: Posting, id: string): NewEntry => ({
  id,
  account_id: posting.account_id,
  type: posting.type,
  // The database holds the account's digits and refuses what is finer; six are the most any currency has.
  amount: exactAmount(posting.amount, 6),
  order_id: posting.order_id ?? null,
  receipt_id: posting.receipt_id ?? null,
  reverses_id: posting.reverses_id ?? null,
  source_type: posting.source_type,
  source_id: posting.source_id,
  source_seq: posting.source_seq ?? 0,
  note: posting.note ?? null,
  value_date: posting.value_date ?? today(),
  actor_id: posting.actor_id ?? null,
})

const postMany = (sql: Sql, entries: NewEntry[]) =>
  sql<Written>(`select * from client_ledger_post(?::jsonb)`, [JSON.stringify(entries)])

/** Half of a pair, which the driver would replace without a word by another character: JSON is refused by the database. */
const HALF_A_CHARACTER = /\p{Surrogate}/u

/** The same door, without the JSON, which would cost a single entry a fifth of its time. @throws INVALID_DATA */
function postOne(sql: Sql, entry: NewEntry) {
  const values = Object.values(entry)
  if (values.some((value) => HALF_A_CHARACTER.test(String(value)))) {
    throw new MedusaError(
      MedusaError.Types.INVALID_DATA,
      "A text holds half of a character, which can't be stored"
    )
  }
  // In the order of the function's arguments, which the database reads for less than their names.
  const given = values.map(() => "?").join(", ")
  return sql<Written>(`select * from client_ledger_post(${given})`, values)
}

type Key = Pick<LedgerEntryDTO, "source_type" | "source_id" | "source_seq">

const keyOf = (entry: Key) => `${entry.source_type} ${entry.source_id} ${entry.source_seq}`

/** The entries that were posted before by these keys, by {@link keyOf}. */
async function standingEntries(sql: Sql, keys: Key[]): Promise<Map<string, LedgerEntryDTO>> {
  if (!keys.length) return new Map()
  const rows = await sql<LedgerEntryDTO>(
    `select ${ENTRY_COLUMNS} from client_ledger_entry e
     join jsonb_to_recordset(?::jsonb) as key (source_type text, source_id text, source_seq integer)
       on (e.source_type, e.source_id, e.source_seq) = (key.source_type, key.source_id, key.source_seq)`,
    [JSON.stringify(keys)]
  )
  return new Map(rows.map((row) => [keyOf(row), row]))
}

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
     where (e.source_type = 'order' and e.source_id = any(?))
       or (e.source_type in ('capture', 'refund') and e.order_id = any(?))
     group by e.order_id, e.account_id, e.source_type, e.source_id`,
    [orderIds, orderIds]
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
