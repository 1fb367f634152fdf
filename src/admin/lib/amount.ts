/** Either separator is a decimal one: nobody types thousands into a till. */
const PLAIN_AMOUNT = /^\d+(?:[.,](\d*))?$/

export type ParsedAmount =
  { ok: true; value: number } | { ok: false; reason: "missing" | "invalid" | "too_fine" }

/** What a person typed, as the API takes it; refused when finer than the currency. */
export const parseAmount = (text: string, digits: number): ParsedAmount => {
  const trimmed = text.replace(/[\s\u00a0\u202f]/g, "")
  if (!trimmed) return { ok: false, reason: "missing" }
  const match = PLAIN_AMOUNT.exec(trimmed)
  if (!match) return { ok: false, reason: "invalid" }
  const decimals = (match[1] ?? "").replace(/0+$/, "")
  if (decimals.length > digits) return { ok: false, reason: "too_fine" }
  const value = Number(trimmed.replace(",", "."))
  return value > 0 ? { ok: true, value } : { ok: false, reason: "missing" }
}

/** An amount as a person would type it: "12,40" for a French reader. */
export const typedAmount = (amount: number, digits: number, separator: string): string =>
  amount === 0 ? "" : Math.abs(amount).toFixed(digits).replace(".", separator)

/** A difference for display, free of the dust that binary fractions leave: 0.3 − 0.1 is 0.2. */
export const subtract = (from: number, amount: number, digits: number): number =>
  Number((from - amount).toFixed(digits))

/** A sum for display, in whole minor units. */
export const sum = (amounts: number[], digits: number): number => {
  const scale = 10 ** digits
  return amounts.reduce((total, amount) => total + Math.round(amount * scale), 0) / scale
}
