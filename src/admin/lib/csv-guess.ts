import type { AdminBankStatementPreviewResponse, CsvFormat } from "../../types/http"

export type CsvPreview = AdminBankStatementPreviewResponse["preview"]
export type CsvColumn = keyof CsvFormat["columns"]

export const CSV_COLUMNS: CsvColumn[] = [
  ...([
    "date",
    "value_date",
    "amount",
    "credit",
    "debit",
    "label",
    "counterparty",
    "reference",
  ] as const),
]

/** What banks call a column, without accents. The first that fits is taken. */
const NAMES: Record<CsvColumn, RegExp> = {
  date: /^(date|jour)|booking|operation date/,
  value_date: /valeur|value/,
  amount: /montant|amount|somme/,
  credit: /credit/,
  debit: /debit/,
  label: /libelle|label|description|intitule|details|communication/,
  counterparty: /emetteur|tiers|contrepartie|counterparty|payer|donneur|beneficiaire/,
  reference: /ref/,
}

/** The line with the names: the first of those with the most cells. */
export function headerIn(rows: string[][]): number {
  const widths = rows.map((row) => row.filter(Boolean).length)
  return Math.max(0, widths.indexOf(Math.max(...widths)))
}

/** What a bank seems to mean by its columns, for a person to put right. */
export function guessFormat(
  { delimiter, rows }: CsvPreview,
  header: number
): Partial<CsvFormat["columns"]> & {
  date_order: CsvFormat["date_order"]
  decimal: CsvFormat["decimal"]
  delimiter: CsvFormat["delimiter"]
} {
  const names = rows[header] ?? []
  const taken = new Set<string>()
  const columns: Partial<CsvFormat["columns"]> = {}
  // "Date de valeur" is no plain date, so it is looked for first.
  for (const column of ["value_date", ...CSV_COLUMNS] as CsvColumn[]) {
    const name = names.find((each) => each && !taken.has(each) && NAMES[column].test(plain(each)))
    if (!name || columns[column]) continue
    columns[column] = name
    taken.add(name)
  }
  const values = rows.slice(header + 1).flat()
  return {
    ...columns,
    delimiter: delimiter ?? ";",
    date_order: values.some((value) => /^\d{4}-?\d{2}-?\d{2}/.test(value)) ? "ymd" : "dmy",
    decimal: values.some((value) => /^[-+]?[\d\s.]*\d,\d{1,2}(\s*€)?$/.test(value)) ? "," : ".",
  }
}

const plain = (name: string) => name.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase()
