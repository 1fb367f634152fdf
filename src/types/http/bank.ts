import type { BankLineState } from "../../modules/client-ledger/sql/bank-lines"
import type { CsvFormat } from "../../modules/client-ledger/utils/bank-files/csv-format"
import type { StatementFormat } from "../../modules/client-ledger/utils/bank-files/statement"
import type { MatchReason } from "../../modules/client-ledger/utils/bank-proposals"
import type { Page } from "./page"

export type { BankLineState, CsvFormat, MatchReason, StatementFormat }

type Actor = { id: string; email: string | null } | null

export type AdminBankAccount = {
  id: string
  name: string
  /** The IBAN, or the number that it has instead. */
  number: string
  currency_code: string
  /** How its CSV is read; null until it was said. */
  csv_format: CsvFormat | null
  created_at: string
}

/** Of GET /admin/bank-accounts */
export type AdminBankAccountListResponse = { bank_accounts: AdminBankAccount[] }

/** Of POST /admin/bank-accounts and …/:id */
export type AdminBankAccountResponse = { bank_account: AdminBankAccount }

/** A file that was read. */
export type AdminBankStatement = {
  id: string
  bank_account_id: string
  file_name: string
  format: StatementFormat
  /** All that move money; of them those that weren't known, and of these those that match exactly. */
  lines: number
  added: number
  exact: number
  first_day: string | null
  last_day: string | null
  created_at: string
  actor: Actor
}

/** Of POST /admin/bank-statements */
export type AdminBankStatementResponse = { bank_statement: AdminBankStatement }

/** Of GET /admin/bank-statements */
export type AdminBankStatementListResponse = Page & { bank_statements: AdminBankStatement[] }

/** Of POST /admin/bank-statements/preview: what a file seems to be. */
export type AdminBankStatementPreviewResponse = {
  preview: {
    format: StatementFormat
    encoding: string
    /** Of a CSV: the separator, and the first lines. */
    delimiter: CsvFormat["delimiter"] | null
    rows: string[][]
  }
}

export type AdminClientProposal = {
  client_account_id: string
  customer_name: string | null
  /** Below zero what the client owes, as on his account. */
  balance: number
  reasons: MatchReason[]
  /** The order that owes exactly this, or that the reference names. */
  order_display_id: number | null
  /** Reference and amount leave no choice. */
  exact: boolean
}

/** A deposit slip, or the terminal's total of a closing, of exactly this amount. */
export type AdminPaperProposal = {
  kind: "cheque_deposit" | "terminal"
  id: string
  number: number
  day: string
}

export type AdminBankLine = {
  id: string
  bank_account_id: string
  booked_on: string
  value_date: string
  /** Above zero came in, below zero went out. */
  amount: number
  currency_code: string
  counterparty: string | null
  label: string
  bank_reference: string | null
  state: BankLineState
  /** What it is, once it is accepted. */
  receipt_id: string | null
  cheque_deposit_id: string | null
  closing_id: string | null
  paper_number: number | null
  client_account_id: string | null
  customer_name: string | null
  /** Why it was set aside. */
  note: string | null
  /** Of an open line that came in, likeliest first. */
  clients: AdminClientProposal[]
  papers: AdminPaperProposal[]
}

/** Of GET /admin/bank-lines */
export type AdminBankLineListResponse = Page & { bank_lines: AdminBankLine[] }

/** Of POST /admin/bank-lines/:id/match, /set-aside and /bring-back */
export type AdminBankLineResponse = { bank_line: AdminBankLine }

/** Of POST /admin/bank-lines/accept: the lines as they are then, in the order asked. */
export type AdminAcceptBankLines = {
  lines: { bank_line_id: string; client_account_id?: string; customer_id?: string }[]
}
