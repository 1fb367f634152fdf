import { MathBN } from "@medusajs/framework/utils"
import type { Amount } from "../types"
import { addAmounts, isZero, roundAmount, subtractAmounts } from "./money"

/** VAT of an order at one rate: its base and the tax, in major units. */
export type TaxPart = { rate: string; base: Amount; tax: Amount }

/** Amounts by what they are of: `sales:20` is what was sold at 20 %, `vat:20` its tax. */
export type Split = Record<string, Amount>

/**
 * An amount divided as an order's bases and taxes are to each other; to the smallest unit of the currency it adds up to the
 * amount. What bears no tax, or whose taxes nobody knows, is sales at rate 0.
 * @param digits the decimals of the currency.
 */
export function splitByTaxes(amount: Amount, taxes: TaxPart[], digits: number): Split {
  const parts = taxes.flatMap(({ rate, base, tax }) => [
    { key: `sales:${rate}`, weight: base },
    { key: `vat:${rate}`, weight: tax },
  ])
  const whole = addAmounts(...parts.map(({ weight }) => weight))
  if (isZero(whole)) return isZero(amount) ? {} : { "sales:0": amount }
  const split: Split = {}
  let reached: Amount = "0"
  let given: Amount = "0"
  for (const { key, weight } of parts) {
    // The running sum is rounded, not each part: nothing is left over at the end.
    reached = addAmounts(reached, weight)
    const share = roundAmount(MathBN.div(MathBN.mult(amount, reached), whole), digits)
    split[key] = addAmounts(split[key] ?? "0", subtractAmounts(share, given))
    given = share
  }
  return withoutZeros(split)
}

/**
 * What brings an order's books from where they are to where its taxes are now, when `amount` more is owed: it adds up to the
 * amount, and after it the books say what the taxes say.
 */
export function splitDifference(
  booked: Split,
  amount: Amount,
  taxes: TaxPart[],
  digits: number
): { difference: Split; booked: Split } {
  const owed = addAmounts(...Object.values(booked), amount)
  const after = splitByTaxes(owed, taxes, digits)
  const difference: Split = {}
  for (const key of new Set([...Object.keys(after), ...Object.keys(booked)])) {
    difference[key] = subtractAmounts(after[key] ?? "0", booked[key] ?? "0")
  }
  return { difference: withoutZeros(difference), booked: after }
}

const withoutZeros = (split: Split): Split =>
  Object.fromEntries(Object.entries(split).filter(([, amount]) => !isZero(amount)))
