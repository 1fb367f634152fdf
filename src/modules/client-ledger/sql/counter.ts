import type { Amount, Timestamp } from "../types"
import { ACCOUNTS } from "./accounts"
import type { Sql } from "./runner"

/** A client who is expected at the counter, and where the account stands. */
export type CounterClientDTO = {
  account_id: string
  customer_id: string
  customer_name: string | null
  customer_email: string | null
  currency_code: string
  balance: Amount
  orders: CounterOrderDTO[]
}

/** An order that awaits pickup or payment. */
export type CounterOrderDTO = {
  order_id: string
  account_id: string
  display_id: number | null
  ordered_at: Timestamp | null
  due_on: string | null
  is_overdue: boolean
  /** It answers the filters: what else the client has open is shown with it. */
  is_asked: boolean
  awaits_pickup: boolean
  promise_provider_id: string | null
  shipping_option_id: string | null
  owed: Amount
  paid: Amount
  /** Zero or more. */
  open: Amount
  requested_returns: Amount
}

export type CounterFilters = {
  /** Words that the client's name or e-mail holds, or the order's number begins with, each of them. */
  q?: string
  /** YYYY-MM-DD */
  ordered_on?: string
  due_on?: string
  shipping_option_id?: string[]
  client_account_id?: string
  order_id?: string
}

/** What is owed on an order and not settled: the one place where the counter reads it. */
const OPEN = "greatest(o.owed - o.paid, 0)"

/** Something is to be handed over, or paid; whoever owes nothing doesn't come to pay. */
const EXPECTED = `(o.awaits_pickup or (${OPEN} > 0 and a.balance < 0))`

type Condition = { text: string; values: unknown[] }

const all = (conditions: Condition[]): Condition => ({
  text: conditions.length ? conditions.map(({ text }) => text).join(" and ") : "true",
  values: conditions.flatMap(({ values }) => values),
})

const wordsOf = (q = "") => q.trim().split(/\s+/).filter(Boolean)
const literal = (word: string) => word.replace(/[\\%_]/g, "\\$&")

/** What the filters ask of an order `o` on an account `a`. */
function asked(filters: CounterFilters): Condition {
  const conditions: Condition[] = wordsOf(filters.q).map((word) => ({
    text: "(a.customer_name ilike ? or a.customer_email ilike ? or o.display_id::text like ?)",
    values: [`%${literal(word)}%`, `%${literal(word)}%`, `${literal(word.replace(/^#/, ""))}%`],
  }))
  const add = (text: string, value: unknown) => conditions.push({ text, values: [value] })
  if (filters.ordered_on) {
    add("(o.ordered_at at time zone 'utc')::date = ?::date", filters.ordered_on)
  }
  if (filters.due_on) add("o.due_on = ?::date", filters.due_on)
  if (filters.shipping_option_id) add("o.shipping_option_id = any(?)", filters.shipping_option_id)
  if (filters.order_id) add("o.id = ?", filters.order_id)
  return all(conditions)
}

/**
 * Which accounts `a` the filters ask for: those with an expected order that answers them, and who is named and owes for
 * something else. One account that is asked for by its id is answered whatever stands on it.
 */
function askedAccounts(filters: CounterFilters): Condition {
  const order = asked(filters)
  const expected = {
    text: `exists (select 1 from client_order o where o.account_id = a.id and ${EXPECTED} and ${order.text})`,
    values: order.values,
  }
  const standing = { text: "a.deleted_at is null", values: [] }
  const { q, client_account_id, ...ofOrders } = filters
  if (client_account_id) return all([standing, { text: "a.id = ?", values: [client_account_id] }])
  if (!q?.trim() || Object.values(ofOrders).some(Boolean)) return all([standing, expected])
  const named = all(
    wordsOf(q).map((word) => ({
      text: "(a.customer_name ilike ? or a.customer_email ilike ?)",
      values: [`%${literal(word)}%`, `%${literal(word)}%`],
    }))
  )
  const either = {
    text: `(${expected.text} or (a.balance < 0 and ${named.text}))`,
    values: [...expected.values, ...named.values],
  }
  return all([standing, either])
}

/**
 * A page of the clients that the counter waits for, by name, each with all the orders that await pickup or payment,
 * and how many clients the filters leave: three statements, however many clients.
 * @param today YYYY-MM-DD: what is due before it is overdue.
 */
export async function listCounterClients(
  sql: Sql,
  filters: CounterFilters,
  { limit, offset }: { limit: number; offset: number },
  today: string
): Promise<[CounterClientDTO[], number]> {
  const where = askedAccounts(filters)
  const clients = await sql<Omit<CounterClientDTO, "orders">>(
    `select a.id as account_id, a.customer_id, a.customer_name, a.customer_email, a.currency_code,
       trim_scale(a.balance)::text as balance
     from ${ACCOUNTS} where ${where.text}
     order by lower(coalesce(a.customer_name, a.customer_email)), a.id limit ? offset ?`,
    [...where.values, limit, offset]
  )
  const orders = await listExpectedOrders(
    sql,
    clients.map((client) => client.account_id),
    filters,
    today
  )
  const [total] = await sql<{ count: number }>(
    `select count(*)::int as count from ${ACCOUNTS} where ${where.text}`,
    where.values
  )
  const ordersOf = (id: string) => orders.filter((order) => order.account_id === id)
  return [
    clients.map((client) => ({ ...client, orders: ordersOf(client.account_id) })),
    total?.count ?? 0,
  ]
}

/** The orders of those accounts that await pickup or payment, oldest first. */
async function listExpectedOrders(
  sql: Sql,
  accountIds: string[],
  filters: CounterFilters,
  today: string
): Promise<CounterOrderDTO[]> {
  const order = asked(filters)
  return sql<CounterOrderDTO>(
    `select o.id as order_id, o.account_id, o.display_id, o.ordered_at, o.due_on::text as due_on, o.awaits_pickup,
       o.promise_provider_id, o.shipping_option_id, ${order.text} as is_asked,
       ${OPEN} > 0 and coalesce(o.due_on < ?::date, true) as is_overdue,
       trim_scale(o.owed)::text as owed, trim_scale(o.paid)::text as paid, trim_scale(${OPEN})::text as open,
       trim_scale(o.requested_returns)::text as requested_returns
     from client_order o join ${ACCOUNTS} on a.id = o.account_id
     where o.account_id = any(?) and ${EXPECTED}
     order by o.ordered_at, o.id`,
    [...order.values, today, accountIds]
  )
}
