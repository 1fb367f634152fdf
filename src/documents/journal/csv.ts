import type { NumberedPiece } from "../../modules/client-ledger/sql/journal-pieces"
import { linesOf, type JournalLine } from "./line"

/** The journal as a table: a row for each line of a piece. */
export const CSV_COLUMNS = [
  "journal",
  "number",
  "date",
  "account",
  "account_name",
  "client",
  "client_name",
  "reference",
  "reference_date",
  "label",
  "debit",
  "credit",
  "currency_code",
  "letter",
  "lettered_on",
  "validated_on",
].map((key) => ({ key }))

/** @param digits the decimals of the currency. @param text makes what a person typed safe to open in a spreadsheet. */
export function* csvRows(
  pieces: NumberedPiece[],
  digits: number,
  text: (value: string | null) => string
): Generator<Record<string, string | null>> {
  for (const line of linesOf(pieces, digits)) yield rowOf(line, text)
}

const rowOf = (
  { piece, line, number, debit, credit }: JournalLine,
  text: (value: string | null) => string
) => ({
  journal: piece.journal,
  number,
  date: piece.day,
  account: line.account,
  account_name: text(line.name),
  client: line.aux ?? null,
  client_name: text(line.aux_name ?? null),
  reference: text(piece.reference),
  reference_date: piece.referred_on,
  label: text(piece.label),
  debit,
  credit,
  currency_code: piece.currency_code,
  letter: line.letter?.code ?? null,
  lettered_on: line.letter?.day ?? null,
  validated_on: piece.valid_on,
})
