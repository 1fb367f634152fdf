import type { PostedEntry, Timestamp } from "../types"
import { planOrder, type OrderTarget } from "../utils/plan-order"
import { sameAmount } from "../utils/money"
import { accountKey, ensureAccounts, findAccounts, lockAccounts } from "./accounts"
import { reallocate } from "./allocations"
import { orderStandings, type Standing } from "./entries"
import { spendHolds } from "./holds"
import { lockReceiptsOf } from "./receipts"
import type { Sql } from "./runner"
import { moveReceiptsOfOrder } from "./transfers"
import { writePlan } from "./write-plan"

/** How often the order was synced: read it before reading Medusa, and hand it back when recording. */
export async function orderVersion(sql: Sql, orderId: string): Promise<number> {
  const [order] = await sql<{ version: number }>(`select version from client_order where id = ?`, [
    orderId,
  ])
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
    `insert into client_order as o (id, display_id, account_id, customer_id, currency_code, owed,
       promise_provider_id, ordered_at, due_on, requested_returns, awaits_pickup, shipping_option_id,
       account_credit, version)
     values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1)
     on conflict (id) do update set display_id = coalesce(excluded.display_id, o.display_id),
       account_id = coalesce(excluded.account_id, o.account_id), customer_id = excluded.customer_id,
       owed = excluded.owed,
       promise_provider_id = coalesce(excluded.promise_provider_id, o.promise_provider_id),
       ordered_at = coalesce(excluded.ordered_at, o.ordered_at), due_on = coalesce(excluded.due_on, o.due_on),
       requested_returns = excluded.requested_returns, awaits_pickup = excluded.awaits_pickup,
       shipping_option_id = coalesce(excluded.shipping_option_id, o.shipping_option_id),
       account_credit = excluded.account_credit,
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
      target.promise_provider_id,
      target.ordered_at,
      target.due_on,
      target.requested_returns,
      target.awaits_pickup,
      target.shipping_option_id,
      target.account_credit,
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
  requested_returns: string
  awaits_pickup: boolean
  shipping_option_id: string | null
  account_credit: string
}

export async function findOrders(sql: Sql, ids: string[]): Promise<OrderRecord[]> {
  return sql(
    `select id, display_id, account_id, customer_id, currency_code, trim_scale(owed)::text as owed, trim_scale(paid)::text as paid,
       trim_scale(expected)::text as expected, promise_provider_id, ordered_at, due_on::text as due_on,
       trim_scale(requested_returns)::text as requested_returns, awaits_pickup, shipping_option_id,
       trim_scale(account_credit)::text as account_credit
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

/** The orders whose amounts stand on an account. */
export async function listOrderIdsOfAccount(sql: Sql, accountId: string): Promise<string[]> {
  const rows = await sql<{ id: string }>(
    `select id from client_order where account_id = ? order by id`,
    [accountId]
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
  const [known] = await findOrders(sql, [target.order_id])
  // Accounts before orders before receipts, as everywhere: whoever settles an account's orders holds its lock already.
  const accountIds = await lockAccounts(sql, [account?.id, known?.account_id])
  if (!(await claimOrder(sql, target, account?.id ?? null, version))) return null
  await spendHolds(sql, target.hold_ids, target.order_id)
  if (!account) {
    await reallocate(sql, accountIds)
    return []
  }
  await lockReceiptsOf(sql, target.order_id)
  const standings = await orderStandings(sql, [target.order_id])
  const entries = await writePlan(sql, planOrder(target, account.id, standings))
  if (known?.account_id && known.account_id !== account.id) {
    await moveReceiptsOfOrder(sql, target.order_id, known.account_id, account.id)
  }
  await reallocate(sql, accountIds)
  return entries
}

export type StaleOrder = { order_id: string; message: string }

/** @see ClientOrderService.findStaleOrders */
export async function findStaleOrders(sql: Sql, targets: OrderTarget[]): Promise<StaleOrder[]> {
  const ids = targets.map((target) => target.order_id)
  const records = new Map((await findOrders(sql, ids)).map((record) => [record.id, record]))
  const accounts = await findAccounts(
    sql,
    targets.flatMap((target) => target.holder ?? [])
  )
  const standings = await orderStandings(sql, ids)
  return targets.flatMap((target) => {
    const message = staleness(target, {
      record: records.get(target.order_id),
      accountId: target.holder && accounts.get(accountKey(target.holder))?.id,
      standings: standings.filter((standing) => standing.order_id === target.order_id),
    })
    return message ? [{ order_id: target.order_id, message }] : []
  })
}

function staleness(
  target: OrderTarget,
  ledger: { record?: OrderRecord; accountId?: string | null; standings: Standing[] }
): string | null {
  const { record, accountId, standings } = ledger
  if (!record) return "the ledger doesn't know this order"
  if (target.holder) {
    const plan = planOrder(target, accountId ?? "", standings)
    if (plan.postings.length) {
      const missing = plan.postings.map((posting) => `${posting.type} ${posting.amount}`).join(", ")
      return `entries are missing: ${missing}`
    }
  }
  const same =
    sameAmount(record.owed, target.owed) &&
    record.customer_id === (target.holder?.customer_id ?? null) &&
    record.due_on === target.due_on &&
    sameAmount(record.requested_returns, target.requested_returns) &&
    record.awaits_pickup === target.awaits_pickup &&
    sameAmount(record.account_credit, target.account_credit) &&
    (!target.shipping_option_id || record.shipping_option_id === target.shipping_option_id)
  return same ? null : "what the ledger remembers of it is out of date"
}

export async function findOwingOrders(sql: Sql, ids: string[]): Promise<string[]> {
  if (!ids.length) return []
  const rows = await sql<{ order_id: string }>(
    `select order_id from client_ledger_entry where order_id = any(?) and source_type = 'order'
     group by order_id having sum(amount) <> 0`,
    [ids]
  )
  return rows.map((row) => row.order_id)
}

export type ReversedCapture = { order_id: string; receipt_id: string; capture_id: string }

export async function findReversedCaptures(
  sql: Sql,
  orderIds: string[]
): Promise<ReversedCapture[]> {
  return sql(
    `select order_id, id as receipt_id, source_id as capture_id from client_receipt
     where order_id = any(?) and source_type = 'capture' and reversed_at is not null`,
    [orderIds]
  )
}

/** Those of the captures that the ledger has a receipt of. */
export async function findKnownCaptures(sql: Sql, captureIds: string[]): Promise<string[]> {
  const rows = await sql<{ source_id: string }>(
    `select source_id from client_receipt where source_type = 'capture' and source_id = any(?)`,
    [captureIds]
  )
  return rows.map(({ source_id }) => source_id)
}

export async function listOrdersWithoutCustomer(sql: Sql): Promise<string[]> {
  const rows = await sql<{ id: string }>(
    `select id from client_order where customer_id is null order by id`
  )
  return rows.map((row) => row.id)
}

export async function orderBalance(sql: Sql, orderId: string): Promise<string> {
  const [sum] = await sql<{ amount: string }>(
    `select trim_scale(coalesce(sum(amount), 0))::text as amount from client_ledger_entry where order_id = ?`,
    [orderId]
  )
  return sum!.amount
}
