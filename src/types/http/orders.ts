import type { Page } from "./page"
import type { AdminClientAccount } from "./accounts"
import type { OnSiteMethod, ReceiptMethod } from "../../modules/client-ledger/types"

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
