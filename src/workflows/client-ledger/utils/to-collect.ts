import type { Amount } from "../../../modules/client-ledger/types"
import {
  addAmounts,
  largest,
  negate,
  smallest,
  subtractAmounts,
} from "../../../modules/client-ledger/utils/money"

export type Collectable = {
  /** What is open on the orders, zero or more. */
  open: Amount
  /** What the lines cost that are asked to be returned, zero or more. */
  requested_returns: Amount
  /** @see oldDebt */
  old_debt: Amount
  balance: Amount
}

/**
 * What a client owes beyond all of the orders: an opening balance, an adjustment. It is the same whichever of the
 * orders are paid now, so that several in one gesture count it once.
 * @param balance the account's, below zero what the client owes
 * @param open what is open on each of the client's orders
 * @returns zero or more
 */
export const oldDebt = (balance: Amount, open: Amount[]): Amount =>
  largest(subtractAmounts(negate(balance), ...open), "0")

/**
 * What to ask of a client who comes for orders: what is open on them, less what comes back, and the old debt.
 * Never more than the whole debt, so that what the account holds is taken off; never below zero.
 */
export function toCollect({ open, requested_returns, old_debt, balance }: Collectable): Amount {
  const asked = addAmounts(subtractAmounts(open, requested_returns), old_debt)
  return largest(smallest(asked, negate(balance)), "0")
}
