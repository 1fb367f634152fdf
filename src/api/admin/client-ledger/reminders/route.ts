import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { toNumber } from "../../../../modules/client-ledger/utils/money"
import type {
  AdminReminder,
  AdminReminderListResponse,
  AdminSendRemindersResponse,
} from "../../../../types/http"
import { sendRemindersWorkflow } from "../../../../workflows/client-ledger"
import { hasMailProvider } from "../../../../workflows/client-ledger/utils/mail-provider"
import {
  readReminderMails,
  type ReminderMail,
} from "../../../../workflows/client-ledger/utils/reminder-letters"
import { idempotentRequestOf } from "../../../utils/idempotency"
import { toClientMails } from "../../../utils/mails"
import { resultOf } from "../../../utils/result-of"
import { toIso } from "../../../utils/serializers"
import type { SendRemindersBody } from "./validators"

/** Who gets what, before anything is sent. */
export async function GET(
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<AdminReminderListResponse>
) {
  const reminders = (await readReminderMails(req.scope)).map(toReminder)
  res.json({ reminders, count: reminders.length, can_send: hasMailProvider(req.scope) })
}

export async function POST(
  req: AuthenticatedMedusaRequest<SendRemindersBody>,
  res: MedusaResponse<AdminSendRemindersResponse>
) {
  const { mails, skipped } = await resultOf(
    sendRemindersWorkflow(req.scope).run({
      input: {
        account_ids: req.validatedBody.client_account_ids,
        actor_id: req.auth_context.actor_id,
        request: idempotentRequestOf(req),
      },
    })
  )
  res.json({
    client_mails: await toClientMails(req.scope, mails),
    skipped: skipped.map(({ account_id, reason }) => ({ client_account_id: account_id, reason })),
  })
}

const toReminder = ({ reminder, language, letter }: ReminderMail): AdminReminder => ({
  client_account_id: reminder.id,
  customer_id: reminder.customer_id,
  customer_name: reminder.customer_name,
  customer_email: reminder.customer_email,
  currency_code: reminder.currency_code,
  overdue: toNumber(reminder.overdue),
  overdue_since: reminder.overdue_since,
  last_reminded_at: reminder.last_reminded_at && toIso(reminder.last_reminded_at),
  language,
  skip: reminder.skip,
  subject: letter.subject,
  text: letter.text,
})
