import { useMemo } from "react"
import { useTranslation } from "react-i18next"
import { dayOf, daysUntil, inWords, isoDay, localeOf } from "../lib/locale"

/** Money and dates as the person at the screen writes them. */
export const useFormat = () => {
  const { i18n } = useTranslation("clientLedger")
  const locale = localeOf(i18n.language)
  return useMemo(() => formattersOf(locale), [locale])
}

const formattersOf = (locale: string) => {
  const currencyFormat = (currency: string, options: Intl.NumberFormatOptions = {}) =>
    new Intl.NumberFormat(locale, {
      style: "currency",
      currency: currency.toUpperCase(),
      ...options,
    })
  const days = new Intl.RelativeTimeFormat(locale, { numeric: "auto" })
  const dateFormat = new Intl.DateTimeFormat(locale, { dateStyle: "medium" })
  const dayMonthFormat = new Intl.DateTimeFormat(locale, { day: "numeric", month: "short" })
  const dateTimeFormat = new Intl.DateTimeFormat(locale, {
    dateStyle: "medium",
    timeStyle: "short",
  })
  return {
    /** Of the two in which the market writes its texts, the reader's. */
    language: locale.startsWith("fr") ? ("fr" as const) : ("en" as const),
    money: (amount: number, currency: string) => currencyFormat(currency).format(amount),
    /** With its sign, plus included: an entry, or a balance that isn't told in words. */
    signed: (amount: number, currency: string) =>
      currencyFormat(currency, { signDisplay: "exceptZero" }).format(amount),
    /** A coin or note: "€20", "€0.50". */
    denomination: (value: number, currency: string) =>
      currencyFormat(currency, {
        currencyDisplay: "narrowSymbol",
        ...(Number.isInteger(value) && { minimumFractionDigits: 0, maximumFractionDigits: 0 }),
      }).format(value),
    currency: (code: string) => ({
      digits: currencyFormat(code).resolvedOptions().maximumFractionDigits ?? 2,
      symbol: symbolOf(currencyFormat(code, { currencyDisplay: "narrowSymbol" })),
    }),
    number: (value: number) => new Intl.NumberFormat(locale).format(value),
    decimalSeparator:
      new Intl.NumberFormat(locale).formatToParts(1.5).find((part) => part.type === "decimal")
        ?.value ?? ".",
    /** Of a day, or of an instant as a day where the reader is. */
    date: (at: string) => dateFormat.format(at.length === 10 ? dayOf(at) : new Date(at)),
    /** Of an instant where the reader is, for what isn't older than a season. */
    dayMonth: (instant: string) => dayMonthFormat.format(new Date(instant)),
    dateTime: (instant: string) => dateTimeFormat.format(new Date(instant)),
    /** "3 weeks ago": of a day, or of an instant as a day where the reader is; empty of none. */
    ago: (at: string) => {
      if (!at) return ""
      const { value, unit } = inWords(daysUntil(at.length === 10 ? at : isoDay(new Date(at))))
      return days.format(value, unit)
    },
    /** 0.62 is "62%". */
    percent: (share: number) => new Intl.NumberFormat(locale, { style: "percent" }).format(share),
    /** "12 days ago", "in 3 days" */
    fromToday: (day: string) => days.format(daysUntil(day), "day"),
  }
}

const symbolOf = (format: Intl.NumberFormat) =>
  format.formatToParts(0).find((part) => part.type === "currency")?.value ?? ""

export type Format = ReturnType<typeof formattersOf>
