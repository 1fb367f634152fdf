import type { Amount } from "../types"
import { type Candidate, exactMatches, type LineToMatch } from "../utils/bank-proposals"
import { ACCOUNTS } from "./accounts"
import type { Sql } from "./runner"

export const MATCH_COLUMNS = `l.id, trim_scale(l.amount)::text as amount, l.currency_code, l.account_numbers, l.order_numbers,
  l.label, l.counterparty, l.remarks`

/** The accounts that lines in these currencies may be paid to, with what each owes. A market has some thousands at most. */
export async function findCandidates(sql: Sql, currencies: string[]): Promise<Candidate[]> {
  return sql(
    `select a.id as account_id, a.number, a.customer_name, a.currency_code, trim_scale(-a.balance)::text as debt,
       coalesce(o.orders, '[]') as orders
     from ${ACCOUNTS} left join (
       select account_id, jsonb_agg(jsonb_build_object('display_id', display_id,
         'open', trim_scale(owed - paid)::text) order by ordered_at, id) as orders
       from client_order where owed > paid group by account_id
     ) o on o.account_id = a.id
     where a.market = 'store' and a.deleted_at is null and a.currency_code = any(?)`,
    [currencies]
  )
}

/**
 * The open lines, or those of one file, that a reference and the amount match to one account.
 * @returns the account of each, by the line's id.
 */
export async function findExactMatches(
  sql: Sql,
  statementId?: string
): Promise<Map<string, string>> {
  const lines = await sql<LineToMatch>(
    `select ${MATCH_COLUMNS} from bank_line l
     where l.state = 'open' and l.amount > 0 and (l.account_numbers <> '{}' or l.order_numbers <> '{}')
       and l.statement_id = coalesce(?, l.statement_id)
     order by l.booked_on, l.id`,
    [statementId ?? null]
  )
  if (!lines.length) return new Map()
  const currencies = [...new Set(lines.map(({ currency_code }) => currency_code))]
  return exactMatches(lines, await findCandidates(sql, currencies))
}

/** A deposit slip or a terminal's total whose line isn't found yet. */
export type PaperToMatch = {
  kind: "cheque_deposit" | "terminal"
  id: string
  number: number
  currency_code: string
  amount: Amount
  /** The day it was deposited or closed: the bank credits it on that day or after. */
  day: string
}

/** Slips at the bank, and terminals' totals as closings counted them, that no line stands for. */
export async function findPapers(sql: Sql, amounts: Amount[]): Promise<PaperToMatch[]> {
  return sql(
    `select * from (
       select 'cheque_deposit' as kind, d.id, d.number, d.currency_code, trim_scale(d.total)::text as amount,
         d.deposited_on::text as day
       from cheque_deposit d where d.status in ('deposited', 'cleared') and d.total = any(?::numeric[])
         and not exists (select from bank_line l where l.cheque_deposit_id = d.id)
       union all
       select 'terminal', c.id, c.number, c.currency_code, trim_scale((m ->> 'counted')::numeric)::text, c.day::text
       from client_closing c cross join jsonb_array_elements(c.methods) m
       where m ->> 'method' = 'card_terminal' and (m ->> 'counted')::numeric > 0 and (m ->> 'counted')::numeric = any(?::numeric[])
         and not exists (select from bank_line l where l.closing_id = c.id)
     ) paper order by day desc, id`,
    [amounts, amounts]
  )
}
