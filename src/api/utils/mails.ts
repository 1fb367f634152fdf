import type { MedusaContainer } from "@medusajs/framework/types"
import type { ClientMailDTO } from "../../modules/client-ledger/sql/mails"
import type { AdminClientMail } from "../../types/http"
import { actorEmails, actorOf } from "./actors"
import { toIso } from "./serializers"

/** Mails as the API shows them. */
export async function toClientMails(
  scope: MedusaContainer,
  mails: ClientMailDTO[]
): Promise<AdminClientMail[]> {
  const emails = await actorEmails(scope, mails)
  return mails.map((mail) => ({
    id: mail.id,
    client_account_id: mail.account_id,
    kind: mail.kind,
    receipt_id: mail.receipt_id,
    period: mail.period,
    to: mail.to,
    language: mail.language,
    subject: mail.subject,
    status: mail.status,
    error: mail.error,
    notification_id: mail.notification_id,
    can_send_again: mail.can_send_again,
    actor: actorOf(mail, emails),
    sent_at: mail.sent_at && toIso(mail.sent_at),
    created_at: toIso(mail.created_at),
  }))
}
