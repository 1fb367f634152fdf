import type { Page } from "./page"
import type { ReceiptDirection, ReceiptMethod } from "../../modules/client-ledger/types"

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
