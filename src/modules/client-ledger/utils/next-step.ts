import type { Amount, NextStep, Timestamp } from "../types"
import { dayOf } from "./dates"
import { isNegative, isPositive, isZero } from "./money"

/** An account in credit that stands still for so long is asleep. */
export const SLEEPS_AFTER_DAYS = 60

const DAY = 24 * 60 * 60 * 1000

export type AccountState = {
  /** Below zero: the client owes. */
  balance: Amount
  /** Promised and not received, zero or more. */
  expected: Amount
  /** Owed past its due date, zero or more. */
  overdue: Amount
  last_entry_at: Timestamp | null
}

/**
 * The next thing to do to bring an account to zero. Overdue comes first: what was promised for a day that is past has
 * to be asked for all the same.
 * @param today YYYY-MM-DD
 */
export function nextStep(account: AccountState, today: string): NextStep {
  if (isZero(account.balance)) return "none"
  if (isNegative(account.balance)) {
    if (isPositive(account.overdue)) return "remind"
    return isPositive(account.expected) ? "collect" : "wait"
  }
  return isAsleep(account.last_entry_at, today) ? "pay_out" : "use_credit"
}

function isAsleep(lastEntryAt: Timestamp | null, today: string): boolean {
  if (!lastEntryAt) return false
  const since = dayOf(new Date(lastEntryAt))
  return Date.parse(today) - Date.parse(since) >= SLEEPS_AFTER_DAYS * DAY
}
