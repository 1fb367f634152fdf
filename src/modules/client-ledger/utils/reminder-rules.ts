import type { MailSettings } from "../sql/mail-settings"
import type { Amount, ReminderSkip, Timestamp } from "../types"
import { dayOf, daysBetween } from "./dates"
import { isNegative, subtractAmounts } from "./money"

export type ReminderRules = Pick<
  MailSettings,
  "reminder_min_days" | "reminder_floor" | "reminder_pause_days"
>

/** An overdue account, as far as it decides whether its client is reminded. */
export type OverdueAccount = {
  customer_email: string | null
  no_reminders: boolean
  overdue: Amount
  overdue_since: string | null
  last_reminded_at: Timestamp | null
}

/**
 * Why the client isn't reminded today; null when he is. What holds for long is said before what holds for some days.
 * @param today YYYY-MM-DD
 */
export function reminderSkip(
  account: OverdueAccount,
  rules: ReminderRules,
  today: string
): ReminderSkip | null {
  if (account.no_reminders) return "opted_out"
  if (!account.customer_email) return "no_email"
  if (isNegative(subtractAmounts(account.overdue, rules.reminder_floor))) return "below_floor"
  const since = account.overdue_since ?? today
  if (daysBetween(since, today) < rules.reminder_min_days) return "too_recent"
  return isPaused(account.last_reminded_at, rules.reminder_pause_days, today) ? "paused" : null
}

function isPaused(remindedAt: Timestamp | null, pauseDays: number, today: string): boolean {
  if (!remindedAt) return false
  return daysBetween(dayOf(new Date(remindedAt)), today) < pauseDays
}
