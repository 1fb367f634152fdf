import type { BigNumberInput } from "@medusajs/framework/types"

/**
 * What an entry is about.
 * `order`: what an order owes. `capture` / `refund`: money an online provider took or gave back.
 * `receipt` / `payout`: money the market took in or handed out. `bank_fee`: what the bank took for a bounced cheque.
 * `transfer`: money that went from one account to another, by hand or with an order that changed customer.
 * `imported`: an operation of the tool that the market comes from.
 * The others are the administrator's own acts.
 */
export const ENTRY_TYPES = [
  "order",
  "capture",
  "refund",
  "receipt",
  "payout",
  "adjustment",
  "write_off",
  "opening_balance",
  "transfer",
  "bank_fee",
  "imported",
  "reversal",
] as const
export type EntryType = (typeof ENTRY_TYPES)[number]

/** Entries a person writes by hand. */
export const MANUAL_ENTRY_TYPES = ["adjustment", "write_off", "opening_balance"] as const
export type ManualEntryType = (typeof MANUAL_ENTRY_TYPES)[number]

/** Only these are reversed by hand; the others follow their order or their receipt. */
export const REVERSIBLE_ENTRY_TYPES = [...MANUAL_ENTRY_TYPES, "bank_fee", "imported"] as const

export const RECEIPT_DIRECTIONS = ["in", "out"] as const
export type ReceiptDirection = (typeof RECEIPT_DIRECTIONS)[number]

/** `on_site` is money received whose real method is still to be said. */
export const RECEIPT_METHODS = [
  "cheque",
  "cash",
  "transfer",
  "card_terminal",
  "on_site",
  "online",
] as const
export type ReceiptMethod = (typeof RECEIPT_METHODS)[number]

/** The methods a market can offer at checkout and record at the stall. */
export const ON_SITE_METHODS = ["cheque", "cash", "transfer", "card_terminal", "on_site"] as const
export type OnSiteMethod = (typeof ON_SITE_METHODS)[number]

/** Those that say how the money moved: all but the promise whose method is said later. */
export const REAL_METHODS = ["cheque", "cash", "transfer", "card_terminal"] as const
export type RealMethod = (typeof REAL_METHODS)[number]

export const ACCOUNT_STATUSES = ["owing", "settled", "in_credit"] as const
export type AccountStatus = (typeof ACCOUNT_STATUSES)[number]

/**
 * What to do next to bring an account to zero: nothing, remind of what is overdue, collect what is promised, wait for what
 * isn't due, let the next order use a credit, or pay out a credit that sleeps.
 */
export const NEXT_STEPS = ["none", "remind", "collect", "wait", "use_credit", "pay_out"] as const
export type NextStep = (typeof NEXT_STEPS)[number]

/** What has become of a cheque. One that was reversed before it was in a slip is none any more. */
export const CHEQUE_STATES = ["to_deposit", "in_slip", "deposited", "cleared", "bounced"] as const
export type ChequeState = (typeof CHEQUE_STATES)[number]

/** A slip is `cleared` once the bank has credited or returned each of its cheques. */
export const CHEQUE_DEPOSIT_STATUSES = ["open", "deposited", "cleared", "canceled"] as const
export type ChequeDepositStatus = (typeof CHEQUE_DEPOSIT_STATUSES)[number]

/** What has become of a top-up. One that was given back in part is still `paid`. */
export const TOP_UP_STATUSES = ["pending", "paid", "canceled", "expired", "refunded"] as const
export type TopUpStatus = (typeof TOP_UP_STATUSES)[number]

/** A decimal number in the currency's major units, exact: "12.40". */
export type Amount = string

/** A moment as the database answers it, or as ISO text where a stored answer is repeated. */
export type Timestamp = Date | string

/** An entry to post. The key (source_type, source_id, source_seq) posts once, for ever. */
export type Posting = {
  account_id: string
  type: EntryType
  /** Major units; above zero credits the client, below zero debits. */
  amount: BigNumberInput
  source_type: string
  source_id: string
  source_seq?: number
  order_id?: string | null
  receipt_id?: string | null
  reverses_id?: string | null
  note?: string | null
  /** YYYY-MM-DD, the day it happened; today unless said. */
  value_date?: string
  actor_id?: string | null
}

export type LedgerEntryDTO = {
  id: string
  account_id: string
  currency_code: string
  sequence: number
  type: EntryType
  amount: Amount
  balance_after: Amount
  order_id: string | null
  receipt_id: string | null
  reverses_id: string | null
  source_type: string
  source_id: string
  source_seq: number
  note: string | null
  value_date: string
  actor_id: string | null
  hash: string
  created_at: Timestamp
}

/** An entry that `post` answers; `replayed` where the key had been posted before. */
export type PostedEntry = LedgerEntryDTO & { replayed: boolean }

export type ClientAccountDTO = {
  id: string
  /** 1, 2, 3…: short, and never another's. */
  number: number
  customer_id: string
  customer_name: string | null
  customer_email: string | null
  currency_code: string
  decimal_digits: number
  balance: Amount
  entry_count: number
  chain_head: string | null
  last_entry_at: Timestamp | null
  /** He asked not to be reminded of what is overdue. */
  no_reminders: boolean
  created_at: Timestamp
}

export type ReceiptDTO = {
  id: string
  account_id: string
  currency_code: string
  direction: ReceiptDirection
  method: ReceiptMethod
  provider_id: string | null
  amount: Amount
  reference: string | null
  value_date: string
  note: string | null
  /** The order that it was captured on. */
  order_id: string | null
  /** The orders that a person recorded it for. */
  order_ids: string[]
  /** The top-up that it is of. */
  top_up_id: string | null
  source_type: string
  source_id: string
  actor_id: string | null
  reversed_at: Timestamp | null
  created_at: Timestamp
  /** The closing that has taken it, after which its method and reference stay; null while it is open. */
  closing_number: number | null
}

/** Whose account it is, with the name and e-mail the list searches and sorts by. */
export type AccountHolder = {
  customer_id: string
  currency_code: string
  customer_name?: string | null
  customer_email?: string | null
}

/** Who asks for a posting twice by mistake gets the first answer: the key and what was asked. */
export type IdempotentRequest = { key: string; fingerprint: string }

/** What a client is written about. */
export const MAIL_KINDS = ["receipt", "statement", "reminder"] as const
export type MailKind = (typeof MAIL_KINDS)[number]

/** `sending`: handed to the provider, whose answer hasn't come. `canceled`: it wasn't due any more when its turn came. */
export const MAIL_STATUSES = ["queued", "sending", "sent", "failed", "canceled"] as const
export type MailStatus = (typeof MAIL_STATUSES)[number]

/** Why a client isn't reminded. */
export const REMINDER_SKIPS = [
  "not_overdue",
  "opted_out",
  "no_email",
  "below_floor",
  "too_recent",
  "paused",
] as const
export type ReminderSkip = (typeof REMINDER_SKIPS)[number]
