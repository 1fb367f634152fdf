import type { ImportLineDTO } from "../../modules/client-ledger/sql/imports"
import type {
  ImportCounts,
  ImportMode,
  ImportReason,
  ImportSource,
} from "../../modules/client-ledger/utils/client-import"

export type AdminImportTotals = {
  /** As the tool shows them. */
  foreign_balance: number
  /** By the tool's own rule, from its operations. */
  recomputed: number
  /** What earlier imports have posted. */
  posted_before: number
  /** What this one posted, or would. */
  to_post: number
}

/** A report on a market that moves in from another tool. */
export type AdminClientImport = {
  id: string
  source: ImportSource
  instance: string
  group_id: string
  group_name: string
  mode: ImportMode
  counts: ImportCounts
  currency_code: string
  /** False for a dry run. */
  applied: boolean
  members: number
  new_customers: number
  operations: number
  entries: number
  totals: AdminImportTotals
  /** Members about whom there is something to read; those whose difference nothing explains. */
  differing: number
  unexplained: number
  findings: { reason: ImportReason; members: number; operations: number; amount: number | null }[]
  /** Operations on or after the ledger's start. */
  after_start: number
  /** False for a group whose payments are switched off. */
  manages_payments: boolean
  created_at: string
  actor: { id: string; email: string | null } | null
}

export type AdminImportFinding = {
  reason: ImportReason
  amount: number | null
  count: number
  /** The first of the operations, by the tool's own numbers. */
  operation_ids: string[]
  /** A part of why the balance here isn't the one that the tool shows. */
  explains: boolean
}

/** One member in a report. */
export type AdminImportLine = Pick<
  ImportLineDTO,
  "foreign_id" | "name" | "email" | "customer_id" | "client_account_id" | "operations" | "entries"
> &
  Omit<AdminImportTotals, "foreign_balance"> & {
    foreign_balance: number | null
    /** What stands here once it is posted, of this import and of earlier ones. */
    stands: number
    /** That, less the tool's balance. */
    difference: number | null
    findings: AdminImportFinding[]
  }

export type AdminClientImportListResponse = {
  client_imports: AdminClientImport[]
  count: number
  offset: number
  limit: number
}

/** The report, and a page of its lines: those with something to read come first. */
export type AdminClientImportResponse = {
  client_import: AdminClientImport
  lines: AdminImportLine[]
  count: number
  offset: number
  limit: number
}
