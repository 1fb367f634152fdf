import type { MedusaContainer } from "@medusajs/framework/types"
import { type Letter } from "../../../documents/mails/letter"
import { type ReminderFacts, reminderLetter } from "../../../documents/mails/reminder"
import { CLIENT_LEDGER_MODULE } from "../../../modules/client-ledger"
import type ClientLedgerModuleService from "../../../modules/client-ledger/service"
import type { ReminderDTO } from "../../../modules/client-ledger/sql/reminders"
import type { Language, StoredMethods } from "../../../modules/client-ledger/utils/method-settings"
import { readLanguages } from "./mail-languages"
import { storeName } from "./store-name"

/** An overdue client, and the reminder that he gets, or would get. */
export type ReminderMail = {
  reminder: ReminderDTO
  language: Language
  facts: ReminderFacts
  letter: Letter
}

/** Of all who are overdue, or of these accounts, the most overdue first: as many reads for one as for all. */
export async function readReminderMails(
  container: MedusaContainer,
  accountIds?: string[]
): Promise<ReminderMail[]> {
  const ledger = container.resolve<ClientLedgerModuleService>(CLIENT_LEDGER_MODULE)
  const reminders = await ledger.listReminders(accountIds)
  const { mail_language, methods } = await ledger.retrieveSettings()
  const market = await storeName(container)
  const languages = await readLanguages(
    container,
    reminders.map(({ customer_id, newest_order_id }) => ({
      customer_id,
      order_id: newest_order_id,
    }))
  )
  return reminders.map((reminder) => {
    const language = languages.get(reminder.customer_id) ?? mail_language
    const facts = factsOf(reminder, market, methods.transfer)
    return { reminder, language, facts, letter: reminderLetter(facts, language) }
  })
}

const factsOf = (
  reminder: ReminderDTO,
  market: string | null,
  transfer: StoredMethods["transfer"]
): ReminderFacts => ({
  market,
  client: reminder.customer_name,
  currency_code: reminder.currency_code,
  overdue: reminder.overdue,
  overdue_since: reminder.overdue_since,
  orders: reminder.orders,
  transfer: transfer?.iban
    ? {
        account_holder: transfer.account_holder ?? null,
        iban: transfer.iban,
        reference: reminder.reference,
      }
    : null,
})
