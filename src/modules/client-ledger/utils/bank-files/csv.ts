import { pipeline } from "node:stream/promises"
import { Readable } from "node:stream"
import { CsvError, parse } from "csv-parse"
import { negate } from "../money"
import type { Amount } from "../../types"
import type { CsvColumn, CsvFormat } from "./csv-format"
import {
  plainText,
  shown,
  statedAmount,
  statedDay,
  type StatementItem,
  type StatementLine,
  unreadable,
} from "./statement"

/** What `info: true` makes of each record; the parser's types leave it out. */
type Parsed = { record: string[]; info: { lines: number } }
type Row = {
  line: number
  cell: (column: CsvColumn) => string
  name: (column: CsvColumn) => string
}

/** Banks put the account's number and its balance above the table. */
const LONGEST_PREAMBLE = 50
const LONGEST_RECORD = 64 * 1024

/**
 * Reads a bank's CSV. The table begins at the line that holds the names of all its columns; what is above is skipped.
 * A CSV doesn't say whose it is, so that no account is answered.
 * @throws INVALID_DATA with line, column and what was expected.
 */
export async function* readCsv(
  chunks: AsyncIterable<string>,
  format: CsvFormat
): AsyncGenerator<StatementItem> {
  const wanted = Object.entries(format.columns) as [CsvColumn, string][]
  let places: Map<CsvColumn, number> | null = null
  let preamble = 0
  for await (const { record, info } of records(chunks, format)) {
    if (!places) {
      places = placesIn(record, wanted)
      if (!places && ++preamble > LONGEST_PREAMBLE) break
      continue
    }
    const columns = places
    const row: Row = {
      line: info.lines,
      name: (column) => format.columns[column] ?? column,
      cell: (column) => record[columns.get(column) ?? -1]?.trim() ?? "",
    }
    const line = lineOf(row, format)
    if (line) yield { line }
  }
  if (!places) {
    const names = wanted.map(([, name]) => `"${name}"`).join(", ")
    throw unreadable({ line: 1 }, `expected a line with the columns ${names}`)
  }
}

async function* records(chunks: AsyncIterable<string>, format: CsvFormat): AsyncGenerator<Parsed> {
  const parser = parse({
    delimiter: format.delimiter,
    info: true,
    max_record_size: LONGEST_RECORD,
    relax_column_count: true,
    // What a payer wrote may hold a quotation mark.
    relax_quotes: true,
    skip_empty_lines: true,
    skip_records_with_empty_values: true,
  })
  // It fails by destroying the parser, which throws below.
  pipeline(Readable.from(chunks), parser).catch(() => undefined)
  try {
    for await (const parsed of parser) yield parsed as Parsed
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    const { lines } = error as unknown as { lines?: number }
    throw unreadable({ line: lines ?? 1 }, `this is not CSV: ${error.message}`)
  }
}

const key = (name: string) => name.replace(/\s+/g, " ").trim().toLowerCase()

function placesIn(record: string[], wanted: [CsvColumn, string][]): Map<CsvColumn, number> | null {
  const names = record.map(key)
  const places = wanted.map(([column, name]) => [column, names.indexOf(key(name))] as const)
  return places.every(([, place]) => place >= 0) ? new Map(places) : null
}

function lineOf(row: Row, format: CsvFormat): StatementLine | null {
  const date = row.cell("date")
  const amount = amountOf(row, format)
  // A line of totals or a remark below the table.
  if (!date && amount === undefined) return null
  const booked_on = dayOf(row, "date", format)
  if (amount === undefined) {
    const column =
      format.columns.amount ?? [format.columns.credit, format.columns.debit].join(" / ")
    throw unreadable(
      { line: row.line, column: `"${column}"` },
      "expected an amount, and found nothing"
    )
  }
  if (amount === null) return null
  return {
    position: row.line,
    booked_on,
    value_date: row.cell("value_date") ? dayOf(row, "value_date", format) : booked_on,
    amount,
    currency_code: null,
    counterparty: plainText(row.cell("counterparty")) || null,
    label: plainText(row.cell("label")),
    remarks: [plainText(row.cell("reference"))].filter(Boolean),
    // A bank's CSV has no reference of its own that is always there: the line's text tells it apart.
    bank_reference: null,
  }
}

/** Undefined where nothing is written, null for zero. */
function amountOf(row: Row, { decimal, columns }: CsvFormat): Amount | null | undefined {
  const read = (column: CsvColumn) => {
    const written = row.cell(column)
    if (!written) return undefined
    return statedAmount(plainNumber(written, decimal), written, {
      line: row.line,
      column: `"${row.name(column)}"`,
    })
  }
  if (columns.amount) return read("amount")
  const [credit, debit] = [read("credit"), read("debit")]
  // Some write what went out below zero, some don't.
  if (debit) return debit.startsWith("-") ? debit : negate(debit)
  return credit ?? debit
}

/** Without what people put around digits and between thousands: "1 234,50 €" is "1234.50". */
function plainNumber(written: string, decimal: "," | "."): string {
  const text = written
    .replace(/[\s'’€$£]|EUR|CHF|USD|GBP/gi, "")
    .replace(/^[−–]/, "-")
    .replace(decimal === "," ? /\./g : /,/g, "")
  return text.replace(",", ".")
}

function dayOf(row: Row, column: "date" | "value_date", { date_order }: CsvFormat): string {
  const written = row.cell(column)
  const place = { line: row.line, column: `"${row.name(column)}"` }
  const numbers =
    date_order === "ymd"
      ? /^(\d{4})\D?(\d{1,2})\D?(\d{1,2})\b/
      : /^(\d{1,2})\D(\d{1,2})\D(\d{4}|\d{2})\b/
  const [, first, second, third] = numbers.exec(written) ?? []
  if (!first || !second || !third) {
    throw unreadable(
      place,
      `expected a date, as ${EXAMPLES[date_order]}, and found "${shown(written)}"`
    )
  }
  if (date_order === "ymd") return statedDay([first, second, third], written, place)
  const [day, month] = date_order === "dmy" ? [first, second] : [second, first]
  return statedDay([third, month, day], written, place)
}

const EXAMPLES = { dmy: "31/01/2026", mdy: "01/31/2026", ymd: "2026-01-31" } as const
