import type {
  DebtAction,
  DebtReason,
  DebtRule,
} from "../../modules/client-ledger/utils/debt-policy"

/** Amounts in major units of the cart's currency. */
export type StoreAccountCredit = {
  client_account_id: string
  currency_code: string
  /** Above zero the client has money in reserve, below zero he owes. */
  balance: number
  /** The debt from before, zero or more: to be offered for payment. */
  owed: number
  overdue: number
  /** What of the balance is free for this cart. */
  available: number
  /** What of it the cart is paid with. */
  applied: number
  /** What is left of the cart to pay another way. */
  left_to_pay: number
  /** What the market says to the order, with the payment chosen so far. */
  checkout: {
    /** False when the cart's completion will be refused. */
    allowed: boolean
    reason: DebtReason | null
    action: DebtAction
    /** What is to be paid first, or online. */
    missing: number
  }
}

export type StoreAccountCreditResponse = { account_credit: StoreAccountCredit }

export type AdminDebtPolicy = { rule: DebtRule; limit: number | null; action: DebtAction }

export type AdminDebtPolicyResponse = { debt_policy: AdminDebtPolicy }

/** A client's exception, null where the market's policy holds; and the one that holds. */
export type AdminAccountDebtPolicyResponse = {
  debt_policy: { own: AdminDebtPolicy | null; effective: AdminDebtPolicy }
}
