import type { Timestamp } from "../types"
import { ConflictError } from "../utils/errors"
import { ACCOUNTS } from "./accounts"
import type { ClosingOrder } from "./closings"
import type { Sql } from "./runner"

/** What was paid on an order beyond what it owes; of it, what other orders have used is no longer on the account. */
const SURPLUS = `greatest(coalesce(
  (select sum(e.amount) from client_ledger_entry e where e.order_id = o.id), 0), 0)`

/** The orders that the closing counts, that were placed in its period or are due on its day, in one currency. */
export async function ordersOf(
  sql: Sql,
  period: { currency_code: string; opened_at: Timestamp; day: string; counted: string[] }
): Promise<Omit<ClosingOrder, "state">[]> {
  return sql(
    `select o.id as order_id, o.display_id, o.account_id, trim_scale(o.owed)::text as owed,
       trim_scale(o.paid + least(${SURPLUS}, greatest(a.balance, 0)))::text as paid
     from client_order o join ${ACCOUNTS} on a.id = o.account_id
     where o.currency_code = ? and (o.owed > 0 or o.paid > 0)
       and (o.id = any(?) or o.ordered_at > ? or o.due_on = ?)
     order by o.display_id, o.id`,
    [period.currency_code, period.counted, new Date(period.opened_at), period.day]
  )
}

/** The orders whose VAT no closing has counted, whenever they were placed and reached the ledger. */
export async function unclosedOrderIds(sql: Sql, currencyCode: string): Promise<string[]> {
  const rows = await sql<{ id: string }>(
    `select id from client_order where closing_id is null and owed > 0 and currency_code = ? order by id`,
    [currencyCode]
  )
  return rows.map((row) => row.id)
}

/**
 * Keeps the orders from another closing until the transaction ends.
 * @throws CONFLICT when another closing has counted one since it was read.
 */
export async function lockUnclosedOrders(sql: Sql, ids: string[]): Promise<void> {
  const rows = await sql(
    `select id from client_order where id = any(?) and closing_id is null order by id for no key update`,
    [ids]
  )
  if (rows.length === ids.length) return
  throw new ConflictError("Another closing was made meanwhile: nothing was closed, try again")
}
