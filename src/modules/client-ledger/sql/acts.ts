import type { Amount, EntryType } from "../types"
import type { Values } from "../utils/differences"
import type { ChangeSubject } from "./changes"
import type { Sql } from "./runner"

/** What a person did: an entry's type, or one of what moves no money. */
export type ActKind =
  | EntryType
  | ChangeSubject
  | "receipt_correction"
  | "closing"
  | "cheque_deposit_made"
  | "client_import"
  | "statement_mail"
  | "reminder_mail"
  | "bank_statement"
  | "bank_line_accepted"
  | "bank_line_set_aside"
  | "bank_line_brought_back"

export type ActDTO = {
  id: string
  kind: ActKind
  /** To the microsecond: the export goes on from it. */
  at: string
  actor_id: string
  account_id: string | null
  customer_name: string | null
  amount: Amount | null
  currency_code: string | null
  /** Of a closing or a slip. */
  number: number | null
  note: string | null
  /** What it changed, field by field; an entry changes a balance. */
  before: Values
  after: Values
}

export type ActFilters = {
  actor_id?: string
  kind?: string
  client_account_id?: string
  /** Days in the reader's time zone, both included. */
  from?: string
  to?: string
  time_zone?: string
}

const NOTHING = `'{}'::jsonb`

/** Each row names its columns as the first one does. */
const ACTS = `(
  select e.id, e.type as kind, e.created_at as at, e.actor_id, e.account_id, e.amount, a.currency_code, null::int as number,
    e.note, jsonb_build_object('balance', trim_scale(e.balance_after - e.amount)::text) as before,
    jsonb_build_object('balance', trim_scale(e.balance_after)::text) as after
  from client_ledger_entry e join client_account a on a.id = e.account_id where e.actor_id is not null
  union all
  select c.id, 'receipt_correction', c.created_at, c.actor_id, r.account_id, r.amount, r.currency_code, null, null,
    jsonb_build_object('method', c.from_method, 'reference', c.from_reference),
    jsonb_build_object('method', c.to_method, 'reference', c.to_reference)
  from client_receipt_change c join client_receipt r on r.id = c.receipt_id
  union all
  select id, 'closing', closed_at, actor_id, null, null, currency_code, number, note, ${NOTHING}, ${NOTHING} from client_closing
  union all
  select id, 'cheque_deposit_made', created_at, actor_id, null, total, currency_code, number, note, ${NOTHING}, ${NOTHING}
  from cheque_deposit
  union all
  select id, 'client_import', created_at, actor_id, null, (summary->'totals'->>'to_post')::numeric, currency_code, null,
    group_name || ' · ' || source || ' · ' || mode, ${NOTHING}, ${NOTHING}
  from client_import where applied
  union all
  select m.id, m.kind || '_mail', m.created_at, m.actor_id, m.account_id, null, a.currency_code, null, null, ${NOTHING}, ${NOTHING}
  from client_mail m join client_account a on a.id = m.account_id
  union all
  select s.id, 'bank_statement', s.created_at, s.actor_id, null, null, b.currency_code, null, s.file_name, ${NOTHING}, ${NOTHING}
  from bank_statement s join bank_account b on b.id = s.bank_account_id
  union all
  select t.id, 'bank_line_' || t.act, t.created_at, t.actor_id, r.account_id, l.amount, l.currency_code,
    coalesce(d.number, c.number), coalesce(t.note, l.label), ${NOTHING}, ${NOTHING}
  from bank_line_act t join bank_line l on l.id = t.bank_line_id left join client_receipt r on r.id = t.receipt_id
  left join cheque_deposit d on d.id = t.cheque_deposit_id left join client_closing c on c.id = t.closing_id
  union all
  select c.id, c.subject, c.created_at, c.actor_id, c.account_id, null, a.currency_code, d.number, null, c.before, c.after
  from client_ledger_change c left join client_account a on a.id = c.account_id
  left join cheque_deposit d on d.id = c.subject_id
) act`

/** The list's columns, with the account's name. */
const COLUMNS = `act.id, act.kind, to_char(act.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at, act.actor_id, act.account_id, a.customer_name,
  trim_scale(act.amount)::text as amount, act.currency_code, act.number, act.note, act.before, act.after`

function whereOf(filters: ActFilters): [string, unknown[]] {
  const zone = filters.time_zone ?? "UTC"
  const conditions: [string, unknown[]][] = [["act.actor_id is not null", []]]
  if (filters.actor_id) conditions.push(["act.actor_id = ?", [filters.actor_id]])
  if (filters.kind) conditions.push(["act.kind = ?", [filters.kind]])
  if (filters.client_account_id) {
    conditions.push(["act.account_id = ?", [filters.client_account_id]])
  }
  if (filters.from) {
    conditions.push(["act.at >= ?::date::timestamp at time zone ?", [filters.from, zone]])
  }
  if (filters.to) {
    conditions.push(["act.at < (?::date + 1)::timestamp at time zone ?", [filters.to, zone]])
  }
  return [
    `where ${conditions.map(([text]) => text).join(" and ")}`,
    conditions.flatMap(([, values]) => values),
  ]
}

/** What people did, newest first, and how many acts the filters leave. */
export async function listActs(
  sql: Sql,
  filters: ActFilters,
  page: { limit: number; offset: number }
): Promise<[ActDTO[], number]> {
  const [where, values] = whereOf(filters)
  const rows = await sql<ActDTO>(
    `select ${COLUMNS} from ${ACTS} left join client_account a on a.id = act.account_id ${where}
     order by act.at desc, act.id desc limit ? offset ?`,
    [...values, page.limit, page.offset]
  )
  const [total] = await sql<{ count: number }>(
    `select count(*)::int as count from ${ACTS} ${where}`,
    values
  )
  return [rows, total?.count ?? 0]
}

/** Everyone who ever did something. */
export async function listActorIds(sql: Sql): Promise<string[]> {
  const rows = await sql<{ actor_id: string }>(
    `select distinct act.actor_id from ${ACTS} where act.actor_id is not null order by act.actor_id`
  )
  return rows.map((row) => row.actor_id)
}

/** The next acts before one, newest first: a long list is read page by page while more is done. */
export async function listActsBefore(
  sql: Sql,
  filters: ActFilters,
  last: Pick<ActDTO, "at" | "id"> | null,
  limit: number
): Promise<ActDTO[]> {
  const [where, values] = whereOf(filters)
  const before = last ? "and (act.at, act.id) < (?::timestamptz, ?)" : ""
  return sql<ActDTO>(
    `select ${COLUMNS} from ${ACTS} left join client_account a on a.id = act.account_id ${where} ${before}
     order by act.at desc, act.id desc limit ?`,
    [...values, ...(last ? [last.at, last.id] : []), limit]
  )
}
