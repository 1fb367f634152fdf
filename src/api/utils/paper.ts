import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import type { Amount } from "../../modules/client-ledger/types"
import type { Language } from "../../modules/client-ledger/utils/method-settings"
import { toNumber } from "../../modules/client-ledger/utils/money"

/** How a document writes amounts of one currency, and days, in the reader's language. */
export function paperFormat(language: Language, currency: string) {
  const locale = language === "fr" ? "fr-FR" : "en-GB"
  const amounts = new Intl.NumberFormat(locale, { style: "currency", currency })
  return {
    locale,
    money: (amount: Amount) => amounts.format(toNumber(amount)),
    /** Of a day as YYYY-MM-DD, or of a moment's day in UTC. */
    day: (at: Date | string, dateStyle: "medium" | "long" = "medium") =>
      new Intl.DateTimeFormat(locale, { dateStyle, timeZone: "UTC" }).format(new Date(at)),
  }
}

export type PaperFormat = ReturnType<typeof paperFormat>

/** The market's name, as a document is headed by it. */
export async function storeName(scope: MedusaContainer): Promise<string | undefined> {
  const query = scope.resolve(ContainerRegistrationKeys.QUERY)
  const { data: stores } = await query.graph({ entity: "store", fields: ["name"] })
  return stores[0]?.name
}
