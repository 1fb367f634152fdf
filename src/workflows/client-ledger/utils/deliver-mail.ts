import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { CLIENT_LEDGER_MODULE } from "../../../modules/client-ledger"
import type ClientLedgerModuleService from "../../../modules/client-ledger/service"
import type { ClientMailDTO, MailOutcome } from "../../../modules/client-ledger/sql/mails"
import { type ComposedMail, composeMail } from "./compose-mail"
import { MAIL_CHANNEL, requireMailProvider } from "./mail-provider"

/**
 * Sends a mail that waits, and writes down what became of it. One that another process has taken is left to it: no mail is
 * handed to the provider twice, unless a person says so. A failure is an outcome, not an error: no money depends on it.
 */
export async function deliverMail(container: MedusaContainer, mailId: string): Promise<void> {
  const ledger = container.resolve<ClientLedgerModuleService>(CLIENT_LEDGER_MODULE)
  const mail = await ledger.takeMail(mailId)
  if (mail) await ledger.finishMail(await attempt(container, mail))
}

async function attempt(container: MedusaContainer, mail: ClientMailDTO): Promise<MailOutcome> {
  const { id, attempts } = mail
  let composed: Partial<ComposedMail> = {}
  try {
    requireMailProvider(container)
    const written = await composeMail(container, mail)
    if ("reason" in written) return { id, attempts, status: "canceled", error: written.reason }
    composed = written
    const notification_id = await notify(container, mail, written)
    return { id, attempts, status: "sent", ...envelopeOf(written), notification_id }
  } catch (error) {
    const logger = container.resolve(ContainerRegistrationKeys.LOGGER)
    logger.error(`Client ledger: mail ${id} (${mail.kind}) was not sent`, error as Error)
    const { to, language, letter } = composed
    const told = { to, language, subject: letter?.subject }
    return { id, attempts, status: "failed", ...told, error: messageOf(error) }
  }
}

const envelopeOf = ({ to, language, letter }: ComposedMail) => ({
  to,
  language,
  subject: letter.subject,
})

/**
 * Both a template's name with its data and the finished words: a provider takes what it can use.
 * Medusa can't repeat a notification that failed under its own key: each attempt has another.
 * @returns the notification's id.
 */
async function notify(
  container: MedusaContainer,
  mail: ClientMailDTO,
  { to, customer_id, language, letter, facts, attachments }: ComposedMail
): Promise<string> {
  const name = `client-ledger.${mail.kind}`
  const idempotency_key = `client-ledger-mail:${mail.id}:${mail.attempts}`
  const notifications = container.resolve(Modules.NOTIFICATION)
  const notification = await notifications.createNotifications({
    ...{ to, channel: MAIL_CHANNEL, template: name, idempotency_key },
    data: { ...facts, language, subject: letter.subject },
    content: letter,
    attachments,
    trigger_type: name,
    resource_type: mail.receipt_id ? "client_receipt" : "client_account",
    resource_id: mail.receipt_id ?? mail.account_id,
    receiver_id: customer_id,
  })
  return notification.id
}

/** The provider's own words, without Medusa's before them. */
function messageOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error)
  return message.replace(/^Failed to send notification with id \S+\s+/, "").slice(0, 2000)
}
