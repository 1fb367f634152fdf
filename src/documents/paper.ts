import type { Amount } from "../modules/client-ledger/types"
import type { Language } from "../modules/client-ledger/utils/method-settings"
import { toNumber } from "../modules/client-ledger/utils/money"

/** How a document or a mail writes amounts of one currency, and days, in the reader's language. */
export function paperFormat(language: Language, currency: string) {
  const locale = language === "fr" ? "fr-FR" : "en-GB"
  const amounts = new Intl.NumberFormat(locale, { style: "currency", currency })
  return {
    locale,
    money: (amount: Amount) => amounts.format(toNumber(amount)),
    /** Of a day as YYYY-MM-DD, or of a moment's day in UTC. */
    day: (at: Date | string, dateStyle: "medium" | "long" = "medium") => {
      const format = new Intl.DateTimeFormat(locale, { dateStyle, timeZone: "UTC" })
      const day = format.format(new Date(at))
      return language === "fr" ? day.replace(/^1 /, "1er ") : day
    },
  }
}

export type PaperFormat = ReturnType<typeof paperFormat>
