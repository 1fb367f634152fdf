import type { BigNumberInput } from "@medusajs/framework/types"
import type { Amount, Timestamp } from "../types"
import type { Language } from "../utils/method-settings"
import { currencyDigits, exactAmountOrZero } from "../utils/money"

/** Which mails clients get, and from when on an overdue one is reminded. */
export type MailSettings = {
  /** Payments recorded from then on are acknowledged by mail; null for none. */
  receipt_mails_since: Timestamp | null
  /** For clients whose own language isn't known. */
  mail_language: Language
  /** Overdue for fewer days, nobody is reminded. */
  reminder_min_days: number
  /** Overdue with less, nobody is reminded; in the currency of the account. */
  reminder_floor: Amount
  /** Between two reminders. */
  reminder_pause_days: number
}

export type MailSettingsPatch = Partial<
  Pick<MailSettings, "mail_language" | "reminder_min_days" | "reminder_pause_days">
> & { receipt_mails?: boolean; reminder_floor?: BigNumberInput }

export const MAIL_SETTINGS_COLUMNS = `receipt_mails_since, mail_language, reminder_min_days,
  trim_scale(reminder_floor)::text as reminder_floor, reminder_pause_days`

/** For an update, with {@link mailSettingsValues}. */
export const MAIL_SETTINGS_ASSIGNED = `receipt_mails_since = ?, mail_language = ?, reminder_min_days = ?,
  reminder_floor = ?, reminder_pause_days = ?`

export const mailSettingsValues = (settings: MailSettings) => [
  settings.receipt_mails_since && new Date(settings.receipt_mails_since).toISOString(),
  settings.mail_language,
  settings.reminder_min_days,
  settings.reminder_floor,
  settings.reminder_pause_days,
]

/** What is given changes; payments that were recorded before their mails are switched on get none. */
export function patchMailSettings(before: MailSettings, patch: MailSettingsPatch): MailSettings {
  const floor = patch.reminder_floor
  return {
    receipt_mails_since: sinceOf(before.receipt_mails_since, patch.receipt_mails),
    mail_language: patch.mail_language ?? before.mail_language,
    reminder_min_days: patch.reminder_min_days ?? before.reminder_min_days,
    reminder_floor:
      floor === undefined
        ? before.reminder_floor
        : exactAmountOrZero(floor, currencyDigits("eur"), "reminder_floor"),
    reminder_pause_days: patch.reminder_pause_days ?? before.reminder_pause_days,
  }
}

function sinceOf(before: Timestamp | null, isOn: boolean | undefined): Timestamp | null {
  if (isOn === undefined) return before
  return isOn ? (before ?? new Date()) : null
}
