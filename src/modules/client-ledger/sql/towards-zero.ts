import type { Amount } from "../types"
import { SLEEPS_AFTER_DAYS } from "../utils/next-step"
import { ACCOUNTS } from "./accounts"
import { MOVE_OF } from "./entries"
import type { Sql } from "./runner"

/** What is still owed, by the days since it fell due: the days of a debt without an order count from its value date. */
export type DebtAges = {
  not_due: Amount
  days_0_30: Amount
  days_31_60: Amount
  days_61_90: Amount
  older: Amount
}

/** How far one currency's clients are from zero. */
export type DistanceToZero = {
  currency_code: string
  debt_ages: DebtAges
  /** Money of clients whose account has stood still for long. */
  sleeping_credits: { count: number; amount: Amount }
}

const SLEEPS = `a.balance > 0 and (a.last_entry_at at time zone 'UTC')::date <= today.day - ${SLEEPS_AFTER_DAYS}`

const sumBetween = (from: number, to?: number) =>
  `coalesce(sum(amount) filter (where is_due and age >= ${from}${to ? ` and age <= ${to}` : ""}), 0)::text`

/**
 * Each part of each debt that no credit settles yet. An order's is what isn't paid of it. Only where the orders don't
 * explain a balance are the account's other debits read: what is left of each, less what settles it.
 */
const OPEN_DEBTS = `
  owing as (
    select id, currency_code, -balance as owes from ${ACCOUNTS} where balance < 0 and deleted_at is null
  ),
  open_order as (
    select o.account_id, o.owed - o.paid as amount, o.due_on is null or o.due_on < today.day as is_due,
      coalesce(o.due_on, o.ordered_at::date, today.day) as due_on
    from today, client_order o join owing a on a.id = o.account_id where o.owed > o.paid
  ),
  unexplained as (
    select a.id from owing a left join open_order o on o.account_id = a.id
    group by a.id, a.owes having a.owes > coalesce(sum(o.amount), 0)
  ),
  other_debit as (
    select e.account_id, ${MOVE_OF} as id, -sum(e.amount) as amount,
      min(e.value_date) as due_on
    from client_ledger_entry e join unexplained a on a.id = e.account_id
    where e.source_type <> 'order'
    group by e.account_id, ${MOVE_OF} having sum(e.amount) < 0
  ),
  open_debt as (
    select account_id, amount, is_due, due_on from open_order
    union all
    select d.account_id, d.amount - coalesce(sum(s.amount), 0), true, d.due_on
    from other_debit d left join client_allocation s on s.account_id = d.account_id and s.debt_id = d.id
    group by d.account_id, d.id, d.amount, d.due_on
  )`

/**
 * Per currency, how old the clients' debts are and what sleeps: one statement, however many accounts.
 * The ages of a currency add up to all that its clients owe, those that are due to what is overdue.
 * @param today YYYY-MM-DD
 */
export async function distancesToZero(sql: Sql, today: string): Promise<DistanceToZero[]> {
  return sql(
    `with today as (select ?::date as day), ${OPEN_DEBTS},
     aged as (
       select a.currency_code, json_build_object(
         'not_due', coalesce(sum(amount) filter (where not is_due), 0)::text,
         'days_0_30', ${sumBetween(0, 30)}, 'days_31_60', ${sumBetween(31, 60)},
         'days_61_90', ${sumBetween(61, 90)}, 'older', ${sumBetween(91)}
       ) as debt_ages
       from (
         select account_id, amount, is_due, greatest(today.day - due_on, 0) as age from today, open_debt
       ) debt join owing a on a.id = debt.account_id
       group by a.currency_code
     ),
     sleeping as (
       select a.currency_code, count(*) filter (where ${SLEEPS})::int as count,
         coalesce(sum(a.balance) filter (where ${SLEEPS}), 0)::text as amount
       from today, ${ACCOUNTS} where a.deleted_at is null group by a.currency_code
     )
     select s.currency_code, json_build_object('count', s.count, 'amount', s.amount) as sleeping_credits,
       coalesce(g.debt_ages, json_build_object(
         'not_due', '0', 'days_0_30', '0', 'days_31_60', '0', 'days_61_90', '0', 'older', '0')) as debt_ages
     from sleeping s left join aged g using (currency_code) order by s.currency_code`,
    [today]
  )
}
