import { Readable } from "node:stream"
import { pipeline } from "node:stream/promises"
import type { MedusaResponse } from "@medusajs/framework/http"
import { stringify, type ColumnOption } from "csv-stringify"

/** A spreadsheet runs a cell that starts like a formula: the quote makes it text, and doesn't show. */
export const csvText = (text: string | null): string =>
  text && /^[=+\-@\t\r]/.test(text) ? `'${text}` : (text ?? "")

/** Sends rows as a CSV file while they are read, under a header if there are columns. The byte order mark tells Excel that they are UTF-8. */
export async function sendCsv<Row>(
  res: MedusaResponse,
  filename: string,
  columns: ColumnOption[] | undefined,
  rows: AsyncIterable<Row>
): Promise<void> {
  res.setHeader("Content-Type", "text/csv; charset=utf-8")
  res.setHeader("Content-Disposition", `attachment; filename="${filename}"`)
  await pipeline(
    Readable.from(rows),
    stringify({ header: columns !== undefined, bom: true, columns, record_delimiter: "windows" }),
    res
  )
}
