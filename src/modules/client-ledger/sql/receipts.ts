import { generateEntityId, MedusaError } from "@medusajs/framework/utils"
import type { Amount, ReceiptDirection, ReceiptDTO, ReceiptMethod } from "../types"
import { lockAccounts } from "./accounts"
import type { Sql } from "./runner"

export const RECEIPT_COLUMNS = `r.id, r.account_id, r.currency_code, r.direction, r.method, r.provider_id,
  trim_scale(r.amount)::text as amount, r.reference, r.value_date::text as value_date, r.note, r.order_id, r.order_ids,
  r.top_up_id, r.source_type, r.source_id, r.actor_id, r.reversed_at, r.created_at,
  (select number from client_closing where id = r.closing_id) as closing_number`

export type NewReceipt = {
  account_id: string
  currency_code: string
  direction: ReceiptDirection
  method: ReceiptMethod
  /** Above zero, whichever the direction. */
  amount: Amount
  source_type: string
  source_id: string
  provider_id?: string | null
  reference?: string | null
  value_date?: string | null
  note?: string | null
  order_id?: string | null
  /** The orders that it was given for, in the order to settle them. */
  order_ids?: string[]
  top_up_id?: string | null
  actor_id?: string | null
}

/** Writes receipts; the caller posts their entries in the same transaction. */
export async function insertReceipts(sql: Sql, receipts: NewReceipt[]): Promise<ReceiptDTO[]> {
  if (!receipts.length) return []
  const rows = receipts.map((receipt) => ({ ...receipt, id: generateEntityId(undefined, "clrec") }))
  const written = await sql<ReceiptDTO>(
    `insert into client_receipt as r (id, account_id, currency_code, direction, method, provider_id, amount, reference,
       value_date, note, order_id, order_ids, top_up_id, source_type, source_id, actor_id)
     select id, account_id, currency_code, direction, method, provider_id, amount, reference,
       coalesce(value_date, current_date), note, order_id, coalesce(order_ids, '{}'), top_up_id, source_type,
       source_id, actor_id
     from jsonb_to_recordset(?::jsonb) as new (id text, account_id text, currency_code text, direction text, method text,
       provider_id text, amount numeric, reference text, value_date date, note text, order_id text, order_ids text[],
       top_up_id text, source_type text, source_id text, actor_id text)
     returning ${RECEIPT_COLUMNS}`,
    [JSON.stringify(rows)]
  )
  const byId = new Map(written.map((receipt) => [receipt.id, receipt]))
  return rows.map((row) => byId.get(row.id)!)
}

/** A receipt and whose it is. */
export type ReceiptWithClient = ReceiptDTO & { customer_id: string; customer_name: string | null }

/** @throws NOT_FOUND */
export async function retrieveReceipt(
  sql: Sql,
  id: string,
  lock = false
): Promise<ReceiptWithClient> {
  const [receipt] = await sql<ReceiptWithClient>(
    `select ${RECEIPT_COLUMNS}, a.customer_id, a.customer_name
     from client_receipt r join client_account a on a.id = r.account_id
     where r.id = ? ${lock ? "for update of r" : ""}`,
    [id]
  )
  if (!receipt) {
    throw new MedusaError(MedusaError.Types.NOT_FOUND, `Receipt with id: ${id} was not found`)
  }
  return receipt
}

/** Makes a person who reverses one of the order's receipts wait until the transaction ends, or waits for him. */
export async function lockReceiptsOf(sql: Sql, orderId: string): Promise<void> {
  await sql(`select 1 from client_receipt where order_id = ? order by id for no key update`, [
    orderId,
  ])
}

export async function markReversed(sql: Sql, receiptIds: string[]): Promise<void> {
  if (!receiptIds.length) return
  await sql(
    `update client_receipt set reversed_at = now(), updated_at = now() where id = any(?) and reversed_at is null`,
    [receiptIds]
  )
}

/** What stands on each account for a receipt: usually one account, two when its order changed customer. */
async function receiptStandings(
  sql: Sql,
  receiptId: string
): Promise<{ account_id: string; amount: Amount; entry_id: string }[]> {
  return sql(
    `select account_id, trim_scale(sum(amount))::text as amount, (array_agg(id order by sequence desc))[1] as entry_id
     from client_ledger_entry where receipt_id = ? group by account_id having sum(amount) <> 0 order by account_id`,
    [receiptId]
  )
}

/**
 * The same, on accounts that are locked until the transaction ends: an order that changes customer moves a receipt's
 * money, and may have done so while the lock was waited for.
 */
export async function lockReceiptStandings(
  sql: Sql,
  receiptId: string
): ReturnType<typeof receiptStandings> {
  const locked = new Set<string>()
  for (;;) {
    const standings = await receiptStandings(sql, receiptId)
    const accountIds = standings.map(({ account_id }) => account_id)
    if (accountIds.every((id) => locked.has(id))) return standings
    for (const id of await lockAccounts(sql, accountIds)) locked.add(id)
  }
}

export async function updateReceipt(
  sql: Sql,
  receipt: ReceiptDTO,
  correction: { method: ReceiptMethod; reference: string | null; actor_id: string | null }
): Promise<ReceiptDTO> {
  await sql(
    `insert into client_receipt_change (id, receipt_id, from_method, to_method, from_reference, to_reference, actor_id)
     values (?, ?, ?, ?, ?, ?, ?)`,
    [
      generateEntityId(undefined, "clrch"),
      receipt.id,
      receipt.method,
      correction.method,
      receipt.reference,
      correction.reference,
      correction.actor_id,
    ]
  )
  const [corrected] = await sql<ReceiptDTO>(
    `update client_receipt r set method = ?, reference = ?, updated_at = now() where id = ? returning ${RECEIPT_COLUMNS}`,
    [correction.method, correction.reference, receipt.id]
  )
  return corrected!
}

export type ReceiptFilters = {
  client_account_id?: string
  order_id?: string
  method?: ReceiptMethod
  direction?: ReceiptDirection
  value_date_from?: string
  value_date_to?: string
}

/** Receipts, newest first, with their client's name. */
export async function listReceipts(
  sql: Sql,
  filters: ReceiptFilters,
  page: { limit: number; offset: number }
): Promise<[ReceiptWithClient[], number]> {
  const conditions: [string, unknown][] = [
    ["r.account_id = ?", filters.client_account_id],
    ["r.order_id = ?", filters.order_id],
    ["r.method = ?", filters.method],
    ["r.direction = ?", filters.direction],
    ["r.value_date >= ?", filters.value_date_from],
    ["r.value_date <= ?", filters.value_date_to],
  ]
  const given = conditions.filter(([, value]) => value !== undefined)
  const where = given.length ? `where ${given.map(([condition]) => condition).join(" and ")}` : ""
  const values = given.map(([, value]) => value)
  const rows = await sql<ReceiptWithClient>(
    `select ${RECEIPT_COLUMNS}, a.customer_id, a.customer_name
     from client_receipt r join client_account a on a.id = r.account_id
     ${where} order by r.created_at desc, r.id desc limit ? offset ?`,
    [...values, page.limit, page.offset]
  )
  const [total] = await sql<{ count: number }>(
    `select count(*)::int as count from client_receipt r ${where}`,
    values
  )
  return [rows, total?.count ?? 0]
}
