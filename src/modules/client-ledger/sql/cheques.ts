import type { Amount, ChequeState, ReceiptDTO, Timestamp } from "../types"
import type { Sql } from "./runner"

/** A cheque that was received: what stands on its slip, or would by default where it is in none. */
export type ChequeDTO = {
  receipt_id: string
  account_id: string
  customer_id: string
  customer_name: string | null
  currency_code: string
  /** Above zero. */
  amount: Amount
  /** The day it was received, YYYY-MM-DD. */
  value_date: string
  created_at: Timestamp
  state: ChequeState
  /** Who signed it: the client, unless another name was typed. */
  drawer: string
  /** The drawer's bank: by default the last that was typed for a cheque of the same account. */
  bank: string | null
  /** The cheque's own: by default its payment's reference. */
  number: string | null
  deposit_id: string | null
  deposit_number: number | null
  deposited_on: string | null
  /** The day the bank credited or returned it. */
  settled_on: string | null
}

export type ChequeFilters = {
  state?: ChequeState[]
  /** Words, each of which the client's name or e-mail, the drawer or the number holds. */
  q?: string
  currency_code?: string
  client_account_id?: string
  number?: string
}

/** Each ends on the id, so that pages neither overlap nor skip. */
const ORDER_BY = {
  value_date: "r.value_date, r.id",
  "-value_date": "r.value_date desc, r.id desc",
  amount: "r.amount, r.id",
  "-amount": "r.amount desc, r.id desc",
  customer_name: "a.customer_name, r.id",
  "-customer_name": "a.customer_name desc, r.id desc",
}
export type ChequeOrder = keyof typeof ORDER_BY
export const CHEQUE_ORDERS = Object.keys(ORDER_BY) as [ChequeOrder, ...ChequeOrder[]]

/** Of a receipt `r` of an account `a`, with its line `l` in a slip `d`, if it is in one. */
export const CHEQUE_COLUMNS = `r.id as receipt_id, r.account_id, a.customer_id, a.customer_name, r.currency_code,
  trim_scale(r.amount)::text as amount, r.value_date::text as value_date, r.created_at,
  l.deposit_id, d.number as deposit_number, d.deposited_on::text as deposited_on, l.settled_on::text as settled_on`

const NUMBER = `case when l.receipt_id is null then r.reference else l.cheque_number end`

/** Cheques that were received and stand, and those that bounced. */
const CHEQUES = `client_receipt r
  join client_account a on a.id = r.account_id
  left join cheque_deposit_line l on l.receipt_id = r.id and l.state <> 'canceled'
  left join cheque_deposit d on d.id = l.deposit_id
  where r.method = 'cheque' and r.direction = 'in' and (r.reversed_at is null or l.state = 'bounced')`

type Condition = { text: string; values: unknown[] }

/** The cheques that a condition leaves; `ending` orders, pages or locks them. */
function selectCheques(
  sql: Sql,
  { text, values }: Condition,
  ending: string
): Promise<ChequeDTO[]> {
  return sql(
    `select ${CHEQUE_COLUMNS}, coalesce(l.state, 'to_deposit') as state, ${NUMBER} as number,
       coalesce(l.drawer, a.customer_name, a.customer_email, '') as drawer,
       case when l.receipt_id is null then (
         select last.bank from cheque_deposit_line last where last.account_id = r.account_id and last.bank is not null
         order by last.created_at desc, last.position limit 1
       ) else l.bank end as bank
     from ${CHEQUES} ${text} ${ending}`,
    values
  )
}

/** A page of the cheques, and how many the filters leave. */
export async function listCheques(
  sql: Sql,
  filters: ChequeFilters,
  page: { order: ChequeOrder; limit: number; offset: number }
): Promise<[ChequeDTO[], number]> {
  const where = conditionOf(filters)
  const rows = await selectCheques(
    sql,
    { text: where.text, values: [...where.values, page.limit, page.offset] },
    `order by ${ORDER_BY[page.order]} limit ? offset ?`
  )
  const [total] = await sql<{ count: number }>(
    `select count(*)::int as count from ${CHEQUES} ${where.text}`,
    where.values
  )
  return [rows, total?.count ?? 0]
}

function conditionOf(filters: ChequeFilters): Condition {
  const conditions: Condition[] = []
  const add = (text: string, ...values: unknown[]) => conditions.push({ text, values })
  if (filters.state) add("coalesce(l.state, 'to_deposit') = any(?)", filters.state)
  if (filters.currency_code) add("r.currency_code = ?", filters.currency_code.toLowerCase())
  if (filters.client_account_id) add("r.account_id = ?", filters.client_account_id)
  if (filters.number) add(`${NUMBER} = ?`, filters.number)
  for (const word of filters.q?.trim().split(/\s+/).filter(Boolean) ?? []) {
    const pattern = `%${word.replace(/[\\%_]/g, "\\$&")}%`
    add(
      `(a.customer_name ilike ? or a.customer_email ilike ? or l.drawer ilike ? or ${NUMBER} ilike ?)`,
      ...[pattern, pattern, pattern, pattern]
    )
  }
  return {
    text: conditions.map(({ text }) => `and ${text}`).join(" "),
    values: conditions.flatMap(({ values }) => values),
  }
}

/** The cheques among these receipts; each stays as it is until the transaction ends. */
export async function lockCheques(sql: Sql, receiptIds: string[]): Promise<Map<string, ChequeDTO>> {
  const rows = await selectCheques(
    sql,
    { text: "and r.id = any(?)", values: [receiptIds] },
    "order by r.id for no key update of r"
  )
  return new Map(rows.map((cheque) => [cheque.receipt_id, cheque]))
}

/** A cheque whose number another one of the same account bears: recorded, and worth a second look. */
export type RepeatedCheque = {
  receipt_id: string
  /** The cheque's number. */
  reference: string
  /** The other, the newest if there are several. */
  earlier: { receipt_id: string; amount: Amount; value_date: string }
}

/** Those of the receipts that repeat the number of another cheque of their account that stands. */
export async function repeatedCheques(
  sql: Sql,
  receipts: ReceiptDTO[]
): Promise<Map<string, RepeatedCheque>> {
  const numbered = receipts.filter(isNumberedCheque).map(({ id }) => id)
  if (!numbered.length) return new Map()
  const rows = await sql<
    Omit<RepeatedCheque, "earlier"> & { earlier_id: string } & Pick<
        ReceiptDTO,
        "amount" | "value_date"
      >
  >(
    `select distinct on (r.id) r.id as receipt_id, r.reference, o.id as earlier_id,
       trim_scale(o.amount)::text as amount, o.value_date::text as value_date
     from client_receipt r
     join client_receipt o on o.account_id = r.account_id and o.reference = r.reference and o.id <> r.id
     where r.id = any(?) and o.method = 'cheque' and o.direction = 'in' and o.reversed_at is null
     order by r.id, o.created_at desc, o.id desc`,
    [numbered]
  )
  return new Map(
    rows.map(({ earlier_id, amount, value_date, ...repeated }) => [
      repeated.receipt_id,
      { ...repeated, earlier: { receipt_id: earlier_id, amount, value_date } },
    ])
  )
}

const isNumberedCheque = ({ method, direction, reference }: ReceiptDTO) =>
  method === "cheque" && direction === "in" && Boolean(reference)
