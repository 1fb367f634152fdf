import type { Page } from "./page"
import type { MailKind, MailStatus, ReminderSkip } from "../../modules/client-ledger/types"

/** A mail to a client, and what became of it. */
export type AdminClientMail = {
  id: string
  client_account_id: string
  kind: MailKind
  /** The payment that it acknowledges. */
  receipt_id: string | null
  /** The days of its statement. */
  period: { from: string; to: string; time_zone: string } | null
  /** Null where it wasn't written: it had no turn yet, or wasn't due any more. */
  to: string | null
  language: "fr" | "en" | null
  subject: string | null
  status: MailStatus
  /** Why it failed, or wasn't due any more. */
  error: string | null
  /** Medusa's notification. */
  notification_id: string | null
  /** It failed, or nothing was heard of it for minutes. */
  can_send_again: boolean
  /** Who sent it; null when it went by itself. */
  actor: { id: string; email: string | null } | null
  sent_at: string | null
  created_at: string
}

/** Of GET /admin/client-accounts/:id/mails, newest first. */
export type AdminClientMailListResponse = Page & {
  client_mails: AdminClientMail[]
  /** False where Medusa has no notification provider with the channel "email". */
  can_send: boolean
}

/** Of POST /admin/client-accounts/:id/statement/mail and …/mails/:mail_id/send-again */
export type AdminClientMailResponse = { client_mail: AdminClientMail }

/** An overdue client, and the reminder that he gets today, or would get. */
export type AdminReminder = {
  client_account_id: string
  customer_id: string
  customer_name: string | null
  customer_email: string | null
  currency_code: string
  overdue: number
  overdue_since: string | null
  last_reminded_at: string | null
  language: "fr" | "en"
  /** Why he gets none; null when he gets it. */
  skip: ReminderSkip | null
  subject: string
  text: string
}

/** Of GET /admin/client-ledger/reminders: all who are overdue, the most overdue first. */
export type AdminReminderListResponse = {
  reminders: AdminReminder[]
  count: number
  /** False where Medusa has no notification provider with the channel "email". */
  can_send: boolean
}

/** Of POST /admin/client-ledger/reminders, `{ client_account_ids }` */
export type AdminSendRemindersResponse = {
  /** One for each client who was to be reminded, sent or failed. */
  client_mails: AdminClientMail[]
  skipped: { client_account_id: string; reason: ReminderSkip }[]
}
