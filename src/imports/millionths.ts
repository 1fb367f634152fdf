import type { Amount } from "../modules/client-ledger/types"

const DIGITS = 6
const UNIT = 10n ** BigInt(DIGITS)

/**
 * A number as MySQL's `double` holds one, in millionths: what a float leaves behind the sixth decimal is none of the
 * money's. Sums of these are exact.
 */
export const millionthsOf = (value: number): bigint => parse(value.toFixed(DIGITS))

/** Decimal text, at most six decimals. */
export function parse(text: string): bigint {
  const negative = text.startsWith("-")
  const [whole = "0", fraction = ""] = text.replace(/^[-+]/, "").split(".")
  const value = BigInt(whole) * UNIT + BigInt(fraction.padEnd(DIGITS, "0").slice(0, DIGITS))
  return negative ? -value : value
}

/** Rounded half away from zero to the currency's digits, still in millionths. */
export function roundTo(digits: number, value: bigint): bigint {
  const step = 10n ** BigInt(DIGITS - digits)
  const magnitude = value < 0n ? -value : value
  const rounded = ((magnitude + step / 2n) / step) * step
  return value < 0n ? -rounded : rounded
}

/** As the ledger writes an amount: "12.4". */
export function toAmount(value: bigint): Amount {
  const magnitude = value < 0n ? -value : value
  const fraction = (magnitude % UNIT).toString().padStart(DIGITS, "0").replace(/0+$/, "")
  return `${value < 0n ? "-" : ""}${magnitude / UNIT}${fraction && `.${fraction}`}`
}
