/** What an archive holds, for who writes one and who checks one. */
export const FORMAT = "client-ledger-archive/1"

/** The columns of each file, in their order. */
export const COLUMNS = {
  "accounts.csv": [
    ...["id", "number", "customer_id", "currency_code", "decimal_digits", "created_at"],
  ],
  "entries.csv": [
    ...["account_id", "sequence", "id", "currency_code", "type", "amount", "balance_after"],
    ...["order_id", "receipt_id", "reverses_id", "source_type", "source_id", "source_seq"],
    ...["note", "value_date", "actor_id", "created_at", "hash"],
  ],
  "receipts.csv": [
    ...["id", "account_id", "currency_code", "direction", "method", "provider_id", "amount"],
    ...["reference", "value_date", "note", "order_id", "order_ids", "top_up_id", "source_type"],
    ...["source_id", "actor_id", "created_at", "closing_number", "reversed_at"],
    "reversal_closing_number",
  ],
  "receipt_changes.csv": [
    ...["id", "receipt_id", "from_method", "to_method", "from_reference", "to_reference"],
    ...["actor_id", "created_at"],
  ],
  "closings.csv": [
    ...["number", "id", "market", "currency_code", "decimal_digits", "day", "opened_at"],
    ...["closed_at", "opening_float", "cash_left", "received", "paid_out", "reversed", "methods"],
    ...["cash_count", "lines", "orders", "taxes", "totals", "chain_heads", "chain_digest", "note"],
    ...["actor_id", "previous_hash", "hash"],
  ],
  "cheque_deposits.csv": [
    ...["id", "number", "currency_code", "count", "total", "note", "actor_id", "created_at"],
    "canceled_at",
  ],
  "cheque_deposit_lines.csv": [
    ...["deposit_id", "position", "receipt_id", "account_id", "drawer", "bank", "cheque_number"],
    "amount",
  ],
  "changes.csv": [
    ...["id", "subject", "subject_id", "account_id", "before", "after", "actor_id", "created_at"],
  ],
  "clients.csv": ["account_id", "customer_name", "customer_email"],
  "allocations.csv": ["id", "account_id", "credit_id", "debt_id", "amount"],
} as const satisfies Record<string, readonly string[]>

export type TableName = keyof typeof COLUMNS
export const TABLES = Object.keys(COLUMNS) as TableName[]

/** They tell what is so when the archive is made, and may differ from one archive of a year to the next. */
export const AS_MADE: readonly string[] = ["clients.csv", "allocations.csv", "settings.json"]

/** A row of a file as it is read: all cells are text, null where the cell is empty and has no quotes. */
export type Cells<Name extends TableName> = Record<(typeof COLUMNS)[Name][number], string | null>

/** Where an account stood when the year began, and when it ended. */
export type AccountHead = {
  account_id: string
  currency_code: string
  entries_before: number
  head_before: string | null
  balance_before: string
  /** How many entries of all years there are at the end. */
  entries: number
  head: string | null
  balance: string
}

export type ClosingHead = { number: number; hash: string }

/** `heads.json` */
export type Heads = {
  accounts: AccountHead[]
  /** The last closing before the year's first, and the year's last. */
  closings: { before: ClosingHead | null; last: ClosingHead | null }
}

/** The year as it was archived. */
export type Period = {
  market: string
  year: number
  time_zone: string
  /** Its first moment, and the first of the next year, in UTC. */
  from: string
  to: string
}

/** `manifest.json` */
export type Manifest = Period & {
  format: string
  currencies: string[]
  made_at: string
  /** `frozen`: two archives of the same year have this file identical. */
  files: { name: string; size: number; sha256: string; frozen: boolean }[]
}

const PLAIN_NUMBER = /^-?\d+(\.\d+)?$/
const RUN_BY_SPREADSHEETS = /^[=+\-@\t\r]/

/**
 * A text as a cell: with an apostrophe before it where a spreadsheet would run it as a formula, and where it begins with
 * one itself, so that `fromCell` gives it back.
 */
export const toCell = (value: string | number | null): string | number | null =>
  typeof value === "string" &&
  (value.startsWith("'") || (RUN_BY_SPREADSHEETS.test(value) && !PLAIN_NUMBER.test(value)))
    ? `'${value}`
    : value

/** The text of a cell. */
export const fromCell = (cell: string): string => (cell.startsWith("'") ? cell.slice(1) : cell)
