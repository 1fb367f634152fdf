import type { Amount } from "../types"
import { compareDays } from "./dates"
import { addAmounts, isPositive, smallest, subtractAmounts } from "./money"

/** When something happened on an account: what is older is settled first. */
export type Moment = {
  /** YYYY-MM-DD, the value date. */
  day: string
  /** Tells apart what happened on one day: when it was recorded. */
  at: number
}

/** Money that a client can settle debts with: a receipt, a capture, an adjustment in his favour. */
export type Credit = Moment & {
  id: string
  /** Above zero. */
  amount: Amount
  /**
   * The orders that it was paid for, by choice or because it was captured on them, in the order to settle them; and the
   * top-up that it is of.
   */
  order_ids: string[]
}

/** What a client owes: an order, or a debit that belongs to none. */
export type Debt = Moment & {
  /** The order's id, or the entry's or the receipt's. */
  id: string
  /** Above zero. */
  amount: Amount
  /** The order whose own captures it takes from first, or the top-up: money that an online provider gave back. */
  returned_on?: string | null
  /** What of an order the client chose to pay from his balance. */
  account_credit?: Amount
}

export type Allocation = { credit_id: string; debt_id: string; amount: Amount }

/**
 * Which part of which credit settles which debt: what was given back online is taken from the captures of its order;
 * then each credit goes to the orders that it was paid for, and to those to be paid from the balance; what is left goes from the oldest credits to the oldest
 * debts. It follows from the credits and debts alone, so that reversing one restores exactly what was before it.
 * @returns never more than a debt or a credit holds, and nothing left on both sides.
 */
export function allocate(credits: Credit[], debts: Debt[]): Allocation[] {
  const from = [...credits].sort(byAge).map((credit) => ({ ...credit, left: credit.amount }))
  const to = [...debts].sort(byAge).map((debt) => ({ ...debt, left: debt.amount }))
  const amounts = new Map<string, Allocation>()
  const settle = (credit: (typeof from)[number], debt: (typeof to)[number], most = debt.left) => {
    const amount = smallest(credit.left, smallest(debt.left, most))
    if (!isPositive(amount)) return "0"
    credit.left = subtractAmounts(credit.left, amount)
    debt.left = subtractAmounts(debt.left, amount)
    const key = `${credit.id} ${debt.id}`
    const before = amounts.get(key)?.amount ?? "0"
    amounts.set(key, {
      credit_id: credit.id,
      debt_id: debt.id,
      amount: addAmounts(before, amount),
    })
    return amount
  }

  for (const debt of to.filter((debt) => debt.returned_on)) {
    for (const credit of from) {
      if (credit.order_ids.includes(debt.returned_on!)) settle(credit, debt)
    }
  }
  const debtOf = new Map(to.map((debt) => [debt.id, debt]))
  for (const credit of from) {
    for (const orderId of credit.order_ids) {
      const debt = debtOf.get(orderId)
      if (debt) settle(credit, debt)
    }
  }
  for (const debt of to.filter((debt) => debt.account_credit)) {
    let chosen = debt.account_credit!
    for (const credit of from) {
      if (!isPositive(chosen)) break
      chosen = subtractAmounts(chosen, settle(credit, debt, chosen))
    }
  }
  let oldest = 0
  for (const credit of from) {
    while (isPositive(credit.left) && oldest < to.length) {
      const debt = to[oldest]!
      settle(credit, debt)
      if (!isPositive(debt.left)) oldest += 1
    }
  }
  return [...amounts.values()]
}

const byAge = (a: Moment & { id: string }, b: Moment & { id: string }) =>
  compareDays(a.day, b.day) || a.at - b.at || (a.id < b.id ? -1 : 1)
