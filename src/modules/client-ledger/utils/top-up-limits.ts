import type { BigNumberInput } from "@medusajs/framework/types"
import { MedusaError } from "@medusajs/framework/utils"
import type { Amount } from "../types"
import { exactAmount, isNegative, isPositive, negate, subtractAmounts } from "./money"

/** What Stripe takes at least: https://docs.stripe.com/currencies#minimum-and-maximum-charge-amounts */
const SMALLEST: Record<string, Amount> = {
  aed: "2",
  aud: "0.5",
  bgn: "1",
  brl: "0.5",
  cad: "0.5",
  chf: "0.5",
  czk: "15",
  dkk: "2.5",
  eur: "0.5",
  gbp: "0.3",
  hkd: "4",
  huf: "175",
  inr: "0.5",
  jpy: "50",
  mxn: "10",
  myr: "2",
  nok: "3",
  nzd: "0.5",
  pln: "2",
  ron: "2",
  sek: "3",
  sgd: "0.5",
  thb: "10",
  usd: "0.5",
}

/** Stripe takes amounts of up to eight digits, and none finer than two decimals. */
const MOST_DIGITS = 8
const MOST_DECIMALS = 2

/**
 * The amount of a top-up, exact.
 * @param max the market's own limit, null for none.
 * @throws INVALID_DATA naming the limit that it passes.
 */
export function topUpAmount(
  value: BigNumberInput,
  account: { currency_code: string; decimal_digits: number },
  max: Amount | null
): Amount {
  const decimals = Math.min(account.decimal_digits, MOST_DECIMALS)
  const currency = account.currency_code.toUpperCase()
  const amount = exactAmount(value, decimals)
  const smallest = SMALLEST[account.currency_code]
  if (smallest && isPositive(subtractAmounts(smallest, amount))) {
    refuse(`must be at least ${smallest} ${currency}`)
  }
  if (!isPositive(amount)) refuse("must be above zero")
  const largest = (10 ** MOST_DIGITS - 1) / 10 ** decimals
  for (const limit of [max, String(largest)]) {
    if (limit && isNegative(subtractAmounts(limit, amount))) {
      refuse(`must be at most ${limit} ${currency}`)
    }
  }
  return amount
}

/**
 * How much of a top-up is to be given back: all that is left of it unless said.
 * @throws INVALID_DATA naming what is left.
 */
export function refundAmount(
  value: BigNumberInput | undefined,
  topUp: { amount: Amount; refunded: Amount },
  digits: number
): Amount {
  const left = subtractAmounts(topUp.amount, topUp.refunded)
  if (value === undefined) return left
  const amount = exactAmount(value, digits)
  if (!isPositive(amount)) refuse("must be above zero")
  if (isPositive(subtractAmounts(amount, left))) refuse(`only ${left} of it is left to refund`)
  return amount
}

/** What the client would owe after that much left his account; null when he would still owe nothing. */
export function debtAfter(balance: Amount, amount: Amount): Amount | null {
  const after = subtractAmounts(balance, amount)
  return isNegative(after) ? negate(after) : null
}

function refuse(rule: string): never {
  throw new MedusaError(MedusaError.Types.INVALID_DATA, `amount: ${rule}`)
}
