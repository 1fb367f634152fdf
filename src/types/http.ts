/**
 * What the HTTP API answers. Amounts are numbers in the currency's major units, as everywhere in Medusa;
 * a balance above zero is the client's money in reserve, below zero what the client owes.
 */
import type {
  AccountStatus,
  ChequeDepositStatus,
  ChequeState,
  EntryType,
  MailKind,
  MailStatus,
  NextStep,
  OnSiteMethod,
  ReceiptDirection,
  RealMethod,
  ReceiptMethod,
  ReminderSkip,
} from "../modules/client-ledger/types"

export type {
  AccountStatus,
  ChequeDepositStatus,
  ChequeState,
  EntryType,
  MailKind,
  MailStatus,
  NextStep,
  OnSiteMethod,
  RealMethod,
  ReceiptDirection,
  ReceiptMethod,
  ReminderSkip,
}

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
  /** The on-site method it is promised by, where there is one and the same. */
  expected_method: OnSiteMethod | null
  /** Owed past its due date, zero or more. */
  overdue: number
  /** The due date of the oldest debt that is still open, YYYY-MM-DD. */
  overdue_since: string | null
  last_entry_at: string | null
  /** The ISO 11649 creditor reference that the client writes on a bank transfer: "RF740001". */
  reference: string
  /** What to do next to bring the account to zero. */
  next_step: NextStep
  /** The client asked not to be reminded of what is overdue. */
  no_reminders: boolean
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
  /** The part of the accounts that is at zero, from 0 to 1. */
  settled_share: number
  /** What is owed by the days since it fell due; they add up to `owed`, and all but `not_due` to `overdue`. */
  debt_ages: {
    not_due: number
    days_0_30: number
    days_31_60: number
    days_61_90: number
    older: number
  }
  /** Accounts in credit without an entry for 60 days. */
  sleeping_credits: { count: number; amount: number }
}
export type AdminClientAccountTotalsResponse = { totals: AdminClientAccountTotals[] }

export type AdminTransferAccount = Pick<
  AdminClientAccount,
  "id" | "customer_id" | "customer_name" | "customer_email"
>

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
  /** The closing that has taken the entry's receipt, if one has. */
  closing_number: number | null
  /** The top-up whose money it is, if it is one's. */
  top_up_id: string | null
  /** The other account of a transfer, or of one that is reversed. */
  transfer_account: AdminTransferAccount | null
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

/** Of POST /admin/client-accounts/:id/transfers: both accounts after it. */
export type AdminTransferResponse = {
  client_account: AdminClientAccount
  to_client_account: AdminClientAccount
}

/** Of POST /admin/client-accounts/:id/merge: the guest's account, at zero, and the registered client's. */
export type AdminMergeResponse = {
  client_account: AdminClientAccount
  into_client_account: AdminClientAccount
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
  /** The order that it was captured on. */
  order_id: string | null
  /** The orders that it was recorded for, in the order to settle them. */
  order_ids: string[]
  reversed_at: string | null
  created_at: string
  /** The closing that has taken it, after which its method and reference stay; null while it is open. */
  closing_number: number | null
  actor: { id: string; email: string | null } | null
}
export type AdminReceiptListResponse = Page & { receipts: AdminReceipt[] }
/** Recorded all the same, and worth a second look: another cheque of the client bears this number. */
export type AdminReceiptWarning = {
  type: "cheque_number_repeated"
  receipt_id: string
  /** The cheque's number. */
  reference: string
  earlier: { receipt_id: string; amount: number; value_date: string }
}
/** Of POST /admin/receipts and …/:id/reverse. GET and POST …/:id answer `{ receipt }`. */
export type AdminReceiptResponse = {
  receipt: AdminReceipt
  client_account: AdminClientAccount
  warnings: AdminReceiptWarning[]
}
export type AdminReceiptBatchResponse = {
  receipts: AdminReceipt[]
  warnings: AdminReceiptWarning[]
}

/** Of POST /admin/client-accounts/bring-to-zero: what was received, paid out and written off, and the accounts after it. */
export type AdminBringToZeroResponse = AdminReceiptBatchResponse & {
  write_offs: AdminLedgerEntry[]
  client_accounts: AdminClientAccount[]
}

/** An order that awaits pickup or payment. */
export type AdminCounterOrder = {
  order_id: string
  display_id: number | null
  ordered_at: string | null
  due_on: string | null
  /** Something is open on it past its due date. */
  is_overdue: boolean
  /** It answers the filters; the client's other open orders come with it. */
  is_asked: boolean
  picked_up: boolean
  /** The name of its shipping option. */
  pickup_option: string | null
  promise_method: OnSiteMethod | null
  owed: number
  paid: number
  /** owed − paid, zero or more */
  open: number
  /** Asked to be returned and not received yet: to be taken off. */
  requested_returns: number
}
/** A client who is expected at the counter. */
export type AdminCounterClient = {
  client_account_id: string
  customer_id: string
  customer_name: string | null
  customer_email: string | null
  currency_code: string
  balance: number
  /** Owed beyond all of the orders, zero or more. */
  old_debt: number
  /**
   * open − requested_returns of the orders that are asked for or overdue, + old_debt: at most all that the account
   * owes, and never below zero.
   */
  to_collect: number
  /** All that await pickup or payment, oldest first. */
  orders: AdminCounterOrder[]
}
/** Of GET /admin/client-ledger/counter */
export type AdminCounterClientListResponse = Page & { counter_clients: AdminCounterClient[] }

/** Of GET /admin/client-ledger/orders/:id, what the order's widget shows, and of POST …/pick-up and …/items. */
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
    /** What settles it, oldest first. `method` is null where it isn't a receipt: an adjustment, an opening balance. */
    settled_by: {
      receipt_id: string | null
      method: ReceiptMethod | null
      reference: string | null
      value_date: string | null
      amount: number
    }[]
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
  /** transfer: may hold {customer}, the reference of the client's account, and {order}. */
  reference?: string
}
export type AdminClientLedgerSettings = {
  enabled: boolean
  /** ISO date-time: orders placed before it are never posted. */
  ledger_starts_at: string
  due_days: number
  /** A cash payment above it is warned of, in euros; null for none. */
  cash_limit: number | null
  /** A payment above it has to be confirmed; null for none. */
  confirm_above: number | null
  /** The most that a client may pay online onto his account at once; null for no limit. */
  top_up_max: number | null
  /** Payments are acknowledged by mail. */
  receipt_mails: boolean
  /** Of mails to clients whose own language isn't known. */
  mail_language: "fr" | "en"
  /** Nobody is reminded who is overdue for fewer days, or with less, or was reminded so few days ago. */
  reminder_min_days: number
  reminder_floor: number
  reminder_pause_days: number
  /** False where Medusa has no notification provider with the channel "email": no mail can be sent. */
  can_send_mails: boolean
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
  cash_limit?: number | null
  confirm_above?: number | null
  top_up_max?: number | null
  receipt_mails?: boolean
  mail_language?: "fr" | "en"
  reminder_min_days?: number
  reminder_floor?: number
  reminder_pause_days?: number
  methods?: Partial<Record<OnSiteMethod, Partial<MethodSettings>>>
}

/** Of POST /admin/client-ledger/reconcile */
export type AdminReconcileResponse = {
  reconcile: {
    orders_checked: number
    orders_changed: number
    top_ups_checked: number
    top_ups_changed: number
    entries_posted: number
    /** Each names an order or a top-up. */
    failures: { order_id?: string; top_up_id?: string; message: string }[]
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

/** What moved by a method, and what of it should be there: with the opening float, for cash. */
export type AdminClosingMovements = {
  method: ReceiptMethod
  /** How many payments that came in, less those reversed: the cheques to count. */
  count: number
  received: number
  paid_out: number
  /** Signed: what reversals took back, or gave back. */
  reversed: number
  expected: number
}

/** Of GET /admin/client-ledger/closings/preview: what a closing would take now. */
export type AdminClosingPreview = {
  /** Null when nothing waits. */
  currency_code: string | null
  currencies: string[]
  opened_at: string
  /** What the last closing left in the box. */
  opening_float: number
  methods: AdminClosingMovements[]
  receipts: number
  reversals: number
  cash_limit: number | null
  above_cash_limit: { receipt_id: string; customer_name: string | null; amount: number }[]
  last: AdminClosing | null
}
export type AdminClosingPreviewResponse = { closing_preview: AdminClosingPreview }

export type AdminClosingMethod = AdminClosingMovements & {
  /** Null where nothing is counted: a transfer, an online payment. */
  counted: number | null
  counted_count: number | null
  gap: number | null
  reason: string | null
}

export type AdminClosing = {
  id: string
  /** 1, 2, 3…: without a gap. */
  number: number
  currency_code: string
  day: string
  opened_at: string
  closed_at: string
  opening_float: number
  cash_left: number
  received: number
  paid_out: number
  reversed: number
  /** received + reversed − paid_out */
  net: number
  methods: AdminClosingMethod[]
  /** Σ of the methods' gaps. */
  gap: number
  note: string | null
  /** SHA-256 over the closing and the hash of the one before it. */
  hash: string
  actor: { id: string; email: string | null } | null
}
export type AdminClosingListResponse = Page & { closings: AdminClosing[] }

type ClosingTotals = { received: number; paid_out: number; reversed: number; net: number }

export type AdminClosingDetails = AdminClosing & {
  /** How many of each coin and note, by value. */
  cash_count: Record<string, number> | null
  totals: Record<"day" | "month" | "year" | "ever", ClosingTotals>
  /** VAT of the orders that no earlier closing has counted. */
  taxes: { rate: number; base: number; tax: number }[]
  receipts: {
    receipt_id: string
    /** True for a payment of an earlier closing, or of this one, that was reversed: it counts as negative. */
    reversal: boolean
    client_account_id: string
    customer_name: string | null
    direction: ReceiptDirection
    method: ReceiptMethod
    amount: number
    reference: string | null
    value_date: string
    created_at: string
  }[]
  /** Orders new since the closing before or due on the day, that aren't paid exactly. */
  orders: {
    order_id: string
    display_id: number | null
    customer_name: string | null
    owed: number
    paid: number
    state: "unpaid" | "part_paid" | "overpaid" | "paid"
  }[]
  chain_heads: { account_id: string; entries: number; head: string }[]
  /** SHA-256 over all the heads. */
  chain_digest: string
  previous_hash: string | null
}
/** Of POST /admin/client-ledger/closings and GET …/:id */
export type AdminClosingResponse = { closing: AdminClosingDetails }

/** Of POST /admin/client-ledger/closings */
export type AdminCloseDay = {
  currency_code?: string
  day?: string
  opening_float: number
  cash_left?: number
  counted: {
    cash?: { amount: number } | { denominations: Record<string, number> }
    cheque?: { amount: number; count?: number }
    card_terminal?: { total: number }
  }
  reasons?: Partial<Record<ReceiptMethod, string>>
  note?: string
}

export type AdminCheque = {
  /** A cheque is a receipt: the money that came in by it. */
  receipt_id: string
  client_account_id: string
  customer_id: string
  customer_name: string | null
  currency_code: string
  amount: number
  /** The day it was received. */
  value_date: string
  created_at: string
  state: ChequeState
  /** As on its slip; before that, what is proposed: the client's name, the bank of his last cheque, the reference. */
  drawer: string
  bank: string | null
  number: string | null
  cheque_deposit_id: string | null
  /** The number of its slip. */
  deposit_number: number | null
  deposited_on: string | null
  /** The day the bank credited or returned it. */
  settled_on: string | null
}
/** Of GET /admin/cheques */
export type AdminChequeListResponse = Page & { cheques: AdminCheque[] }

export type AdminChequeDeposit = {
  id: string
  /** 1, 2, 3… per currency: without a gap. */
  number: number
  currency_code: string
  status: ChequeDepositStatus
  count: number
  /** What is written on the slip: the cheques that bounced included. */
  total: number
  /** What of the total the bank has credited, and what it has returned. */
  cleared: number
  bounced: number
  note: string | null
  deposited_on: string | null
  canceled_at: string | null
  created_at: string
  actor: { id: string; email: string | null } | null
}
/** Of GET /admin/cheque-deposits */
export type AdminChequeDepositListResponse = Page & { cheque_deposits: AdminChequeDeposit[] }

export type AdminDepositedCheque = Omit<AdminCheque, "state"> & {
  state: Exclude<ChequeState, "to_deposit"> | "canceled"
}
export type AdminChequeDepositDetails = AdminChequeDeposit & { cheques: AdminDepositedCheque[] }
/** Of POST /admin/cheque-deposits, GET …/:id, and POST …/:id/deposit, /clear and /cancel */
export type AdminChequeDepositResponse = { cheque_deposit: AdminChequeDepositDetails }

/** Of POST /admin/cheque-deposits; what is left out of a cheque is as `GET /admin/cheques` proposes it. */
export type AdminMakeChequeDeposit = {
  cheques: { receipt_id: string; drawer?: string; bank?: string | null; number?: string | null }[]
  note?: string
}

/** Of POST /admin/cheque-deposits/:id/cheques/:receipt_id/bounce, `{ note, fee? }` */
export type AdminBouncedChequeResponse = {
  cheque_deposit: AdminChequeDepositDetails
  receipt: AdminReceipt
  client_account: AdminClientAccount
}

/** A mail to a client, and what became of it. */
export type AdminClientMail = {
  id: string
  client_account_id: string
  kind: MailKind
  /** The payment that it acknowledges. */
  receipt_id: string | null
  /** The days of its statement. */
  period: { from: string; to: string; time_zone: string } | null
  /** Null where it wasn't written: it had no turn yet, or wasn't due any more. */
  to: string | null
  language: "fr" | "en" | null
  subject: string | null
  status: MailStatus
  /** Why it failed, or wasn't due any more. */
  error: string | null
  /** Medusa's notification. */
  notification_id: string | null
  /** It failed, or nothing was heard of it for minutes. */
  can_send_again: boolean
  /** Who sent it; null when it went by itself. */
  actor: { id: string; email: string | null } | null
  sent_at: string | null
  created_at: string
}
/** Of GET /admin/client-accounts/:id/mails, newest first. */
export type AdminClientMailListResponse = Page & {
  client_mails: AdminClientMail[]
  /** False where Medusa has no notification provider with the channel "email". */
  can_send: boolean
}
/** Of POST /admin/client-accounts/:id/statement/mail and …/mails/:mail_id/send-again */
export type AdminClientMailResponse = { client_mail: AdminClientMail }

/** An overdue client, and the reminder that he gets today, or would get. */
export type AdminReminder = {
  client_account_id: string
  customer_id: string
  customer_name: string | null
  customer_email: string | null
  currency_code: string
  overdue: number
  overdue_since: string | null
  last_reminded_at: string | null
  language: "fr" | "en"
  /** Why he gets none; null when he gets it. */
  skip: ReminderSkip | null
  subject: string
  text: string
}
/** Of GET /admin/client-ledger/reminders: all who are overdue, the most overdue first. */
export type AdminReminderListResponse = {
  reminders: AdminReminder[]
  count: number
  /** False where Medusa has no notification provider with the channel "email". */
  can_send: boolean
}
/** Of POST /admin/client-ledger/reminders, `{ client_account_ids }` */
export type AdminSendRemindersResponse = {
  /** One for each client who was to be reminded, sent or failed. */
  client_mails: AdminClientMail[]
  skipped: { client_account_id: string; reason: ReminderSkip }[]
}
