import { MedusaError } from "@medusajs/framework/utils"
import { CsvError, parse } from "csv-parse/sync"

/** A line as it is written; nothing is checked yet. */
export type WrittenBalance = {
  line: number
  email: string
  customer_id: string
  amount: string
  currency_code: string
  note: string
  value_date: string
}
type Column = Exclude<keyof WrittenBalance, "line">

/** Names a spreadsheet may give a column, in French or English, without accents, spaces or marks. */
const HEADERS: Record<Column, string[]> = {
  email: ["email", "mail", "courriel", "adressemail", "adresseemail", "customeremail"],
  customer_id: ["customerid", "clientid", "idclient", "id"],
  amount: ["amount", "montant", "solde", "balance"],
  currency_code: ["currencycode", "currency", "devise", "monnaie"],
  note: ["note", "remarque", "commentaire", "comment", "libelle", "motif"],
  value_date: ["valuedate", "date", "datedevaleur", "datevaleur"],
}

/**
 * Reads a spreadsheet's export of balances, whichever separator it uses.
 * @throws INVALID_DATA when it isn't CSV, or lacks the customer's or the amount's column.
 */
export function readBalancesCsv(csv: string): WrittenBalance[] {
  const [header, ...lines] = recordsOf(csv)
  const columns = (header?.record ?? []).map(columnOf)
  const has = (column: Column) => columns.includes(column)
  if (!has("amount") || !(has("email") || has("customer_id"))) {
    throw invalid("the first line must name an e-mail (or customer_id) column and an amount column")
  }
  return lines.map(({ record, line }) => {
    const valueOf = (column: Column) => record[columns.indexOf(column)] ?? ""
    return {
      line,
      email: valueOf("email"),
      customer_id: valueOf("customer_id"),
      amount: valueOf("amount"),
      currency_code: valueOf("currency_code"),
      note: valueOf("note"),
      value_date: valueOf("value_date"),
    }
  })
}

/** What `info: true` makes of each record; the parser's types leave it out. */
type Parsed = { record: string[]; info: { lines: number } }

/** The lines of a spreadsheet's export, whichever separator it uses. @throws INVALID_DATA when it isn't CSV. */
export function recordsOf(csv: string): { record: string[]; line: number }[] {
  try {
    const records = parse(csv, {
      bom: true,
      delimiter: delimiterOf(csv),
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
      skip_records_with_empty_values: true,
      trim: true,
    })
    return (records as unknown as Parsed[]).map(({ record, info }) => ({
      record,
      line: info.lines,
    }))
  } catch (error) {
    if (error instanceof CsvError) throw invalid(error.message)
    throw error
  }
}

function delimiterOf(csv: string): string {
  const header = csv.split(/\r?\n|\r/).find((line) => line.trim()) ?? ""
  const occurrences = (delimiter: string) => header.split(delimiter).length
  return [",", ";", "\t"].sort((a, b) => occurrences(b) - occurrences(a))[0]!
}

/** A column's name without accents, spaces or marks. */
export const plainHeader = (header: string): string =>
  header
    .normalize("NFD")
    .replace(/[^a-z]/gi, "")
    .toLowerCase()

function columnOf(header: string): Column | null {
  const name = plainHeader(header)
  const column = Object.entries(HEADERS).find(([, names]) => names.includes(name))
  return (column?.[0] as Column | undefined) ?? null
}

const invalid = (reason: string) =>
  new MedusaError(MedusaError.Types.INVALID_DATA, `csv: ${reason}`)
