import { readFile } from "node:fs/promises"
import { CsvError, parse } from "csv-parse/sync"
import type { CsvFormat } from "./csv-format"
import { recognize } from "./read-statement"
import { plainText, type StatementFormat } from "./statement"

/** What a file seems to be, for a person who says which column is which. */
export type StatementPreview = {
  format: StatementFormat
  encoding: string
  /** Of a CSV: the separator that its lines are most alike by, and the first of them. */
  delimiter: CsvFormat["delimiter"] | null
  rows: string[][]
}

const MOST_ROWS = 60

/** @param path of a file's beginning; a line that it cuts off is left out. */
export async function previewStatement(path: string): Promise<StatementPreview> {
  const { format, encoding } = await recognize(path, { isWhole: false })
  if (format !== "csv") return { format, encoding, delimiter: null, rows: [] }
  const text = new TextDecoder(encoding).decode(await readFile(path))
  const [delimiter, rows] = ([";", ",", "\t"] as const)
    .map((each) => [each, rowsOf(text, each)] as const)
    .sort(([, a], [, b]) => cellsOf(b) - cellsOf(a))[0]!
  return { format, encoding, delimiter, rows }
}

function rowsOf(text: string, delimiter: string): string[][] {
  try {
    const rows = parse(text, {
      delimiter,
      bom: true,
      to: MOST_ROWS,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
    })
    return rows.map((row: string[]) => row.map(plainText))
  } catch (error) {
    // The cut may fall between two quotation marks; then few lines say little anyway.
    if (error instanceof CsvError) return []
    throw error
  }
}

/** Lines of one cell say nothing for a separator. */
const cellsOf = (rows: string[][]) =>
  rows.reduce((count, row) => count + (row.length > 2 ? row.length : 0), 0)
