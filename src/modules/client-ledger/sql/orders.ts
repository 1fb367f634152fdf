import type { PostedEntry, Timestamp } from "../types"
import { planOrder, type OrderTarget } from "../utils/plan-order"
import { ensureAccounts } from "./accounts"
import { orderStandings, postEntries } from "./entries"
import { insertReceipts, markReversed } from "./receipts"
import type { Sql } from "./runner"

/** How often the order was synced: read it before reading Medusa, and hand it back when recording. */
export async function orderVersion(sql: Sql, orderId: string): Promise<number> {
  const [order] = await sql<{ version: number }>(`select version from client_order where id = ?`, [orderId])
  return order?.version ?? 0
}

/**
 * Writes what the order is now, unless another sync has done so since `version` was read.
 * The row stays locked until the transaction ends, so that the order's entries are computed by one at a time.
 */
export async function claimOrder(
  sql: Sql,
  target: OrderTarget,
  accountId: string | null,
  version: number
): Promise<boolean> {
  const [claimed] = await sql<{ id: string }>(
    `insert into client_order as o (id, display_id, account_id, customer_id, currency_code, owed, paid, expected,
       promise_provider_id, ordered_at, due_on, version)
     values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1)
     on conflict (id) do update set display_id = coalesce(excluded.display_id, o.display_id),
       account_id = coalesce(excluded.account_id, o.account_id), customer_id = excluded.customer_id,
       owed = excluded.owed, paid = excluded.paid, expected = excluded.expected,
       promise_provider_id = coalesce(excluded.promise_provider_id, o.promise_provider_id),
       ordered_at = coalesce(excluded.ordered_at, o.ordered_at), due_on = coalesce(excluded.due_on, o.due_on),
       version = o.version + 1, updated_at = now()
     where o.version = ?
     returning id`,
    [
      target.order_id,
      target.display_id,
      accountId,
      target.holder?.customer_id ?? null,
      target.currency_code,
      target.owed,
      target.paid,
      target.expected,
      target.promise_provider_id,
      target.ordered_at,
      target.due_on,
      version,
    ]
  )
  return Boolean(claimed)
}

export type OrderRecord = {
  id: string
  display_id: number | null
  account_id: string | null
  customer_id: string | null
  currency_code: string
  owed: string
  paid: string
  expected: string
  promise_provider_id: string | null
  ordered_at: Timestamp | null
  due_on: string | null
}

export async function findOrders(sql: Sql, ids: string[]): Promise<OrderRecord[]> {
  return sql(
    `select id, display_id, account_id, customer_id, currency_code, owed::text as owed, paid::text as paid,
       expected::text as expected, promise_provider_id, ordered_at, due_on::text as due_on
     from client_order where id = any(?)`,
    [ids]
  )
}

/** A page of the ids that the ledger knows, in order, after the given one. */
export async function listOrderIds(sql: Sql, after: string, limit: number): Promise<string[]> {
  const rows = await sql<{ id: string }>(
    `select id from client_order where id > ? order by id limit ?`,
    [after, limit]
  )
  return rows.map((row) => row.id)
}

/** @see ClientLedgerModuleService.recordOrder */
export async function recordOrder(
  sql: Sql,
  target: OrderTarget,
  version: number
): Promise<PostedEntry[] | null> {
  const [account] = target.holder ? await ensureAccounts(sql, [target.holder]) : []
  if (!(await claimOrder(sql, target, account?.id ?? null, version))) return null
  if (!account) return []
  const standings = await orderStandings(sql, [target.order_id])
  const plan = planOrder(target, account.id, standings)
  const written = await insertReceipts(sql, plan.receipts)
  await markReversed(sql, plan.vanished)
  const receiptOf = new Map(written.map((receipt) => [`${receipt.source_type} ${receipt.source_id}`, receipt.id]))
  return postEntries(
    sql,
    plan.postings.map((posting) => ({
      ...posting,
      receipt_id: posting.receipt_id ?? receiptOf.get(`${posting.source_type} ${posting.source_id}`) ?? null,
    }))
  )
}
