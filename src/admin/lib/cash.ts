import { parseAmount } from "./amount"

/** Notes and coins in use, the largest first. */
const MONEY: Record<string, { notes: number[]; coins: number[] }> = {
  eur: { notes: [200, 100, 50, 20, 10, 5], coins: [2, 1, 0.5, 0.2, 0.1, 0.05, 0.02, 0.01] },
  chf: { notes: [200, 100, 50, 20, 10], coins: [5, 2, 1, 0.5, 0.2, 0.1, 0.05] },
  gbp: { notes: [50, 20, 10, 5], coins: [2, 1, 0.5, 0.2, 0.1, 0.05, 0.02, 0.01] },
  usd: { notes: [100, 50, 20, 10, 5, 1], coins: [0.5, 0.25, 0.1, 0.05, 0.01] },
  cad: { notes: [100, 50, 20, 10, 5], coins: [2, 1, 0.25, 0.1, 0.05] },
}

/** Null where we don't know the currency's coins: its cash is counted as one amount. */
export const denominationsOf = (currency: string) => MONEY[currency] ?? null

/** How many of each, as typed: by value. */
export type Quantities = Record<string, string>

const isCounted = ([, typed]: [string, string]) => Number(typed) > 0

/** As the API takes it: only what there is. */
export const countedOf = (quantities: Quantities): Record<string, number> =>
  Object.fromEntries(
    Object.entries(quantities)
      .filter(isCounted)
      .map(([value, typed]) => [value, Number(typed)])
  )

/** For display, in whole minor units so that ten cents and twenty are thirty. */
export const cashTotal = (quantities: Quantities, digits: number): number => {
  const scale = 10 ** digits
  const minor = Object.entries(countedOf(quantities)).reduce(
    (sum, [value, quantity]) => sum + Math.round(Number(value) * scale) * quantity,
    0
  )
  return minor / scale
}

/** An amount that may be nothing: empty is zero; null is what can't be read. */
export const amountOrZero = (text: string, digits: number): number | null => {
  const parsed = parseAmount(text, digits)
  if (parsed.ok) return parsed.value
  return parsed.reason === "missing" ? 0 : null
}
