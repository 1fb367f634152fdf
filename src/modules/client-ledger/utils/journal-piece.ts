import type { Amount, EntryType, ReceiptDirection, ReceiptMethod } from "../types"
import { accountFor, type ChartOverrides, type ChartUse } from "./journal-chart"
import { journalWords, type JournalCode } from "./journal-words"
import type { Language } from "./method-settings"
import { isNegative, negate } from "./money"
import { splitDifference, type Split, type TaxPart } from "./vat-split"

/** One side of a piece. Debits are above zero, credits below. */
export type PieceLine = {
  account: string
  name: string
  amount: Amount
  /** The client's auxiliary account. */
  aux?: string
  aux_name?: string
  /** The ledger entry that the line is; letters are given by it. */
  entry_id?: string
  /** Of an order: what the line is of, as `vat:20`. */
  part?: string
}

/** A balanced piece of the journal, before it has a number. */
export type Piece = {
  journal: JournalCode
  /** YYYY-MM-DD, the day in the books. */
  day: string
  reference: string
  /** YYYY-MM-DD, the day of what it refers to. */
  referred_on: string
  label: string
  order_id: string | null
  entry_id: string | null
  deposit_id: string | null
  lines: PieceLine[]
}

type Holder = { account_number: number; customer_name: string | null }

/** A ledger entry, with all that its piece follows from. */
export type EntryRow = Holder & {
  kind: "entry"
  id: string
  day: string
  value_date: string
  type: EntryType
  source_type: string
  /** As in the ledger: above zero credits the client. */
  amount: Amount
  note: string | null
  order_id: string | null
  display_id: number | null
  /** Another entry of the same order waits after it. */
  has_next: boolean
  receipt_id: string | null
  method: ReceiptMethod | null
  provider_id: string | null
  direction: ReceiptDirection | null
  reference: string | null
  /** The bank had credited the cheque and took it back. */
  bounced: boolean
  /** What a reversal reverses. */
  reversed_type: EntryType | null
  reversed_amount: Amount | null
  /** Of a transfer between accounts: the entry on the other one. */
  pair: ({ id: string } & Holder) | null
}

/** A deposit slip that went to the bank. */
export type DepositRow = {
  kind: "deposit"
  id: string
  day: string
  value_date: string
  number: number
  total: Amount
}

export type JournalRow = EntryRow | DepositRow

export type Books = {
  chart: ChartOverrides
  language: Language
  digits: number
  /** The VAT of an order. */
  taxesOf: (orderId: string) => TaxPart[]
  /** What is booked of orders so far; each piece adds its own. */
  booked: Map<string, Split>
}

/** The client's code in the books: his account's number. */
export const auxiliaryOf = (accountNumber: number): string =>
  `C${String(accountNumber).padStart(5, "0")}`

/** The piece of an entry or a slip: what the client's account moves by, against what the market's chart says. */
export function pieceOf(row: JournalRow, books: Books): Piece {
  if (row.kind === "deposit") return depositPiece(row, books)
  const client = clientLine(books, row, row.id, negate(row.amount))
  const { journal, lines } = counterpart(row, books)
  return {
    journal,
    day: row.day,
    reference: referenceOf(row),
    referred_on: row.value_date,
    label: labelOf(row, books.language),
    order_id: isOrder(row) ? row.order_id : null,
    entry_id: row.id,
    deposit_id: null,
    lines: [client, ...lines],
  }
}

const isOrder = (row: EntryRow) => row.source_type === "order"

function clientLine(books: Books, holder: Holder, entryId: string, amount: Amount): PieceLine {
  const { number, name } = accountFor(books.chart, "clients")
  const aux = auxiliaryOf(holder.account_number)
  const aux_name = holder.customer_name || aux
  return { account: number, name, amount, aux, aux_name, entry_id: entryId }
}

type Counterpart = { journal: JournalCode; lines: PieceLine[] }

function counterpart(row: EntryRow, books: Books): Counterpart {
  if (isOrder(row)) return { journal: "VE", lines: orderLines(row, books) }
  if (row.pair) {
    return { journal: "OD", lines: [clientLine(books, row.pair, row.pair.id, row.amount)] }
  }
  const { journal, use, part } = row.method ? moneyOf(row, row.method) : actOf(row)
  return { journal, lines: [lineOn(books, use, part ?? null, row.amount)] }
}

const lineOn = (books: Books, use: ChartUse, part: string | null, amount: Amount): PieceLine => {
  const { number, name } = accountFor(books.chart, use, part)
  return { account: number, name, amount }
}

/** An order's debit is a sale and its VAT; what changes it later brings both to what they are then. */
function orderLines(row: EntryRow, books: Books): PieceLine[] {
  const orderId = row.order_id ?? row.id
  const before = books.booked.get(orderId) ?? {}
  const taxes = books.taxesOf(orderId)
  const { difference, booked } = splitDifference(before, negate(row.amount), taxes, books.digits)
  if (row.has_next) books.booked.set(orderId, booked)
  else books.booked.delete(orderId)
  return Object.entries(difference).map(([part, amount]) => {
    const [use, rate] = part.split(":") as ["sales" | "vat", string]
    return { ...lineOn(books, use, rate, negate(amount)), part }
  })
}

type Money = { journal: JournalCode; use: ChartUse; part?: string | null }

/** Where the money of a receipt is, by its method. */
function moneyOf(row: EntryRow, method: ReceiptMethod): Money {
  if (method === "cash") return { journal: "CA", use: "cash" }
  if (method === "transfer") return { journal: "BQ", use: "bank" }
  if (method === "card_terminal") return { journal: "CB", use: "card_terminal" }
  if (method === "online") return { journal: "CB", use: "online", part: row.provider_id }
  if (method === "on_site") return { journal: "OD", use: "suspense" }
  // A cheque that the market writes is drawn on its bank; one that bounced was on the bank since its deposit.
  const onBank = row.direction === "out" || row.bounced
  return onBank ? { journal: "BQ", use: "bank" } : { journal: "CH", use: "cheques" }
}

/** What a person wrote by hand, or took back: on the account of what he wrote first. */
function actOf(row: EntryRow): Money {
  const type = row.reversed_type ?? row.type
  const amount = row.reversed_amount ?? row.amount
  if (type === "opening_balance") return { journal: "OD", use: "opening" }
  if (type === "bank_fee") return { journal: "OD", use: "bank_fee" }
  return { journal: "OD", use: isNegative(amount) ? "gain" : "loss" }
}

function depositPiece(row: DepositRow, books: Books): Piece {
  return {
    journal: "BQ",
    day: row.day,
    reference: `REM-${row.number}`,
    referred_on: row.value_date,
    label: `${journalWords(books.language).deposit} ${row.number}`,
    order_id: null,
    entry_id: null,
    deposit_id: row.id,
    lines: [
      lineOn(books, "bank", null, row.total),
      lineOn(books, "cheques", null, negate(row.total)),
    ],
  }
}

const referenceOf = (row: EntryRow): string =>
  isOrder(row) ? String(row.display_id ?? row.order_id) : row.reference || row.receipt_id || row.id

function labelOf(row: EntryRow, language: Language): string {
  const words = journalWords(language)
  return [what(), row.customer_name, row.pair?.customer_name].filter(Boolean).join(" – ")

  function what(): string {
    if (isOrder(row)) return `${words.order} ${row.display_id ?? ""}`.trim()
    if (row.bounced) return words.bounce
    if (row.type === "reversal") return `${words.reversal} ${nameOf(row.reversed_type)}`.trim()
    return nameOf(row.type)
  }

  function nameOf(type: EntryType | null): string {
    if (row.pair) return words.transfer
    const method = row.method && words.methods[row.method]
    if (method) return row.direction === "out" ? `${words.payout} (${method})` : method
    const isAct =
      type === "adjustment" ||
      type === "write_off" ||
      type === "opening_balance" ||
      type === "bank_fee"
    return isAct ? words[type] : ""
  }
}
