import type { BigNumberInput } from "@medusajs/framework/types"
import { BigNumber, defaultCurrencies, MathBN, MedusaError } from "@medusajs/framework/utils"
import type { Amount } from "../types"

const ROUND_HALF_UP = 4
/** The database's bound on every amount, in major units. */
const LARGEST_AMOUNT = 1e15

/**
 * How many decimals a currency has: EUR 2, JPY 0, KWD 3.
 * @throws INVALID_DATA for a currency that Medusa doesn't know.
 */
export function currencyDigits(currencyCode: string): number {
  const currency = defaultCurrencies[currencyCode.toUpperCase()]
  if (!currency) {
    throw new MedusaError(
      MedusaError.Types.INVALID_DATA,
      `currency_code: unknown currency "${currencyCode}"`
    )
  }
  return currency.decimal_digits
}

/**
 * A value that Medusa computed, rounded half-up (away from zero) to the currency's digits.
 * Medusa leaves totals unrounded: pass the raw value, not the float.
 */
export function roundAmount(value: BigNumberInput, digits: number): Amount {
  return MathBN.convert(value).decimalPlaces(digits, ROUND_HALF_UP).toFixed()
}

/**
 * An amount that a person or a program gave, in major units, exact.
 * @throws INVALID_DATA naming the field when it isn't a number, is zero, is finer than the currency or too large.
 */
export function exactAmount(value: BigNumberInput, digits: number, field = "amount"): Amount {
  const refuse = (rule: string) =>
    new MedusaError(MedusaError.Types.INVALID_DATA, `${field}: ${rule}`)
  const amount = toBigNumber(value)
  if (!amount?.isFinite()) throw refuse("must be a number")
  if (amount.isZero()) throw refuse("must not be zero")
  if ((amount.decimalPlaces() ?? 0) > digits) {
    throw refuse(digits ? `must have at most ${digits} decimals` : "must have no decimals")
  }
  if (amount.abs().gte(LARGEST_AMOUNT)) throw refuse("is too large")
  return amount.toFixed()
}

/**
 * The same, where nothing is an answer too.
 * @throws INVALID_DATA naming the field, also when it is below zero.
 */
export function exactAmountOrZero(value: BigNumberInput, digits: number, field = "amount"): Amount {
  if (toBigNumber(value)?.isZero()) return "0"
  const amount = exactAmount(value, digits, field)
  if (isNegative(amount)) {
    throw new MedusaError(MedusaError.Types.INVALID_DATA, `${field}: must not be below zero`)
  }
  return amount
}

function toBigNumber(value: BigNumberInput) {
  try {
    return MathBN.convert(value)
  } catch {
    return null
  }
}

export const addAmounts = (...amounts: BigNumberInput[]): Amount =>
  MathBN.add(0, ...amounts).toFixed()
export const subtractAmounts = (from: BigNumberInput, ...amounts: BigNumberInput[]): Amount =>
  MathBN.sub(from, addAmounts(...amounts)).toFixed()
export const negate = (amount: BigNumberInput): Amount => MathBN.mult(amount, -1).toFixed()
export const isZero = (amount: BigNumberInput): boolean => MathBN.eq(amount, 0)
export const isPositive = (amount: BigNumberInput): boolean => MathBN.gt(amount, 0)
export const isNegative = (amount: BigNumberInput): boolean => MathBN.lt(amount, 0)
export const sameAmount = (a: BigNumberInput, b: BigNumberInput): boolean => MathBN.eq(a, b)
export const smallest = (a: BigNumberInput, b: BigNumberInput): Amount => MathBN.min(a, b).toFixed()
export const largest = (a: BigNumberInput, b: BigNumberInput): Amount => MathBN.max(a, b).toFixed()

/** An amount as Medusa's API shows one: a number in major units. For display only, never for arithmetic. */
export const toNumber = (amount: BigNumberInput): number => new BigNumber(amount).numeric

/** An amount with all the decimals of its currency, as a file or a document shows one: "12.40". */
export const fixedAmount = (amount: BigNumberInput, digits: number): string =>
  MathBN.convert(amount).toFixed(digits)
