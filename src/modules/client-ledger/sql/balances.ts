import { MedusaError } from "@medusajs/framework/utils"
import type { AccountStatus, Amount, ClientAccountDTO, NextStep, OnSiteMethod } from "../types"
import { accountNumberOf, creditorReference } from "../utils/creditor-reference"
import { nextStep } from "../utils/next-step"
import { onSiteMethodOf } from "../utils/providers"
import { ACCOUNTS, ACCOUNT_COLUMNS } from "./accounts"
import type { Sql } from "./runner"

/** An account as the list shows it: with what is promised, and what is owed past its due date. */
export type ClientBalanceDTO = ClientAccountDTO & {
  expected: Amount
  /** The on-site method it is promised by, where there is one and the same. */
  expected_method: OnSiteMethod | null
  overdue: Amount
  overdue_since: string | null
  /** What the client writes on a bank transfer. */
  reference: string
  next_step: NextStep
}

export type BalanceFilters = {
  /** Words that the name or the e-mail holds, each of them; or the reference that the client wrote on a transfer. */
  q?: string
  currency_code?: string
  status?: AccountStatus
  overdue?: boolean
  customer_id?: string[]
}

export const BALANCE_ORDERS = [
  "balance",
  "-balance",
  "customer_name",
  "-customer_name",
  "last_entry_at",
  "-last_entry_at",
] as const
export type BalanceOrder = (typeof BALANCE_ORDERS)[number]

export type BalancePage = { order: BalanceOrder; limit: number; offset: number }

/** Each ends on the id, so that pages neither overlap nor skip, and the first four are read off an index. */
const ORDER_BY: Record<BalanceOrder, string> = {
  balance: "a.balance, a.id",
  "-balance": "a.balance desc, a.id desc",
  customer_name: "a.customer_name, a.id",
  "-customer_name": "a.customer_name desc, a.id desc",
  last_entry_at: "a.last_entry_at nulls first, a.id",
  "-last_entry_at": "a.last_entry_at desc nulls last, a.id desc",
}

const STATUS: Record<AccountStatus, string> = {
  owing: "a.balance < 0",
  settled: "a.balance = 0",
  in_credit: "a.balance > 0",
}

type Condition = { text: string; values: unknown[] }

/** What isn't due yet is owed, not overdue. */
const NOT_DUE = `coalesce((select sum(o.owed - o.paid) from client_order o
  where o.account_id = a.id and o.owed > o.paid and o.due_on >= ?::date), 0)`

function conditionsOf(filters: BalanceFilters, today: string): Condition {
  const conditions: Condition[] = [{ text: "a.deleted_at is null", values: [] }]
  const add = (text: string, ...values: unknown[]) => conditions.push({ text, values })
  const { q = "" } = filters
  const number = accountNumberOf(q)
  if (number) add("a.number = ?", number)
  for (const word of number ? [] : q.trim().split(/\s+/).filter(Boolean)) {
    const pattern = `%${word.replace(/[\\%_]/g, "\\$&")}%`
    add("(a.customer_name ilike ? or a.customer_email ilike ?)", pattern, pattern)
  }
  if (filters.currency_code) add("a.currency_code = ?", filters.currency_code.toLowerCase())
  if (filters.status) add(STATUS[filters.status])
  if (filters.customer_id) add("a.customer_id = any(?)", filters.customer_id)
  if (filters.overdue === true) add(`a.balance < 0 and -a.balance > ${NOT_DUE}`, today)
  if (filters.overdue === false) add(`(a.balance >= 0 or -a.balance <= ${NOT_DUE})`, today)
  return {
    text: conditions.map(({ text }) => text).join(" and "),
    values: conditions.flatMap(({ values }) => values),
  }
}

/**
 * The accounts that `page` picks, with what is expected and overdue on each.
 * Credits settle the oldest debts first, so that the overdue part of a balance is made of the newest debts that
 * are due: `overdue_since` walks back over them, along two indexes, until their sum reaches it.
 */
async function selectBalances(
  sql: Sql,
  page: Condition,
  orderBy: string,
  today: string
): Promise<ClientBalanceDTO[]> {
  const rows = await sql<BalanceRow>(
    `select ${ACCOUNT_COLUMNS}, promised.provider_id,
       least(coalesce(promised.amount, 0), greatest(-a.balance, 0))::text as expected,
       late.amount::text as overdue, since.due_on::text as overdue_since
     from (${page.text}) a
     left join lateral (
       select sum(o.expected) as amount,
         case when min(o.promise_provider_id) = max(o.promise_provider_id) then min(o.promise_provider_id) end as provider_id
       from client_order o where o.account_id = a.id and o.expected > 0
     ) promised on a.balance < 0
     cross join lateral (
       select case when a.balance < 0 then greatest(-a.balance - ${NOT_DUE}, 0) else 0 end as amount offset 0
     ) late
     left join lateral (
       select walk.due_on from (
         select debt.due_on, sum(debt.amount) over (order by debt.due_on desc rows unbounded preceding) as reached
         from (
           (select o.due_on, o.owed - o.paid as amount from client_order o
            where o.account_id = a.id and o.owed > o.paid and o.due_on < ?::date order by o.due_on desc)
           union all
           (select e.value_date, -e.amount from client_ledger_entry e
            where e.account_id = a.id and e.order_id is null and e.amount < 0 and e.type <> 'reversal'
              and not exists (select 1 from client_ledger_entry r where r.reverses_id = e.id)
            order by e.value_date desc)
         ) debt
       ) walk
       where walk.reached >= late.amount order by walk.due_on desc limit 1
     ) since on late.amount > 0
     order by ${orderBy}`,
    [...page.values, today, today]
  )
  return rows.map(({ provider_id, ...account }) => ({
    ...account,
    expected_method: provider_id ? onSiteMethodOf(provider_id) : null,
    reference: creditorReference(account.number),
    next_step: nextStep(account, today),
  }))
}

type BalanceRow = Omit<ClientBalanceDTO, "expected_method" | "reference" | "next_step"> & {
  provider_id: string | null
}

/** A page of the accounts, and how many the filters leave. */
export async function listBalances(
  sql: Sql,
  filters: BalanceFilters,
  { order, limit, offset }: BalancePage,
  today: string
): Promise<[ClientBalanceDTO[], number]> {
  const where = conditionsOf(filters, today)
  const orderBy = ORDER_BY[order]
  const page = {
    text: `select a.* from ${ACCOUNTS} where ${where.text} order by ${orderBy} limit ? offset ?`,
    values: [...where.values, limit, offset],
  }
  const rows = await selectBalances(sql, page, orderBy, today)
  // A page that isn't full is the last one, and says by itself how many there are.
  if (rows.length < limit && (rows.length || !offset)) return [rows, offset + rows.length]
  const asksForBalance = filters.status !== undefined || filters.overdue !== undefined
  const [total] = await sql<{ count: number }>(
    `select count(*)::int as count from ${asksForBalance ? ACCOUNTS : "client_account a"} where ${where.text}`,
    where.values
  )
  return [rows, total?.count ?? 0]
}

/**
 * The accounts after the given one, by id: a balance that moves while they are read neither repeats nor
 * hides an account.
 */
export async function listBalancesAfter(
  sql: Sql,
  filters: BalanceFilters,
  { after, limit }: { after: string; limit: number },
  today: string
): Promise<ClientBalanceDTO[]> {
  const where = conditionsOf(filters, today)
  const page = {
    text: `select a.* from ${ACCOUNTS} where ${where.text} and a.id > ? order by a.id limit ?`,
    values: [...where.values, after, limit],
  }
  return selectBalances(sql, page, "a.id", today)
}

/** All who are overdue, or those of these ids who are, the most overdue first: one statement, however many. */
export async function findOverdueBalances(
  sql: Sql,
  today: string,
  ids?: string[]
): Promise<ClientBalanceDTO[]> {
  const where = conditionsOf({ overdue: true }, today)
  const page = {
    text: `select a.* from ${ACCOUNTS} where ${where.text} ${ids ? "and a.id = any(?)" : ""}`,
    values: ids ? [...where.values, ids] : where.values,
  }
  return selectBalances(sql, page, "late.amount desc, a.id", today)
}

/** The accounts of these ids, by id. @throws NOT_FOUND when one is missing. */
export async function findBalances(
  sql: Sql,
  ids: string[],
  today: string
): Promise<Map<string, ClientBalanceDTO>> {
  const page = {
    text: `select a.* from ${ACCOUNTS} where a.id = any(?) and a.deleted_at is null`,
    values: [ids],
  }
  const accounts = await selectBalances(sql, page, "a.id", today)
  const found = new Map(accounts.map((account) => [account.id, account]))
  const missing = ids.find((id) => !found.has(id))
  if (missing) {
    throw new MedusaError(
      MedusaError.Types.NOT_FOUND,
      `Client account with id: ${missing} was not found`
    )
  }
  return found
}

/** @throws NOT_FOUND */
export async function retrieveBalance(
  sql: Sql,
  id: string,
  today: string
): Promise<ClientBalanceDTO> {
  return (await findBalances(sql, [id], today)).get(id)!
}

export type BalanceTotals = {
  currency_code: string
  owed: Amount
  in_credit: Amount
  net: Amount
  overdue: Amount
  expected: Amount
  count: { owing: number; settled: number; in_credit: number; overdue: number }
}

/** What all clients owe and hold, per currency. */
export async function totalBalances(sql: Sql, today: string): Promise<BalanceTotals[]> {
  return sql<BalanceTotals>(
    `select currency_code,
       coalesce(sum(-balance) filter (where balance < 0), 0)::text as owed,
       coalesce(sum(balance) filter (where balance > 0), 0)::text as in_credit,
       sum(balance)::text as net, sum(overdue)::text as overdue, sum(expected)::text as expected,
       json_build_object(
         'owing', count(*) filter (where balance < 0), 'settled', count(*) filter (where balance = 0),
         'in_credit', count(*) filter (where balance > 0), 'overdue', count(*) filter (where overdue > 0)
       ) as count
     from (
       select a.currency_code, a.balance,
         least(coalesce(o.expected, 0), greatest(-a.balance, 0)) as expected,
         greatest(-a.balance - coalesce(o.not_due, 0), 0) as overdue
       from ${ACCOUNTS} left join (
         select account_id, sum(expected) as expected,
           sum(owed - paid) filter (where owed > paid and due_on >= ?::date) as not_due
         from client_order where expected > 0 or (owed > paid and due_on >= ?::date) group by account_id
       ) o on o.account_id = a.id
       where a.deleted_at is null
     ) account
     group by currency_code order by currency_code`,
    [today, today]
  )
}
