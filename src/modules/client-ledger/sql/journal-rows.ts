import type { Split, TaxPart } from "../utils/vat-split"
import type { EntryRow, JournalRow } from "../utils/journal-piece"
import { ACCOUNTS } from "./accounts"
import type { Sql } from "./runner"

/** What isn't numbered yet; the days that its pieces may be of. */
export type Waiting = {
  currency_code: string
  /** The last day that a closing in this currency is of: what comes later is booked after it. */
  closed_to: string | null
  /** The day that is closed, or today: nothing is booked later. */
  up_to: string
  /** At a closing: the orders as they were read. What changed since, and payments that it didn't take, wait for the next. */
  orders?: OrderTaxes[]
}

/** An order's VAT as Medusa says, and which version of the order in the ledger it was read at. */
export type OrderTaxes = { id: string; version: number; taxes: TaxPart[] }

/** Rows of a period, those after the last that was read. */
export type RowPage = { from?: string; to?: string; after: RowKey | null; limit: number }
export type RowKey = { day: string; at: string; id: string }

/** Booked on the day it happened, if that is still open: a closed period gets no piece any more. */
const dayOf = (column: string) =>
  `least(greatest(${column}, given.closed_to + 1), greatest(given.up_to, given.closed_to))`

const GIVEN = `(select ?::text as currency_code, ?::date as closed_to, ?::date as up_to) given`
const givenOf = ({ currency_code, closed_to, up_to }: Omit<Waiting, "orders">) => [
  currency_code,
  closed_to,
  up_to,
]

/** Entries that no piece bears. Only what comes after an account's mark is looked through. */
const UNNUMBERED = `${GIVEN}
  join ${ACCOUNTS} on a.currency_code = given.currency_code
  left join client_journal_mark m on m.account_id = a.id
  join client_ledger_entry e on e.account_id = a.id and e.sequence > coalesce(m.entries, 0)
    and a.entry_count > coalesce(m.entries, 0)
    and not exists (select from client_journal_piece p where p.entry_id = e.id)`

const READY = `and (e.receipt_id is null
    or exists (select from client_receipt r where r.id = e.receipt_id and r.closing_id is not null))
  and (e.source_type <> 'order' or exists (
    select from client_order o join fresh on fresh.id = o.id and fresh.version = o.version where o.id = e.order_id))`

const waitingSql = (onlyReady: boolean) => `
  select 'entry' as kind, e.id, ${dayOf("e.value_date")} as day, e.created_at as at,
    case when e.source_type = 'order' then e.order_id end as of_order
  from ${UNNUMBERED} where client_journal_source(e) = e.id ${onlyReady ? READY : ""}
  union all
  select 'deposit', d.id, ${dayOf("d.deposited_on")}, d.created_at, null
  from ${GIVEN} join cheque_deposit d on d.currency_code = given.currency_code
  where d.status in ('deposited', 'cleared')
    and not exists (select from client_journal_piece p where p.deposit_id = d.id)`

const DETAILS = `w.kind, w.id, w.day::text as day, to_char(w.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at,
  coalesce(e.value_date, d.deposited_on)::text as value_date, w.has_next,
  e.type, e.source_type, trim_scale(e.amount)::text as amount, e.note, e.order_id, o.display_id,
  a.number as account_number, a.customer_name, e.receipt_id, r.method, r.provider_id, r.direction, r.reference,
  e.type = 'reversal' and exists (
    select from cheque_deposit_line l where l.receipt_id = e.receipt_id and l.state = 'bounced') as bounced,
  x.type as reversed_type, trim_scale(x.amount)::text as reversed_amount,
  case when q.id is not null then jsonb_build_object('id', q.id, 'account_number', b.number, 'customer_name', b.customer_name)
    end as pair,
  d.number, trim_scale(d.total)::text as total`

/** The next rows that no piece bears yet, by day and then as they were recorded: one statement a page. */
export async function listJournalRows(
  sql: Sql,
  waiting: Waiting,
  page: RowPage
): Promise<(JournalRow & RowKey)[]> {
  const { from = null, to = null, after, limit } = page
  return sql(
    `with fresh as (select id, version from jsonb_to_recordset(?::jsonb) as read (id text, version integer)),
     waiting as (${waitingSql(Boolean(waiting.orders))}),
     page as (
       select * from (
         select w.*, of_order is not null
           and lead(id) over (partition by of_order order by day, at, id) is not null as has_next
         from waiting w
         where (?::date is null or day >= ?::date) and (?::date is null or day <= ?::date)
           and (?::date is null or (day, at, id) > (?::date, ?::timestamptz, ?::text))
       ) following order by day, at, id limit ?
     )
     select ${DETAILS}
     from page w
     left join client_ledger_entry e on w.kind = 'entry' and e.id = w.id
     left join client_account a on a.id = e.account_id
     left join client_order o on o.id = e.order_id
     left join client_receipt r on r.id = e.receipt_id
     left join client_ledger_entry x on x.id = e.reverses_id
     left join client_ledger_entry q on q.id = client_journal_pair(e)
     left join client_account b on b.id = q.account_id
     left join cheque_deposit d on w.kind = 'deposit' and d.id = w.id
     order by w.day, w.at, w.id`,
    [
      JSON.stringify((waiting.orders ?? []).map(({ id, version }) => ({ id, version }))),
      ...givenOf(waiting),
      ...givenOf(waiting),
      ...[from, from, to, to],
      ...[after?.day ?? null, after?.day ?? null, after?.at ?? null, after?.id ?? null],
      limit,
    ]
  )
}

/** How many pieces of a period no closing has numbered. */
export async function countJournalRows(
  sql: Sql,
  waiting: Omit<Waiting, "orders">,
  period: { from: string; to: string }
): Promise<number> {
  const [total] = await sql<{ count: number }>(
    `select count(*)::int as count from (${waitingSql(false)}) waiting where day >= ?::date and day <= ?::date`,
    [...givenOf(waiting), ...givenOf(waiting), period.from, period.to]
  )
  return total!.count
}

/** The orders with entries that no piece bears, and at which version they stand. */
export async function ordersToJournal(
  sql: Sql,
  currencyCode: string
): Promise<{ id: string; version: number }[]> {
  return sql(
    `select o.id, o.version from client_order o where o.id in (
       select e.order_id from ${UNNUMBERED} where e.source_type = 'order'
     ) order by o.id`,
    [currencyCode, null, null]
  )
}

/** What the numbered pieces have booked of these orders, part by part. */
export async function bookedOf(sql: Sql, orderIds: string[]): Promise<Map<string, Split>> {
  if (!orderIds.length) return new Map()
  const rows = await sql<{ order_id: string; part: string; amount: string }>(
    `select p.order_id, line->>'part' as part, trim_scale(-sum((line->>'amount')::numeric))::text as amount
     from client_journal_piece p cross join jsonb_array_elements(p.lines) line
     where p.order_id = any(?) and line->>'part' is not null
     group by 1, 2 having sum((line->>'amount')::numeric) <> 0`,
    [orderIds]
  )
  const booked = new Map<string, Split>()
  for (const { order_id, part, amount } of rows) {
    booked.set(order_id, { ...booked.get(order_id), [part]: amount })
  }
  return booked
}

/** The orders of which rows of a page are. */
export const ordersOfRows = (rows: JournalRow[]): string[] => [
  ...new Set(
    rows
      .filter((row): row is EntryRow => row.kind === "entry" && row.source_type === "order")
      .flatMap((row) => row.order_id ?? [])
  ),
]
