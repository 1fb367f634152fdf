import type { Amount } from "../types"

/** The tools that a market moves in from. */
export const IMPORT_SOURCES = ["cagette", "camap", "csv"] as const
export type ImportSource = (typeof IMPORT_SOURCES)[number]

/** One entry per member, or one per operation. */
export const IMPORT_MODES = ["opening-balances", "history"] as const
export type ImportMode = (typeof IMPORT_MODES)[number]

/** What the tool's own balance counts, or every operation that is money. */
export const IMPORT_COUNTS = ["shown", "all"] as const
export type ImportCounts = (typeof IMPORT_COUNTS)[number]

/** What a report lists about a member, the first ones with the money that they are about. */
export const IMPORT_REASONS = [
  "pending_payment",
  "pending_on_site",
  "no_subscription",
  "year_filter",
  "rounding",
  "unknown_payment",
  "unknown_type",
  "future_date",
  "changed_since",
  "deleted_since",
  "reversed_here",
  "has_opening_balance",
  "no_email",
  "same_email",
  "left_group",
  "no_user",
  "unexplained",
] as const
export type ImportReason = (typeof IMPORT_REASONS)[number]

/** Why nothing is posted for a member. */
export const SKIPPING_REASONS: readonly ImportReason[] = [
  "has_opening_balance",
  "same_email",
  "no_user",
]

export type ImportFinding = {
  reason: ImportReason
  /** The money it is about; null where it is about none. */
  amount: Amount | null
  /** How many operations. */
  count: number
  /** The first of them, by the tool's own numbers. */
  operation_ids: string[]
  /** Whether it is a part of why the balance here isn't the one that the tool shows. */
  explains: boolean
}

/** One member in a report. Amounts in major units; above zero is the member's money. */
export type ImportLine = {
  foreign_id: string
  name: string | null
  email: string | null
  /** Null for a customer who is still to be made, or isn't made. */
  customer_id: string | null
  operations: number
  /** As the tool shows it; null where it shows none. */
  foreign_balance: Amount | null
  /** By the tool's own rule, from its operations. */
  recomputed: Amount
  /** What earlier imports have posted. */
  posted_before: Amount
  to_post: Amount
  entries: number
  /** What will stand here of the import, less the tool's balance. */
  difference: Amount | null
  /** There is something to read about him. */
  differs: boolean
  findings: ImportFinding[]
}

export type ImportTotals = {
  foreign_balance: Amount
  recomputed: Amount
  posted_before: Amount
  to_post: Amount
}

/** What a report comes to. */
export type ImportSummary = {
  members: number
  /** Customers that the import makes. */
  new_customers: number
  entries: number
  totals: ImportTotals
  differing: number
  unexplained: number
  findings: { reason: ImportReason; members: number; operations: number; amount: Amount | null }[]
  /** Operations on or after the day from which the ledger posts Medusa's own orders. */
  after_start: number
  /** False for a group that has payments switched off, which makes no operations of its orders. */
  manages_payments: boolean
}
