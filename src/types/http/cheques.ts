import type { AdminReceipt } from "./receipts"
import type { Page } from "./page"
import type { AdminClientAccount } from "./accounts"
import type { ChequeDepositStatus, ChequeState } from "../../modules/client-ledger/types"

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
