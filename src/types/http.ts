/**
 * What the HTTP API answers. Amounts are numbers in the currency's major units, as everywhere in Medusa;
 * a balance above zero is the client's money in reserve, below zero what the client owes.
 */
import type {
  AccountStatus,
  EntryType,
  OnSiteMethod,
  ReceiptDirection,
  ReceiptMethod,
} from "../modules/client-ledger/types"

export type { AccountStatus, EntryType, OnSiteMethod, ReceiptDirection, ReceiptMethod }

type Page = { count: number; offset: number; limit: number }

export type AdminClientAccount = {
  id: string
  customer_id: string
  customer_name: string | null
  customer_email: string | null
  currency_code: string
  balance: number
  /** Promised at checkout, not received; never more than what is owed. */
  expected: number
  /** Owed past its due date, zero or more. */
  overdue: number
  /** The due date of the oldest debt that is still open, YYYY-MM-DD. */
  overdue_since: string | null
  last_entry_at: string | null
  created_at: string
}
export type AdminClientAccountListResponse = Page & { client_accounts: AdminClientAccount[] }
export type AdminClientAccountResponse = { client_account: AdminClientAccount }

export type AdminClientAccountTotals = {
  currency_code: string
  /** Σ of what clients owe, zero or more. */
  owed: number
  in_credit: number
  /** in_credit − owed */
  net: number
  overdue: number
  expected: number
  count: { owing: number; settled: number; in_credit: number; overdue: number }
}
export type AdminClientAccountTotalsResponse = { totals: AdminClientAccountTotals[] }

export type AdminLedgerEntry = {
  id: string
  account_id: string
  sequence: number
  type: EntryType
  currency_code: string
  amount: number
  balance_after: number
  order_id: string | null
  /** The number people know the order by. */
  order_display_id: number | null
  receipt_id: string | null
  /** Method and reference of the entry's receipt, if it has one. */
  method: ReceiptMethod | null
  reference: string | null
  reverses_id: string | null
  /** The entry that reverses this one, if any. */
  reversed_by_id: string | null
  note: string | null
  value_date: string
  created_at: string
  /** Who did it: a user's id and e-mail, or nulls when it posted by itself. */
  actor: { id: string; email: string | null } | null
}
export type AdminLedgerEntryListResponse = Page & { ledger_entries: AdminLedgerEntry[] }
/** Of POST …/entries and …/entries/:entry_id/reverse */
export type AdminLedgerEntryResponse = {
  ledger_entry: AdminLedgerEntry
  client_account: AdminClientAccount
}

export type AdminReceipt = {
  id: string
  client_account_id: string
  customer_id: string
  customer_name: string | null
  currency_code: string
  direction: ReceiptDirection
  method: ReceiptMethod
  provider_id: string | null
  amount: number
  reference: string | null
  value_date: string
  note: string | null
  order_id: string | null
  reversed_at: string | null
  created_at: string
  actor: { id: string; email: string | null } | null
}
export type AdminReceiptListResponse = Page & { receipts: AdminReceipt[] }
/** Of POST /admin/receipts and …/:id/reverse. GET and POST …/:id answer `{ receipt }`. */
export type AdminReceiptResponse = { receipt: AdminReceipt; client_account: AdminClientAccount }
export type AdminReceiptBatchResponse = { receipts: AdminReceipt[] }

/** Of GET /admin/client-ledger/orders/:id, what the order's widget shows. */
export type AdminOrderLedgerResponse = {
  order_ledger: {
    order_id: string
    currency_code: string
    /** False when the ledger doesn't hold this order: placed before it starts, a draft, or without a customer. */
    in_ledger: boolean
    reason: "before_start" | "draft" | "no_customer" | "ledger_off" | null
    owed: number
    received: number
    expected: number
    promise_method: OnSiteMethod | null
    due_on: string | null
    /** Received on-site on this order and, after a refund or cancellation, left on the client's account. */
    stays_on_account: number
    /** The open on-site payment to capture, if there is one. */
    open_payment_id: string | null
    client_account: AdminClientAccount | null
  }
}

export type MethodTexts = { title: string; instructions: string }
export type MethodSettings = {
  enabled: boolean
  /** By language: "fr", "en". */
  texts: { fr: MethodTexts; en: MethodTexts }
  /** cheque */
  payee?: string
  /** transfer */
  account_holder?: string
  iban?: string
  bic?: string
  /** transfer: may hold {customer} and {order}. */
  reference?: string
}
export type AdminClientLedgerSettings = {
  enabled: boolean
  /** ISO date-time: orders placed before it are never posted. */
  ledger_starts_at: string
  due_days: number
  methods: Record<
    OnSiteMethod,
    MethodSettings & {
      /** Null when the shop's config doesn't register the method's provider: it can't be switched on. */
      provider_id: string | null
      /** How many regions offer it. */
      regions: number
    }
  >
  /** All the regions there are. */
  regions: number
  reconciled_at: string | null
}
export type AdminClientLedgerSettingsResponse = { settings: AdminClientLedgerSettings }
/** Of POST /admin/client-ledger/settings: only what is given changes. */
export type AdminUpdateClientLedgerSettings = {
  enabled?: boolean
  ledger_starts_at?: string
  due_days?: number
  methods?: Partial<Record<OnSiteMethod, Partial<MethodSettings>>>
}

/** Of POST /admin/client-ledger/reconcile */
export type AdminReconcileResponse = {
  reconcile: {
    orders_checked: number
    orders_changed: number
    entries_posted: number
    failures: { order_id: string; message: string }[]
  }
}

/** Of GET /admin/client-ledger/verify */
export type AdminVerifyResponse = {
  verify: {
    ok: boolean
    accounts_checked: number
    entries_checked: number
    orders_checked: number
    /** What is wrong in the ledger itself, or between it and Medusa. */
    problems: { kind: string; id: string; message: string }[]
    /** What a person must look at; the ledger is right all the same. */
    to_review: { kind: string; id: string; message: string }[]
  }
}

/** Of POST /admin/client-accounts/opening-balances, `{ csv, currency_code?, dry_run? }` */
export type AdminOpeningBalancesResponse = {
  opening_balances: {
    /** True when nothing was posted. A file with errors that isn't a preview is a 400 that lists them. */
    dry_run: boolean
    rows: {
      line: number
      customer: string
      customer_id: string | null
      customer_name: string | null
      currency_code: string | null
      amount: number | null
      note: string | null
      error: string | null
    }[]
    /** Balances that are posted, or would be: neither zero nor wrong. */
    count: number
    errors: number
    totals: { currency_code: string; owed: number; in_credit: number }[]
  }
}

/** Of GET /store/client-ledger/payment-methods */
export type StorePaymentMethodsResponse = {
  payment_methods: {
    method: OnSiteMethod
    provider_id: string
    title: string
    instructions: string
    payee: string | null
    account_holder: string | null
    iban: string | null
    bic: string | null
    reference: string | null
  }[]
}
