import type { Amount } from "../modules/client-ledger/types"
import type { Language } from "../modules/client-ledger/utils/method-settings"
import { toNumber } from "../modules/client-ledger/utils/money"

const LOCALES: Record<Language, string> = { fr: "fr-FR", en: "en-GB" }

/** Money and days as a client reads them, in a document or a mail. */
export function formatOf(
  language: Language,
  currencyCode: string,
  dateStyle: "medium" | "long" = "medium"
) {
  const locale = LOCALES[language]
  const money = new Intl.NumberFormat(locale, { style: "currency", currency: currencyCode })
  const days = new Intl.DateTimeFormat(locale, { dateStyle, timeZone: "UTC" })
  return {
    money: (amount: Amount) => money.format(toNumber(amount)),
    /** Of YYYY-MM-DD. */
    day: (date: string) => {
      const day = days.format(new Date(`${date}T00:00:00Z`))
      return language === "fr" ? day.replace(/^1 /, "1er ") : day
    },
  }
}

export type Format = ReturnType<typeof formatOf>
