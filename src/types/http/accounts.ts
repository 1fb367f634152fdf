import type { Page } from "./page"
import type {
  EntryType,
  NextStep,
  OnSiteMethod,
  ReceiptMethod,
} from "../../modules/client-ledger/types"

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
