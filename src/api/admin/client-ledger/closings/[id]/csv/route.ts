import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { fixedAmount } from "../../../../../../modules/client-ledger/utils/money"
import { csvText, sendCsv } from "../../../../../utils/csv"
import type { Cell, ClosingDocument } from "../../document"
import { readDocument } from "../../read-document"
import type { DocumentQuery } from "../../validators"

export async function GET(
  req: AuthenticatedMedusaRequest<unknown, DocumentQuery>,
  res: MedusaResponse
) {
  const { words, closing, document, filename } = await readDocument(req)
  const write = (cell: Cell): string => {
    if (typeof cell === "string") return csvText(cell)
    if ("money" in cell) return fixedAmount(cell.money, closing.decimal_digits)
    return "date" in cell ? cell.date : cell.moment
  }
  await sendCsv(
    res,
    `${filename}.csv`,
    undefined,
    rowsOf(document, words.title(closing.number), write)
  )
}

/** Each line begins with its section's name, so that a spreadsheet can filter by it. */
async function* rowsOf(
  { facts, sections }: ClosingDocument,
  title: string,
  write: (cell: Cell) => string
) {
  for (const [label, value] of facts) yield [title, label, write(value)]
  for (const { title: section, columns, rows } of sections) {
    if (rows.length) yield [section, ...columns]
    for (const row of rows) yield [section, ...row.map(write)]
  }
}
