/** How a bank writes its CSV, said once for an account and remembered. Columns are named as in the file's first line. */
export type CsvFormat = {
  delimiter: "," | ";" | "\t"
  /** 31/01/2026, 01/31/2026 or 2026-01-31, whatever stands between; a year of two digits is of this century. */
  date_order: "dmy" | "mdy" | "ymd"
  decimal: "," | "."
  columns: {
    date: string
    value_date?: string
    /** Signed; or else `credit` and `debit`, either of which may be empty in a line. */
    amount?: string
    credit?: string
    debit?: string
    label: string
    counterparty?: string
    reference?: string
  }
}

export type CsvColumn = keyof CsvFormat["columns"]
