import type { Amount, ReceiptMethod } from "../types"
import { allocate, type Allocation, type Credit, type Debt } from "../utils/allocate"
import { isPositive, negate, sameAmount } from "../utils/money"
import { mintIds } from "../utils/mint-ids"
import { lockAccounts } from "./accounts"
import { MOVE_OF } from "./entries"
import type { Sql } from "./runner"

type AccountAllocation = Allocation & { account_id: string }
type StandingAllocation = AccountAllocation & { id: string }

/**
 * Derives anew which credits settle which debts on these accounts, and writes what changed. The accounts are locked until
 * the transaction ends, in a fixed order; it comes after the postings, and costs the same statements for one or many.
 * @returns the orders for which something changed.
 */
export async function reallocate(sql: Sql, accountIds: string[]): Promise<string[]> {
  if (!accountIds.length) return []
  await lockAccounts(sql, accountIds)
  const derived = await deriveAllocations(sql, accountIds)
  const changed = changesOf(await findAllocations(sql, accountIds), derived)
  await writeAllocations(sql, changed)
  return settleOrders(sql, accountIds, [...new Set(changed.map(({ debt_id }) => debt_id))])
}

/** What settles what, from the entries and orders alone. */
async function deriveAllocations(sql: Sql, accountIds: string[]): Promise<AccountAllocation[]> {
  const moves = byAccount(await findMoves(sql, accountIds))
  const orders = byAccount(await findDebts(sql, accountIds))
  return accountIds.flatMap((account_id) => {
    const own = moves.get(account_id) ?? []
    const credits: Credit[] = own.filter(({ amount }) => isPositive(amount))
    const debits: Debt[] = own
      .filter(({ amount }) => !isPositive(amount))
      .map((move) => ({ ...move, amount: negate(move.amount) }))
    const debts = [...(orders.get(account_id) ?? []), ...debits]
    return allocate(credits, debts).map((allocation) => ({ account_id, ...allocation }))
  })
}

function byAccount<Row extends { account_id: string }>(rows: Row[]): Map<string, Row[]> {
  const groups = new Map<string, Row[]>()
  for (const row of rows) {
    const group = groups.get(row.account_id)
    if (group) group.push(row)
    else groups.set(row.account_id, [row])
  }
  return groups
}

type Move = Credit & { account_id: string; returned_on: string | null }

/**
 * What each receipt, and each entry that has none, comes to on each account: credits above zero, debits below. A refund
 * takes from what it gives back: the captures of its order, or its top-up.
 */
function findMoves(sql: Sql, accountIds: string[]): Promise<Move[]> {
  return sql(
    `select e.account_id, ${MOVE_OF} as id,
       trim_scale(sum(e.amount))::text as amount, min(e.value_date)::text as day, min(e.sequence) as at,
       array_remove(array_cat(coalesce(r.order_ids, '{}'),
         coalesce(array_agg(distinct e.order_id) filter (where e.order_id is not null and e.amount > 0), '{}'))
         || r.top_up_id, null) as order_ids,
       case when r.source_type = 'refund' then coalesce(r.order_id, r.top_up_id) end as returned_on
     from client_ledger_entry e left join client_receipt r on r.id = e.receipt_id
     where e.account_id = any(?) and e.source_type <> 'order'
     group by e.account_id, ${MOVE_OF}, r.id
     having sum(e.amount) <> 0`,
    [accountIds]
  )
}

function findDebts(sql: Sql, accountIds: string[]): Promise<(Debt & { account_id: string })[]> {
  return sql(
    `select o.account_id, o.id, trim_scale(o.owed)::text as amount, min(e.value_date)::text as day, min(e.sequence) as at,
       trim_scale(o.account_credit)::text as account_credit
     from client_order o
     join client_ledger_entry e on e.source_type = 'order' and e.source_id = o.id and e.account_id = o.account_id
     where o.account_id = any(?) and o.owed > 0
     group by o.id`,
    [accountIds]
  )
}

/** What is written of it. */
function findAllocations(sql: Sql, accountIds: string[]): Promise<StandingAllocation[]> {
  return sql(
    `select id, account_id, credit_id, debt_id, trim_scale(amount)::text as amount
     from client_allocation where account_id = any(?)`,
    [accountIds]
  )
}

const keyOf = ({ account_id, credit_id, debt_id }: AccountAllocation) =>
  `${account_id} ${credit_id} ${debt_id}`

/** The pairs whose amount isn't the one that is written; those that settle nothing any more come down to zero. */
function changesOf(
  standing: AccountAllocation[],
  derived: AccountAllocation[]
): AccountAllocation[] {
  const before = new Map(standing.map((row) => [keyOf(row), row.amount]))
  const after = new Set(derived.map(keyOf))
  const released = standing.filter((row) => isPositive(row.amount) && !after.has(keyOf(row)))
  return [
    ...derived.filter((row) => !sameAmount(before.get(keyOf(row)) ?? "0", row.amount)),
    ...released.map((row) => ({ ...row, amount: "0" })),
  ]
}

/** The accounts whose orders aren't settled as their entries say. */
export async function wrongAllocations(
  sql: Sql,
  accountIds: string[]
): Promise<{ kind: string; id: string; message: string }[]> {
  const derived = await deriveAllocations(sql, accountIds)
  const changed = changesOf(await findAllocations(sql, accountIds), derived)
  const orders = new Set((await findDebts(sql, accountIds)).map(({ id }) => id))
  const wrong = changed.filter(({ debt_id }) => orders.has(debt_id))
  return [...new Set(wrong.map(({ account_id }) => account_id))].map((id) => ({
    kind: "allocation_differs",
    id,
    message: `Account ${id}: what settles its orders isn't what its entries say; a full reconciliation settles them anew`,
  }))
}

async function writeAllocations(sql: Sql, rows: AccountAllocation[]): Promise<void> {
  if (!rows.length) return
  const ids = mintIds("clall", rows.length)
  await sql(
    `insert into client_allocation (id, account_id, credit_id, debt_id, amount)
     select id, account_id, credit_id, debt_id, amount
     from jsonb_to_recordset(?::jsonb) as new (id text, account_id text, credit_id text, debt_id text, amount numeric)
     on conflict (account_id, credit_id, debt_id) do update set amount = excluded.amount, updated_at = now()`,
    [JSON.stringify(rows.map((row, n) => ({ ...row, id: ids[n] })))]
  )
}

/** What is settled of the accounts' orders, and what of a promise is still expected. */
async function settleOrders(sql: Sql, accountIds: string[], changed: string[]): Promise<string[]> {
  const rows = await sql<{ id: string; touched: boolean }>(
    `update client_order o set paid = s.paid,
       expected = case when o.promise_provider_id is null then 0 else o.owed - s.paid end,
       allocation_version = o.allocation_version + (o.id = any(?))::int, updated_at = now()
     from (
       select o.id, coalesce(sum(a.amount), 0) as paid
       from client_order o left join client_allocation a on a.debt_id = o.id and a.account_id = o.account_id
       where o.account_id = any(?) group by o.id
     ) s
     where o.id = s.id and (o.id = any(?) or o.paid <> s.paid
       or o.expected <> case when o.promise_provider_id is null then 0 else o.owed - s.paid end)
     returning o.id, o.id = any(?) as touched`,
    [changed, accountIds, changed, changed]
  )
  return rows.filter(({ touched }) => touched).map(({ id }) => id)
}

/** The orders of these accounts, or of all, whose settlement Medusa doesn't show yet. */
export async function unprojectedOrders(sql: Sql, accountIds?: string[]): Promise<string[]> {
  const rows = await sql<{ id: string }>(
    `select id from client_order where allocation_version <> projected_version
       ${accountIds ? "and account_id = any(?)" : ""} order by id`,
    accountIds ? [accountIds] : []
  )
  return rows.map(({ id }) => id)
}

/** A credit's part in an order, as Medusa is to show it. */
export type OrderAllocation = {
  id: string
  credit_id: string
  amount: Amount
  /** Null where the credit isn't a receipt: an opening balance, an adjustment. */
  method: ReceiptMethod | null
  reference: string | null
  value_date: string | null
  /** The capture on the order itself that the credit is, which Medusa shows already. */
  is_own_capture: boolean
}

/** What settles an order, and which change of it that is. */
export type Settlement = { allocation_version: number; allocations: OrderAllocation[] }

/** What settles each of these orders, as far as the ledger knows them: one statement, so that version and parts agree. */
export async function findSettlements(
  sql: Sql,
  orderIds: string[]
): Promise<Map<string, Settlement>> {
  const rows = await sql<OrderAllocation & { order_id: string; allocation_version: number }>(
    `select o.id as order_id, o.allocation_version, a.id, a.credit_id, trim_scale(a.amount)::text as amount, r.method,
       r.reference, r.value_date::text as value_date,
       coalesce(r.source_type = 'capture' and r.order_id = a.debt_id, false) as is_own_capture
     from client_order o
     left join client_allocation a on a.debt_id = o.id and a.account_id = o.account_id and a.amount > 0
     left join client_receipt r on r.id = a.credit_id
     where o.id = any(?) order by a.created_at, a.id`,
    [orderIds]
  )
  const settlements = new Map<string, Settlement>()
  for (const { order_id, allocation_version, ...allocation } of rows) {
    const settlement = settlements.get(order_id) ?? { allocation_version, allocations: [] }
    if (allocation.id) settlement.allocations.push(allocation)
    settlements.set(order_id, settlement)
  }
  return settlements
}

/** How long who doesn't come back is waited for; each change of an order takes a fraction of it. */
const LEASE_SECONDS = 15

/**
 * Lets one at a time show an order, and prolongs it for who has it. Medusa adds an order's totals up from what it read
 * before, so that two at once would leave them wrong for ever.
 * @returns false while another has it.
 */
export async function leaseOrder(sql: Sql, orderId: string, holder: string): Promise<boolean> {
  const [leased] = await sql(
    `update client_order set shown_by = ?, shown_until = clock_timestamp() + make_interval(secs => ?)
     where id = ? and (shown_by = ? or shown_until is null or shown_until < clock_timestamp()) returning id`,
    [holder, LEASE_SECONDS, orderId, holder]
  )
  return Boolean(leased)
}

export async function releaseOrder(sql: Sql, orderId: string, holder: string): Promise<void> {
  await sql(
    `update client_order set shown_by = null, shown_until = null where id = ? and shown_by = ?`,
    [orderId, holder]
  )
}

export async function markProjected(sql: Sql, orderId: string, version: number): Promise<void> {
  await sql(
    `update client_order set projected_version = ? where id = ? and projected_version < ?`,
    [version, orderId, version]
  )
}
