import type { OnSiteMethod } from "../../modules/client-ledger/types"

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
