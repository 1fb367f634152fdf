import type { Page } from "./page"
import type { EntryType, OnSiteMethod, ReceiptMethod } from "../../modules/client-ledger/types"

/** Of GET /store/client-ledger/payment-methods */
export type StorePaymentMethodsResponse = { payment_methods: StorePaymentMethod[] }

export type StorePaymentMethod = {
  method: OnSiteMethod
  provider_id: string
  title: string
  instructions: string
  payee: string | null
  account_holder: string | null
  iban: string | null
  bic: string | null
  reference: string | null
}

/** Of GET /store/customers/me/client-accounts/:id/payment-instructions: how to pay on the account, by each method. */
export type StorePaymentInstructionsResponse = {
  payment_instructions: {
    client_account_id: string
    currency_code: string
    /** What was asked for, else what is owed; zero when nothing is. */
    amount: number
    methods: (StorePaymentMethod & {
      /** transfer: what its QR code holds (EPC069-12), and the code as a PNG's data URL; null where there can be none. */
      epc_payload: string | null
      qr_code: string | null
    })[]
  }
}

/** A logged-in customer's own account. */
export type StoreClientAccount = {
  id: string
  currency_code: string
  /** Above zero: in reserve; below: owed. */
  balance: number
  /** Of what is owed, promised at checkout. */
  expected: number
  overdue: number
  overdue_since: string | null
  last_entry_at: string | null
}

/** Of GET /store/customers/me/client-accounts */
export type StoreClientAccountListResponse = { client_accounts: StoreClientAccount[] }

export type StoreLedgerEntry = {
  id: string
  sequence: number
  type: EntryType
  /** Above zero: in the client's favour. */
  amount: number
  balance_after: number
  order_id: string | null
  order_display_id: number | null
  method: ReceiptMethod | null
  reference: string | null
  reverses_id: string | null
  reversed_by_id: string | null
  value_date: string
  created_at: string
}

/** Of GET /store/customers/me/client-accounts/:id/entries, newest first. */
export type StoreLedgerEntryListResponse = Page & { ledger_entries: StoreLedgerEntry[] }

/** Of GET /store/customers/me/client-accounts/:id/statement, oldest first. */
export type StoreStatementResponse = {
  statement: {
    client_account_id: string
    currency_code: string
    from: string
    to: string
    opening_balance: number
    closing_balance: number
    ledger_entries: StoreLedgerEntry[]
    /** The end of the account's hash chain by then. */
    head: { sequence: number; hash: string } | null
  }
}
