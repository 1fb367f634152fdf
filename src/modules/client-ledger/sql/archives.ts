import type { AccountHead, Heads, Period, TableName } from "../../../archive/format"
import type { Sql } from "./runner"

/** A year with the closings that it begins after and ends with. */
export type ArchivePeriod = Period & { closings: Heads["closings"] }

/** A row of a table, its columns as the archive has them. */
export type ArchiveRow = Record<string, string | number | null>

const MARKET = "store"
const moment = (column: string) =>
  `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`
const amount = (column: string) => `trim_scale(${column})::text`

/** The year's bounds in a time zone. */
export async function archivePeriod(
  sql: Sql,
  year: number,
  timeZone: string
): Promise<ArchivePeriod> {
  const [bounds] = await sql<{ from: string; to: string }>(
    `select ${moment("make_timestamptz(?, 1, 1, 0, 0, 0, ?)")} as from,
       ${moment("make_timestamptz(?, 1, 1, 0, 0, 0, ?)")} as to`,
    [year, timeZone, year + 1, timeZone]
  )
  const lastBefore = async (day: string) => {
    const [closing] = await sql<{ number: number; hash: string }>(
      `select number, hash from client_closing where market = ? and day < ?::date order by number desc limit 1`,
      [MARKET, day]
    )
    return closing ?? null
  }
  return {
    market: MARKET,
    year,
    time_zone: timeZone,
    ...bounds!,
    closings: {
      before: await lastBefore(`${year}-01-01`),
      last: await lastBefore(`${year + 1}-01-01`),
    },
  }
}

/** What was recorded by then and no closing has taken. */
export type Unclosed = {
  currency_code: string
  payments: number
  reversals: number
  /** YYYY-MM-DD, the first day something was recorded that waits. */
  since: string
}

export async function unclosedBefore(sql: Sql, period: Period): Promise<Unclosed[]> {
  return sql(
    `select currency_code, (count(*) filter (where closing_id is null))::int as payments,
       (count(*) filter (where reversed_at < ? and reversal_closing_id is null))::int as reversals,
       (min(case when closing_id is null then created_at else reversed_at end) at time zone ?)::date::text as since
     from client_receipt
     where created_at < ? and (closing_id is null or (reversed_at < ? and reversal_closing_id is null))
     group by currency_code order by currency_code`,
    [period.to, period.time_zone, period.to, period.to]
  )
}

/** Whether anything was recorded in the year. */
export async function hasEntries(sql: Sql, period: Period): Promise<boolean> {
  const [row] = await sql(
    `select 1 from client_ledger_entry where created_at >= ? and created_at < ? limit 1`,
    [period.from, period.to]
  )
  return Boolean(row)
}

/** The year of the first account; null while there is none. */
export async function firstYear(sql: Sql, timeZone: string): Promise<number | null> {
  const [row] = await sql<{ year: number | null }>(
    `select extract(year from min(created_at) at time zone ?)::int as year from client_account`,
    [timeZone]
  )
  return row?.year ?? null
}

export type ArchivedAccount = AccountHead & {
  number: number
  customer_id: string
  customer_name: string | null
  customer_email: string | null
  decimal_digits: number
  created_at: string
}

/**
 * The next accounts, by id, with where each stood when the year began and ended. An entry is of the year by the moment it
 * was recorded; where a clock went back, its place in the chain decides, so that each entry is in one year.
 */
export async function archivedAccounts(
  sql: Sql,
  { from, to }: Period,
  after: string,
  limit: number
): Promise<ArchivedAccount[]> {
  const lastBefore = (name: string) => `left join lateral (
      select sequence, hash, balance_after from client_ledger_entry e
      where e.account_id = a.id and e.created_at < ? order by sequence desc limit 1
    ) ${name} on true`
  return sql(
    `select a.id as account_id, a.number, a.customer_id, a.customer_name, a.customer_email, a.currency_code,
       a.decimal_digits, ${moment("a.created_at")} as created_at,
       coalesce(begun.sequence, 0) as entries_before, begun.hash as head_before,
       coalesce(${amount("begun.balance_after")}, '0') as balance_before,
       coalesce(ended.sequence, 0) as entries, ended.hash as head,
       coalesce(${amount("ended.balance_after")}, '0') as balance
     from client_account a ${lastBefore("begun")} ${lastBefore("ended")}
     where a.market = ? and a.id > ? and (a.created_at < ? or ended.sequence is not null)
     order by a.id limit ?`,
    [from, to, MARKET, after, to, limit]
  )
}

/** The next entries of these accounts in the year, account by account, oldest first. */
export async function archivedEntries(
  sql: Sql,
  accounts: AccountHead[],
  after: { account_id: string; sequence: number },
  limit: number
): Promise<(ArchiveRow & { account_id: string; sequence: number })[]> {
  const of = <Key extends keyof AccountHead>(key: Key) => accounts.map((head) => head[key])
  return sql(
    `select e.account_id, e.sequence, e.id, e.currency_code, e.type, ${amount("e.amount")} as amount,
       ${amount("e.balance_after")} as balance_after, e.order_id, e.receipt_id, e.reverses_id, e.source_type,
       e.source_id, e.source_seq, e.note, e.value_date::text as value_date, e.actor_id,
       ${moment("e.created_at")} as created_at, e.hash
     from unnest(?::text[], ?::int[], ?::int[]) as year (account_id, entries_before, entries)
     join client_ledger_entry e on e.account_id = year.account_id
       and e.sequence > year.entries_before and e.sequence <= year.entries
     where (e.account_id, e.sequence) > (?, ?)
     order by e.account_id, e.sequence limit ?`,
    [of("account_id"), of("entries_before"), of("entries"), after.account_id, after.sequence, limit]
  )
}

export type OtherTable = Exclude<TableName, "accounts.csv" | "clients.csv" | "entries.csv">

/** By which column each is read on, and how many rows at a time: a closing tells of every account. */
const KEYS: Record<OtherTable, { key: string; first: string | number; page: number }> = {
  "receipts.csv": { key: "id", first: "", page: 1000 },
  "receipt_changes.csv": { key: "key", first: "", page: 1000 },
  "closings.csv": { key: "number", first: 0, page: 10 },
  "cheque_deposits.csv": { key: "id", first: "", page: 1000 },
  "cheque_deposit_lines.csv": { key: "key", first: "", page: 1000 },
  "changes.csv": { key: "id", first: "", page: 1000 },
  "allocations.csv": { key: "id", first: "", page: 1000 },
}

/** The next rows of a table, and whether there are more. */
export async function archivedRows(
  sql: Sql,
  table: OtherTable,
  period: ArchivePeriod,
  last: ArchiveRow | null
): Promise<{ rows: ArchiveRow[]; isLast: boolean }> {
  const { key, first, page } = KEYS[table]
  const [query, values] = QUERIES[table](period)
  const rows = await sql<ArchiveRow>(
    `select * from (${query}) archived where ${key} > ? order by ${key} limit ?`,
    [...values, last?.[key] ?? first, page]
  )
  return { rows, isLast: rows.length < page }
}

/** Receipts that entries of the year name, and those that a closing of the year took or whose reversal it took. */
const receiptsOf = (columns: string) => `select ${columns} from client_receipt r
  left join client_closing taken on taken.id = r.closing_id
  left join client_closing undone on undone.id = r.reversal_closing_id
  where taken.number > ? and taken.number <= ? or undone.number > ? and undone.number <= ?
    or exists (select 1 from client_ledger_entry e where e.receipt_id = r.id and e.created_at >= ? and e.created_at < ?)`

function receiptValues({ closings, from, to }: ArchivePeriod): unknown[] {
  const numbers = [closings.before?.number ?? 0, closings.last?.number ?? 0]
  return [...numbers, ...numbers, from, to]
}

/** What changed after the year isn't told, so that a year's archive is the same whenever it is made. */
const QUERIES: Record<OtherTable, (period: ArchivePeriod) => [string, unknown[]]> = {
  "receipts.csv": (period) => [
    receiptsOf(`r.id, r.account_id, r.currency_code, r.direction, r.method, r.provider_id, ${amount("r.amount")} as amount,
      r.reference, r.value_date::text as value_date, r.note, r.order_id, to_json(r.order_ids)::text as order_ids,
      r.top_up_id, r.source_type, r.source_id, r.actor_id, ${moment("r.created_at")} as created_at,
      taken.number as closing_number,
      case when exists (select 1 from client_ledger_entry e where e.receipt_id = r.id and e.type = 'reversal'
        and e.created_at < ?) then ${moment("r.reversed_at")} end as reversed_at,
      case when undone.number <= ? or r.reversed_at < ? then undone.number end as reversal_closing_number`),
    [period.to, period.closings.last?.number ?? 0, period.to, ...receiptValues(period)],
  ],
  "receipt_changes.csv": (period) => [
    `select ${moment("c.created_at")} || c.id as key, c.id, c.receipt_id, c.from_method, c.to_method, c.from_reference, c.to_reference, c.actor_id,
       ${moment("c.created_at")} as created_at
     from client_receipt_change c where c.receipt_id in (${receiptsOf("r.id")})`,
    receiptValues(period),
  ],
  "closings.csv": ({ market, closings }) => [
    `select number, id, market, currency_code, decimal_digits, day::text as day, ${moment("opened_at")} as opened_at,
       ${moment("closed_at")} as closed_at, ${amount("opening_float")} as opening_float,
       ${amount("cash_left")} as cash_left, ${amount("received")} as received, ${amount("paid_out")} as paid_out,
       ${amount("reversed")} as reversed, methods::text as methods, cash_count::text as cash_count,
       lines::text as lines, orders::text as orders, taxes::text as taxes, totals::text as totals,
       chain_heads::text as chain_heads, chain_digest, note, actor_id, previous_hash, hash
     from client_closing where market = ? and number > ? and number <= ?`,
    [market, closings.before?.number ?? 0, closings.last?.number ?? 0],
  ],
  "cheque_deposits.csv": (period) => [
    `select id, number, currency_code, count, ${amount("total")} as total, note, actor_id,
       ${moment("created_at")} as created_at,
       case when canceled_at < ? then ${moment("canceled_at")} end as canceled_at
     from cheque_deposit where market = ? and created_at >= ? and created_at < ?`,
    [period.to, period.market, period.from, period.to],
  ],
  "cheque_deposit_lines.csv": (period) => [
    `select l.deposit_id || ' ' || lpad(l.position::text, 9, '0') as key, l.deposit_id, l.position, l.receipt_id,
       l.account_id, l.drawer, l.bank, l.cheque_number, ${amount("l.amount")} as amount
     from cheque_deposit_line l join cheque_deposit d on d.id = l.deposit_id
     where d.market = ? and d.created_at >= ? and d.created_at < ?`,
    [period.market, period.from, period.to],
  ],
  "changes.csv": (period) => [
    `select id, subject, subject_id, account_id, before::text as before, after::text as after, actor_id,
       ${moment("created_at")} as created_at
     from client_ledger_change where created_at >= ? and created_at < ?`,
    [period.from, period.to],
  ],
  "allocations.csv": ({ market, to }) => [
    `select l.id, l.account_id, l.credit_id, l.debt_id, ${amount("l.amount")} as amount
     from client_allocation l join client_account a on a.id = l.account_id 
     where a.market = ? and l.amount > 0 and l.created_at < ?`,
    [market, to],
  ],
}
