import { locale } from "./language"

export const money = (amount: number, currencyCode: string): string =>
  write(amount, { style: "currency", currency: currencyCode })

/** With its sign, as an entry of an account shows it. */
export const signedMoney = (amount: number, currencyCode: string): string =>
  write(amount, { style: "currency", currency: currencyCode, signDisplay: "exceptZero" })

/** With a minus as wide as the plus. */
const write = (amount: number, options: Intl.NumberFormatOptions) =>
  new Intl.NumberFormat(locale, options).format(amount).replace("-", "−")

/** How many decimals a currency has. */
export const digitsOf = (currencyCode: string): number =>
  new Intl.NumberFormat(locale, { style: "currency", currency: currencyCode }).resolvedOptions()
    .maximumFractionDigits ?? 2

export const day = (date: string): string =>
  new Intl.DateTimeFormat(locale, { day: "numeric", month: "short", year: "numeric" }).format(
    new Date(date)
  )

/** In groups of four, as an IBAN and a reference are printed. */
export const inFours = (text: string): string => text.replace(/(.{4})(?=.)/g, "$1 ")

/** A day of the reader's calendar, as the API takes it. */
export const isoDay = (date: Date): string =>
  [date.getFullYear(), date.getMonth() + 1, date.getDate()]
    .map((part) => String(part).padStart(2, "0"))
    .join("-")
