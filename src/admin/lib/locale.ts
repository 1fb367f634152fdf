/**
 * The locale to write money and dates in: the dashboard's language, in the browser's variant of it
 * ("en" is "en-GB" to a British reader). Medusa writes some languages without the hyphen: "ptBR".
 */
export const localeOf = (language: string | undefined): string => {
  const tag = (language ?? "en").replace(/^([a-z]{2})([A-Z]{2})$/, "$1-$2")
  if (tag.includes("-")) return tag
  return navigator.languages.find((candidate) => candidate.split("-")[0] === tag) ?? tag
}

const DAY = 24 * 60 * 60 * 1000

/** "2026-11-24" is a day, not an instant: read in the reader's own time zone. */
export const dayOf = (value: string): Date => {
  const [year, month, day] = value.slice(0, 10).split("-").map(Number)
  return new Date(year ?? 0, (month ?? 1) - 1, day ?? 1)
}

/** A date as YYYY-MM-DD where the reader is. */
export const isoDay = (date: Date): string =>
  [date.getFullYear(), date.getMonth() + 1, date.getDate()]
    .map((part) => String(part).padStart(2, "0"))
    .join("-")

/** Whole days from now until the day; below zero when it is past. */
export const daysUntil = (day: string, now: Date = new Date()): number =>
  Math.round((dayOf(day).getTime() - dayOf(isoDay(now)).getTime()) / DAY)

/** A number of days as a person says it: in days up to two weeks, then in weeks, and in months from two on. */
export const inWords = (days: number): { value: number; unit: "day" | "week" | "month" } => {
  const far = Math.abs(days)
  if (far < 14) return { value: days, unit: "day" }
  const unit = far < 60 ? "week" : "month"
  return { value: Math.trunc(days / (unit === "week" ? 7 : 30)), unit }
}
