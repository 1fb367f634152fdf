import { MedusaError } from "@medusajs/framework/utils"
import type { Amount, Timestamp } from "../types"
import { type ClientMatch, proposeClients } from "../utils/bank-proposals"
import { readAmount } from "../utils/written-values"
import { findCandidates, findExactMatches, findPapers, type PaperToMatch } from "./bank-matches"
import type { Sql } from "./runner"

export const BANK_LINE_STATES = ["open", "accepted", "set_aside"] as const
export type BankLineState = (typeof BANK_LINE_STATES)[number]

export type BankLineDTO = {
  id: string
  bank_account_id: string
  booked_on: string
  value_date: string
  /** Signed: above zero came in. */
  amount: Amount
  currency_code: string
  counterparty: string | null
  label: string
  remarks: string[]
  account_numbers: number[]
  order_numbers: number[]
  bank_reference: string | null
  state: BankLineState
  receipt_id: string | null
  cheque_deposit_id: string | null
  closing_id: string | null
  /** Of the slip or the closing. */
  paper_number: number | null
  account_id: string | null
  customer_name: string | null
  note: string | null
  created_at: Timestamp
}

/** The name and balance of a proposed client, as they are shown. */
export type ClientProposal = ClientMatch & {
  customer_name: string | null
  /** What the account owes, above zero; below zero what it holds. */
  debt: Amount
  /** Reference and amount leave no choice. */
  exact: boolean
}

export type MatchedBankLine = BankLineDTO & { clients: ClientProposal[]; papers: PaperToMatch[] }

const COLUMNS = `l.id, l.bank_account_id, l.booked_on::text as booked_on, l.value_date::text as value_date,
  trim_scale(l.amount)::text as amount, l.currency_code, l.counterparty, l.label, l.remarks, l.account_numbers, l.order_numbers,
  l.bank_reference, l.state, l.receipt_id, l.cheque_deposit_id, l.closing_id, coalesce(d.number, c.number) as paper_number,
  r.account_id, a.customer_name, l.note, l.created_at`

const LINES = `bank_line l left join client_receipt r on r.id = l.receipt_id left join client_account a on a.id = r.account_id
  left join cheque_deposit d on d.id = l.cheque_deposit_id left join client_closing c on c.id = l.closing_id`

export type BankLineFilters = {
  state?: BankLineState
  direction?: "in" | "out"
  bank_account_id?: string
  /** Some letters of the label, the counterparty or a reference; or an amount. */
  q?: string
  /** Only those that reference and amount match. */
  exact?: boolean
}

/** Lines, newest first, with who may have paid those that are open, and how many the filters leave. */
export async function listBankLines(
  sql: Sql,
  filters: BankLineFilters,
  page: { limit: number; offset: number }
): Promise<[MatchedBankLine[], number]> {
  const hasOpen = filters.exact === true || (filters.state ?? "open") === "open"
  const exact = hasOpen ? await findExactMatches(sql) : new Map<string, string>()
  const [where, values] = whereOf(filters, [...exact.keys()])
  const rows = await sql<BankLineDTO>(
    `select ${COLUMNS} from ${LINES} ${where} order by l.booked_on desc, l.id limit ? offset ?`,
    [...values, page.limit, page.offset]
  )
  const [total] = await sql<{ count: number }>(
    `select count(*)::int as count from bank_line l ${where}`,
    values
  )
  return [await withProposals(sql, rows, exact), total?.count ?? 0]
}

function whereOf(filters: BankLineFilters, exact: string[]): [string, unknown[]] {
  const found = `%${(filters.q ?? "").replace(/[\\%_]/g, "\\$&")}%`
  const conditions: [string, unknown[], boolean][] = [
    ["l.state = ?", [filters.state], filters.state !== undefined],
    ["l.amount > 0", [], filters.direction === "in"],
    ["l.amount < 0", [], filters.direction === "out"],
    ["l.bank_account_id = ?", [filters.bank_account_id], filters.bank_account_id !== undefined],
    ["l.id = any(?)", [exact], filters.exact === true],
    [
      `(concat_ws(' ', l.label, l.counterparty, array_to_string(l.remarks, ' ')) ilike ? or abs(l.amount) = ?::numeric)`,
      [found, readAmount(filters.q ?? "")],
      Boolean(filters.q),
    ],
  ]
  const given = conditions.filter(([, , isGiven]) => isGiven)
  const text = given.map(([condition]) => condition).join(" and ")
  return [text && `where ${text}`, given.flatMap(([, values]) => values)]
}

async function withProposals(
  sql: Sql,
  lines: BankLineDTO[],
  exact: Map<string, string>
): Promise<MatchedBankLine[]> {
  const open = lines.filter(({ state, amount }) => state === "open" && !amount.startsWith("-"))
  const currencies = [...new Set(open.map(({ currency_code }) => currency_code))]
  const candidates = open.length ? await findCandidates(sql, currencies) : []
  const papers = open.length
    ? await findPapers(
        sql,
        open.map(({ amount }) => amount)
      )
    : []
  const byId = new Map(candidates.map((each) => [each.account_id, each]))
  const isOpen = new Set(open)
  return lines.map((line) => ({
    ...line,
    clients: (isOpen.has(line) ? proposeClients(line, candidates) : []).map((match) => ({
      ...match,
      customer_name: byId.get(match.account_id)!.customer_name,
      debt: byId.get(match.account_id)!.debt,
      exact: exact.get(line.id) === match.account_id,
    })),
    papers: isOpen.has(line) ? papers.filter((paper) => isOf(paper, line)) : [],
  }))
}

/** A bank credits a slip or a day's cards on the day or after, not months later. */
const LATEST_DAYS = 30

function isOf(paper: PaperToMatch, line: BankLineDTO): boolean {
  const days = (Date.parse(line.booked_on) - Date.parse(paper.day)) / (24 * 60 * 60 * 1000)
  return (
    paper.amount === line.amount &&
    paper.currency_code === line.currency_code &&
    days >= 0 &&
    days <= LATEST_DAYS
  )
}

/** @throws NOT_FOUND */
export async function retrieveBankLine(sql: Sql, id: string): Promise<MatchedBankLine> {
  const [line] = await sql<BankLineDTO>(`select ${COLUMNS} from ${LINES} where l.id = ?`, [id])
  if (!line) throw unknownLine(id)
  const [matched] = await withProposals(sql, [line], await findExactMatches(sql))
  return matched!
}

/** The lines, in the order asked, without who may have paid them. @throws NOT_FOUND naming the first that is missing. */
export async function findBankLines(sql: Sql, ids: string[]): Promise<BankLineDTO[]> {
  const rows = await sql<BankLineDTO>(`select ${COLUMNS} from ${LINES} where l.id = any(?)`, [ids])
  const byId = new Map(rows.map((line) => [line.id, line]))
  return ids.map((id) => {
    const line = byId.get(id)
    if (!line) throw unknownLine(id)
    return line
  })
}

export const unknownLine = (id: string) =>
  new MedusaError(MedusaError.Types.NOT_FOUND, `Bank line with id: ${id} was not found`)
