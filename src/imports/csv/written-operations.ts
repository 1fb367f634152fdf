import { MedusaError } from "@medusajs/framework/utils"
import { plainHeader, recordsOf } from "../../modules/client-ledger/utils/opening-balances-csv"

/** Names a spreadsheet may give a column, in French or English, without accents, spaces or marks. */
const HEADERS = {
  id: ["id", "operation", "operationid", "numero"],
  member: ["member", "membre", "adherent", "memberid", "idmembre"],
  email: ["email", "mail", "courriel", "adressemail", "adresseemail"],
  name: ["name", "nom", "client"],
  date: ["date", "day", "jour"],
  type: ["type", "nature"],
  amount: ["amount", "montant"],
  label: ["label", "libelle", "note", "motif"],
  method: ["method", "moyen", "moyendepaiement"],
  pending: ["pending", "enattente", "attente"],
}
type Column = keyof typeof HEADERS

/** A line as it is written; nothing is checked yet. */
export type WrittenOperation = Record<Column, string> & { line: number }

/**
 * The lines of a file of operations.
 * @throws INVALID_DATA when it isn't CSV, or lacks the member's, the date's or the amount's column.
 */
export function writtenOperations(csv: string): WrittenOperation[] {
  const [header, ...lines] = recordsOf(csv)
  const names = (header?.record ?? []).map(plainHeader)
  const columns = Object.keys(HEADERS) as Column[]
  const places = new Map(
    columns.map((column) => [column, names.findIndex((name) => HEADERS[column].includes(name))])
  )
  const has = (column: Column) => places.get(column) !== -1
  if (!has("amount") || !has("date") || !(has("email") || has("member"))) {
    throw new MedusaError(
      MedusaError.Types.INVALID_DATA,
      "csv: the first line must name an e-mail (or member) column, a date column and an amount column"
    )
  }
  return lines.map(({ record, line }) => {
    const values = columns.map((column) => [column, record[places.get(column)!] ?? ""])
    return { ...(Object.fromEntries(values) as Record<Column, string>), line }
  })
}
