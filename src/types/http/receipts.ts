import type { Page } from "./page"
import type { AdminClientAccount, AdminLedgerEntry } from "./accounts"
import type { ReceiptDirection, ReceiptMethod } from "../../modules/client-ledger/types"

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
