import { MedusaError } from "@medusajs/framework/utils"
import type { Amount, ReceiptDTO, Timestamp } from "../types"
import type {
  ClosingLine,
  Denominations,
  MethodCount,
  MoneyTotals,
  OrderState,
} from "../utils/closing"
import { RECEIPT_COLUMNS } from "./receipts"
import type { Sql } from "./runner"
import type { LedgerProblem } from "./verify"

/** VAT of the orders of a closing's period, per rate. */
export type TaxTotal = { rate: string; base: Amount; tax: Amount }

export type ClosingOrder = {
  order_id: string
  display_id: number | null
  account_id: string | null
  owed: Amount
  paid: Amount
  state: OrderState
}

export type ChainHead = { account_id: string; entries: number; head: string }

export type ClosingSummaryDTO = {
  id: string
  number: number
  currency_code: string
  decimal_digits: number
  day: string
  opened_at: Timestamp
  closed_at: Timestamp
  opening_float: Amount
  cash_left: Amount
  received: Amount
  paid_out: Amount
  reversed: Amount
  methods: MethodCount[]
  note: string | null
  actor_id: string | null
  hash: string
}

export type ClosingTotals = Record<"day" | "month" | "year" | "ever", MoneyTotals>

export type ClosingDTO = ClosingSummaryDTO & {
  cash_count: Denominations | null
  lines: ClosingLine[]
  orders: ClosingOrder[]
  taxes: TaxTotal[]
  totals: ClosingTotals
  chain_heads: ChainHead[]
  chain_digest: string
  previous_hash: string | null
}

/** A receipt of a closing with whose it is, as it is shown. */
export type ClosingReceipt = ReceiptDTO & { customer_name: string | null; reversal: boolean }

const SUMMARY_COLUMNS = `c.id, c.number, c.currency_code, c.decimal_digits, c.day::text as day, c.opened_at, c.closed_at,
  trim_scale(c.opening_float)::text as opening_float, trim_scale(c.cash_left)::text as cash_left,
  trim_scale(c.received)::text as received, trim_scale(c.paid_out)::text as paid_out,
  trim_scale(c.reversed)::text as reversed, c.methods, c.note, c.actor_id, c.hash`

/** Closings take turns until the transaction ends. */
export async function lockClosings(sql: Sql): Promise<void> {
  await sql(`select pg_advisory_xact_lock(hashtext('client_closing store'))`)
}

/** Receipts and reversals that no closing has taken yet; locked, each keeps its method until the transaction ends. */
export async function openLines(
  sql: Sql,
  currencyCode: string,
  lock = false
): Promise<ClosingLine[]> {
  const receipts = await sql<ClosingLine & { closed: boolean; is_reversed: boolean }>(
    `select r.id as receipt_id, r.direction, r.method, trim_scale(r.amount)::text as amount,
       r.closing_id is not null as closed, r.reversed_at is not null as is_reversed
     from client_receipt r
     where r.currency_code = ? and (r.closing_id is null or (r.reversed_at is not null and r.reversal_closing_id is null))
     order by r.id ${lock ? "for no key update of r" : ""}`,
    [currencyCode]
  )
  return receipts.flatMap(({ closed, is_reversed, ...receipt }) => [
    ...(closed ? [] : [{ ...receipt, reversal: false }]),
    ...(is_reversed ? [{ ...receipt, reversal: true }] : []),
  ])
}

/** The currencies in which something waits for a closing. */
export async function openCurrencies(sql: Sql): Promise<string[]> {
  const rows = await sql<{ currency_code: string }>(
    `select currency_code from client_receipt
     where closing_id is null or (reversed_at is not null and reversal_closing_id is null)
     group by currency_code order by count(*) desc, currency_code`
  )
  return rows.map((row) => row.currency_code)
}

export async function lastClosing(
  sql: Sql,
  currencyCode: string
): Promise<ClosingSummaryDTO | null> {
  const [last] = await sql<ClosingSummaryDTO>(
    `select ${SUMMARY_COLUMNS} from client_closing c where c.market = 'store' and c.currency_code = ?
     order by c.number desc limit 1`,
    [currencyCode]
  )
  return last ?? null
}

/** The last hash of each account's chain. */
export async function chainHeads(sql: Sql, currencyCode: string): Promise<ChainHead[]> {
  return sql(
    `select account_id, entry_count as entries, chain_head as head from client_account_state
     where currency_code = ? and chain_head is not null order by account_id`,
    [currencyCode]
  )
}

type Sums = { period: keyof ClosingTotals } & MoneyTotals

/** What earlier closings add up to: of the same day, month and year, and since ever. */
export async function earlierTotals(
  sql: Sql,
  currencyCode: string,
  day: string
): Promise<ClosingTotals> {
  const rows = await sql<Sums>(
    `select period, coalesce(sum(received), 0)::text as received, coalesce(sum(paid_out), 0)::text as paid_out,
       coalesce(sum(reversed), 0)::text as reversed, coalesce(sum(received + reversed - paid_out), 0)::text as net
     from (values ('day', ?::date), ('month', date_trunc('month', ?::date)::date),
       ('year', date_trunc('year', ?::date)::date), ('ever', '-infinity'::date)) as periods (period, begins)
     left join client_closing c on c.market = 'store' and c.currency_code = ? and c.day >= periods.begins
     group by period`,
    [day, day, day, currencyCode]
  )
  const of = (period: keyof ClosingTotals): MoneyTotals => {
    const { received, paid_out, reversed, net } = rows.find((row) => row.period === period)!
    return { received, paid_out, reversed, net }
  }
  return { day: of("day"), month: of("month"), year: of("year"), ever: of("ever") }
}

type NewClosing = Omit<
  ClosingDTO,
  "number" | "closed_at" | "hash" | "previous_hash" | "chain_digest"
>

/** Writes the closing; its number, hashes and stamp are given by the database. */
export async function insertClosing(sql: Sql, closing: NewClosing): Promise<void> {
  await sql(
    `insert into client_closing (id, number, currency_code, decimal_digits, day, opened_at, opening_float, cash_left, received,
       paid_out, reversed, methods, cash_count, lines, orders, taxes, totals, chain_heads, chain_digest, note, actor_id, hash)
     select id, 0, currency_code, decimal_digits, day, opened_at, opening_float, cash_left, received, paid_out, reversed,
       methods, cash_count, lines, orders, taxes, totals, chain_heads, '', note, actor_id, ''
     from jsonb_to_record(?::jsonb) as new (id text, currency_code text, decimal_digits smallint, day date,
       opened_at timestamptz, opening_float numeric, cash_left numeric, received numeric, paid_out numeric,
       reversed numeric, methods jsonb, cash_count jsonb, lines jsonb, orders jsonb, taxes jsonb, totals jsonb,
       chain_heads jsonb, note text, actor_id text)`,
    [JSON.stringify(closing)]
  )
}

/** Marks the payments and orders that the closing took. */
export async function take(
  sql: Sql,
  closingId: string,
  lines: ClosingLine[],
  orderIds: string[]
): Promise<void> {
  const idsOf = (reversal: boolean) =>
    lines.filter((line) => line.reversal === reversal).map((line) => line.receipt_id)
  await sql(`update client_receipt set closing_id = ? where id = any(?)`, [closingId, idsOf(false)])
  await sql(`update client_receipt set reversal_closing_id = ? where id = any(?)`, [
    closingId,
    idsOf(true),
  ])
  await sql(`update client_order set closing_id = ? where id = any(?)`, [closingId, orderIds])
}

/** @throws NOT_FOUND */
export async function retrieveClosing(sql: Sql, id: string): Promise<ClosingDTO> {
  const [closing] = await sql<ClosingDTO>(
    `select ${SUMMARY_COLUMNS}, c.cash_count, c.lines, c.orders, c.taxes, c.totals, c.chain_heads, c.chain_digest,
       c.previous_hash
     from client_closing c where c.id = ?`,
    [id]
  )
  if (!closing) {
    throw new MedusaError(MedusaError.Types.NOT_FOUND, `Closing with id: ${id} was not found`)
  }
  return closing
}

/** Closings, newest first, and their number. */
export async function listClosings(
  sql: Sql,
  page: { limit: number; offset: number }
): Promise<[ClosingSummaryDTO[], number]> {
  const rows = await sql<ClosingSummaryDTO>(
    `select ${SUMMARY_COLUMNS} from client_closing c where c.market = 'store'
     order by c.number desc limit ? offset ?`,
    [page.limit, page.offset]
  )
  const [total] = await sql<{ count: number }>(
    `select coalesce(max(number), 0) as count from client_closing where market = 'store'`
  )
  return [rows, total?.count ?? 0]
}

/** What a closing took: receipts, then reversals, each in the order of its recording. */
export async function listClosingReceipts(sql: Sql, closingId: string): Promise<ClosingReceipt[]> {
  return sql(
    `select ${RECEIPT_COLUMNS}, a.customer_name, taken.reversal
     from (
       select id, false as reversal from client_receipt where closing_id = ?
       union all select id, true from client_receipt where reversal_closing_id = ?
     ) taken
     join client_receipt r on r.id = taken.id join client_account a on a.id = r.account_id
     order by taken.reversal, r.created_at, r.id`,
    [closingId, closingId]
  )
}

/** The names behind a closing's orders, by account. */
export async function namesOf(
  sql: Sql,
  accountIds: (string | null)[]
): Promise<Map<string, string | null>> {
  const rows = await sql<{ id: string; customer_name: string | null }>(
    `select id, customer_name from client_account where id = any(?)`,
    [accountIds.filter((id) => id !== null)]
  )
  return new Map(rows.map((row) => [row.id, row.customer_name]))
}

/** Cash receipts above the legal limit among those that wait for a closing. */
export async function openCashAbove(
  sql: Sql,
  currencyCode: string,
  limit: Amount
): Promise<{ receipt_id: string; customer_name: string | null; amount: Amount }[]> {
  return sql(
    `select r.id as receipt_id, a.customer_name, trim_scale(r.amount)::text as amount
     from client_receipt r join client_account a on a.id = r.account_id
     where r.closing_id is null and r.reversed_at is null and r.method = 'cash' and r.currency_code = ? and r.amount > ?
     order by r.amount desc, r.id`,
    [currencyCode, limit]
  )
}

/** The chain of closings holds, and each still has the receipts that it took. */
export async function wrongClosings(sql: Sql): Promise<LedgerProblem[]> {
  return sql(
    `select 'closing_changed' as kind, c.id, 'Closing no. ' || c.number || ': it was changed, one before it is missing, ' ||
         'or the payments it took are others now' as message
     from (
       select c as closing, c.*, row_number() over own as position, lag(c.hash) over own as before
       from client_closing c window own as (partition by c.market order by c.number)
     ) c
     where c.number <> c.position or c.previous_hash is distinct from c.before
       or c.hash <> client_closing_hash(c.closing)
       or c.chain_digest <> encode(sha256(convert_to(c.chain_heads::text, 'UTF8')), 'hex')
       or not exists (
         select from (
           select coalesce(sum(r.amount) filter (where r.direction = 'in' and r.closing_id = c.id), 0) as received,
             coalesce(sum(r.amount) filter (where r.direction = 'out' and r.closing_id = c.id), 0) as paid_out,
             count(*) filter (where r.closing_id = c.id) + count(*) filter (where r.reversal_closing_id = c.id) as lines
           from client_receipt r where r.closing_id = c.id or r.reversal_closing_id = c.id
         ) taken
         where taken.received = c.received and taken.paid_out = c.paid_out and taken.lines = jsonb_array_length(c.lines)
       )`
  )
}
