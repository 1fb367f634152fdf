import type { MedusaContainer } from "@medusajs/framework/types"
import type { Letter } from "../../../documents/mails/letter"
import { type ReceiptFacts, receiptLetter } from "../../../documents/mails/receipt"
import type { ReminderFacts } from "../../../documents/mails/reminder"
import { type StatementFacts, statementLetter } from "../../../documents/mails/statement"
import { statementFilename, statementPdf } from "../../../documents/statement/pdf"
import { CLIENT_LEDGER_MODULE } from "../../../modules/client-ledger"
import type ClientLedgerModuleService from "../../../modules/client-ledger/service"
import type { ClientMailDTO } from "../../../modules/client-ledger/sql/mails"
import type { Language } from "../../../modules/client-ledger/utils/method-settings"
import { readLanguages } from "./mail-languages"
import { storeName } from "./store-name"
import { readReminderMails } from "./reminder-letters"

/** A mail that can be handed to a provider. */
export type ComposedMail = {
  to: string
  customer_id: string
  language: Language
  letter: Letter
  /** What it was written from, for a provider that has templates of its own. */
  facts: ReceiptFacts | StatementFacts | ReminderFacts
  attachments?: { filename: string; content_type: string; content: string }[]
}

/** Said in place of a mail that isn't due any more. */
type NotDue = { reason: string }

/** Writes a mail from what is true now: it may have waited, or have failed before. */
export async function composeMail(
  container: MedusaContainer,
  mail: ClientMailDTO
): Promise<ComposedMail | NotDue> {
  const composed = await COMPOSE[mail.kind](container, mail)
  if ("reason" in composed || composed.to) return composed as ComposedMail | NotDue
  return { reason: "This client has no e-mail any more" }
}

type Draft = Omit<ComposedMail, "to"> & { to: string | null }
type Compose = (container: MedusaContainer, mail: ClientMailDTO) => Promise<Draft | NotDue>

const COMPOSE: Record<ClientMailDTO["kind"], Compose> = {
  async receipt(container, mail) {
    const receipt = await ledgerOf(container).retrieveReceiptNews(mail.receipt_id!)
    if (receipt.reversed_at) return { reason: "The payment was reversed" }
    const { customer_id, customer_name, customer_email, orders } = receipt
    const language = await languageOf(container, mail, customer_id, orders.at(-1)?.order_id)
    const market = await storeName(container)
    const facts: ReceiptFacts = { ...pickFacts(receipt), market, client: customer_name }
    return {
      to: customer_email,
      customer_id,
      language,
      facts,
      letter: receiptLetter(facts, language),
    }
  },

  async statement(container, mail) {
    const period = mail.period!
    const statement = await ledgerOf(container).retrieveStatement(mail.account_id, period)
    const { customer_id, customer_name, customer_email, currency_code } = statement.account
    const language = await languageOf(container, mail, customer_id, null)
    const market = await storeName(container)
    const { opening_balance, closing_balance } = statement
    const facts: StatementFacts = {
      ...{ market, client: customer_name, currency_code, from: period.from, to: period.to },
      ...{ opening_balance, closing_balance },
    }
    const pdf = await statementPdf({ statement, period, language, market })
    const attachment = {
      filename: `${statementFilename(period, language)}.pdf`,
      content_type: "application/pdf",
      content: pdf.toString("base64"),
    }
    return {
      ...{ to: customer_email, customer_id, language, facts },
      letter: statementLetter(facts, language),
      attachments: [attachment],
    }
  },

  async reminder(container, mail) {
    const [due] = await readReminderMails(container, [mail.account_id])
    if (!due) return { reason: "Nothing is overdue any more" }
    const { reminder, ...written } = due
    if (reminder.no_reminders) return { reason: "This client asked for no reminders" }
    return { to: reminder.customer_email, customer_id: reminder.customer_id, ...written }
  },
}

const ledgerOf = (container: MedusaContainer) =>
  container.resolve<ClientLedgerModuleService>(CLIENT_LEDGER_MODULE)

/** Asked for, else the client's own, else the market's. */
async function languageOf(
  container: MedusaContainer,
  { language }: ClientMailDTO,
  customer_id: string,
  orderId: string | null | undefined
): Promise<Language> {
  if (language) return language
  const languages = await readLanguages(container, [{ customer_id, order_id: orderId ?? null }])
  const own = languages.get(customer_id)
  return own ?? (await ledgerOf(container).retrieveSettings()).mail_language
}

type ReceiptNews = Awaited<ReturnType<ClientLedgerModuleService["retrieveReceiptNews"]>>

const pickFacts = (receipt: ReceiptNews): Omit<ReceiptFacts, "market" | "client"> => ({
  currency_code: receipt.currency_code,
  amount: receipt.amount,
  method: receipt.method,
  reference: receipt.reference,
  value_date: receipt.value_date,
  orders: receipt.orders.map(({ display_id, amount }) => ({ display_id, amount })),
  other: receipt.other,
  balance_after: receipt.balance_after,
})
