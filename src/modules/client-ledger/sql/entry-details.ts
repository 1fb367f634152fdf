import type { ClientAccountDTO, LedgerEntryDTO, ReceiptMethod } from "../types"
import { ENTRY_COLUMNS } from "./entries"
import type { Sql } from "./runner"

/**
 * An entry with what a person reads beside it: its order's number, its receipt's method and closing, the other account of a
 * transfer, its reversal.
 */
export type LedgerEntryDetailsDTO = LedgerEntryDTO & {
  order_display_id: number | null
  method: ReceiptMethod | null
  reference: string | null
  closing_number: number | null
  /** The top-up whose money it is. */
  top_up_id: string | null
  transfer_account: Pick<
    ClientAccountDTO,
    "id" | "customer_id" | "customer_name" | "customer_email"
  > | null
  reversed_by_id: string | null
}

const DETAILS = `select ${ENTRY_COLUMNS}, o.display_id as order_display_id, r.method, r.reference, r.top_up_id,
    closing.number as closing_number, reversal.id as reversed_by_id,
    case when other.id is not null then json_build_object('id', other.id, 'customer_id', other.customer_id,
      'customer_name', other.customer_name, 'customer_email', other.customer_email) end as transfer_account
  from client_ledger_entry e
  left join client_order o on o.id = e.order_id
  left join client_receipt r on r.id = e.receipt_id
  left join client_closing closing on closing.id = r.closing_id
  left join client_ledger_entry reversal on reversal.reverses_id = e.id
  left join client_ledger_entry moved on moved.id = coalesce(e.reverses_id, e.id) and moved.source_type = 'transfer'
  left join client_ledger_entry pair on pair.source_type = 'transfer' and pair.source_id = moved.source_id
    and pair.source_seq = 1 - moved.source_seq
  left join client_account other on other.id = pair.account_id`

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

/** The account's entries recorded on some days, both included, oldest first. */
export async function listEntryDetailsBetween(
  sql: Sql,
  accountId: string,
  { from, to, time_zone }: { from: string; to: string; time_zone: string }
): Promise<LedgerEntryDetailsDTO[]> {
  return sql(
    `${DETAILS} where e.account_id = ? and e.created_at >= (?::date at time zone ?)
       and e.created_at < ((?::date + 1) at time zone ?) order by e.sequence`,
    [accountId, from, time_zone, to, time_zone]
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
