import type { LedgerEntryDTO, ReceiptMethod } from "../types"
import { ENTRY_COLUMNS } from "./entries"
import type { Sql } from "./runner"

/** An entry with what a person reads beside it: its order's number, its receipt's method, its reversal. */
export type LedgerEntryDetailsDTO = LedgerEntryDTO & {
  order_display_id: number | null
  method: ReceiptMethod | null
  reference: string | null
  reversed_by_id: string | null
}

const DETAILS = `select ${ENTRY_COLUMNS}, o.display_id as order_display_id, r.method, r.reference,
    reversal.id as reversed_by_id
  from client_ledger_entry e
  left join client_order o on o.id = e.order_id
  left join client_receipt r on r.id = e.receipt_id
  left join client_ledger_entry reversal on reversal.reverses_id = e.id`

/** The account's entries, newest first. */
export async function listEntryDetails(
  sql: Sql,
  account: { id: string; entry_count: number },
  page: { limit: number; offset: number }
): Promise<LedgerEntryDetailsDTO[]> {
  // Sequences have no gaps: a page at any depth is a range of the index, never a skip over rows.
  const newest = account.entry_count - page.offset
  return sql(
    `${DETAILS} where e.account_id = ? and e.sequence <= ? and e.sequence > ? order by e.sequence desc`,
    [account.id, newest, newest - page.limit]
  )
}

/** Entries that are known to exist, in the order asked. */
export async function findEntryDetails(sql: Sql, ids: string[]): Promise<LedgerEntryDetailsDTO[]> {
  const rows = await sql<LedgerEntryDetailsDTO>(`${DETAILS} where e.id = any(?)`, [ids])
  const found = new Map(rows.map((entry) => [entry.id, entry]))
  return ids.map((id) => found.get(id)!)
}

/** An entry that is known to exist. */
export async function retrieveEntryDetails(sql: Sql, id: string): Promise<LedgerEntryDetailsDTO> {
  return (await findEntryDetails(sql, [id]))[0]!
}
