import type { BigNumberInput } from "@medusajs/framework/types"
import { MathBN, MedusaError } from "@medusajs/framework/utils"
import { RECEIPT_METHODS, type Amount, type ReceiptDirection, type ReceiptMethod } from "../types"
import { addAmounts, exactAmount, isNegative, isZero, negate, subtractAmounts } from "./money"

/** A receipt, or the reversal of one, that a closing takes. */
export type ClosingLine = {
  receipt_id: string
  reversal: boolean
  direction: ReceiptDirection
  method: ReceiptMethod
  /** Above zero, as on the receipt. */
  amount: Amount
}

/** What moved by a method. `reversed` is signed: the money that reversals took back, or gave back. */
export type MethodMovements = {
  method: ReceiptMethod
  /** How many are left of those that came in: the cheques in the box. */
  count: number
  received: Amount
  paid_out: Amount
  reversed: Amount
  /** With the opening float, for cash. */
  expected: Amount
}

/** What was counted of a method, against what was expected. Null where it isn't counted. */
export type MethodCount = MethodMovements & {
  counted: Amount | null
  counted_count: number | null
  gap: Amount | null
  reason: string | null
}

export type MoneyTotals = { received: Amount; paid_out: Amount; reversed: Amount; net: Amount }

/** How many of each coin and note, by its value: `{ "20": 3, "0.5": 4 }`. */
export type Denominations = Record<string, number>

/** As a person counts it. */
export type CountedMoney = {
  amount?: BigNumberInput
  count?: number
  denominations?: Denominations
}
export type CountedMethods = Partial<Record<ReceiptMethod, CountedMoney>>
export type GapReasons = Partial<Record<ReceiptMethod, string>>

/** Methods that leave something to count. The others are proven elsewhere: a bank statement, a provider. */
const COUNTED: readonly ReceiptMethod[] = ["cash", "cheque", "card_terminal"]

/** What is in the box, on the terminal and in the folder, if nothing went wrong. */
export function movementsOf(lines: ClosingLine[], openingFloat: Amount): MethodMovements[] {
  return RECEIPT_METHODS.flatMap((method) => {
    const own = lines.filter((line) => line.method === method)
    const float = method === "cash" ? openingFloat : "0"
    if (!own.length && isZero(float)) return []
    const { net, ...totals } = totalsOf(own)
    const came = own.filter((line) => line.direction === "in")
    const count = came.length - 2 * came.filter((line) => line.reversal).length
    return [{ method, count, ...totals, expected: addAmounts(float, net) }]
  })
}

export function totalsOf(lines: ClosingLine[]): MoneyTotals {
  const sum = (wanted: ClosingLine[]) => addAmounts(...wanted.map((line) => line.amount))
  const written = (direction: ReceiptDirection, reversal: boolean) =>
    sum(lines.filter((line) => line.direction === direction && line.reversal === reversal))
  const received = written("in", false)
  const paid_out = written("out", false)
  const reversed = subtractAmounts(written("out", true), written("in", true))
  return { received, paid_out, reversed, net: netOf({ received, paid_out, reversed }) }
}

/** What is left of what came in. */
export const netOf = ({ received, paid_out, reversed }: Omit<MoneyTotals, "net">): Amount =>
  subtractAmounts(addAmounts(received, reversed), paid_out)

/** What the methods' gaps come to together. */
export const gapOf = (methods: Pick<MethodCount, "gap">[]): Amount =>
  addAmounts(...methods.map(({ gap }) => gap ?? "0"))

export const addTotals = (a: MoneyTotals, b: MoneyTotals): MoneyTotals => ({
  received: addAmounts(a.received, b.received),
  paid_out: addAmounts(a.paid_out, b.paid_out),
  reversed: addAmounts(a.reversed, b.reversed),
  net: addAmounts(a.net, b.net),
})

/**
 * Sets what was counted against what was expected.
 * @throws INVALID_DATA naming the method that isn't counted, or whose gap has no reason.
 */
export function countMethods(
  movements: MethodMovements[],
  counted: CountedMethods,
  reasons: GapReasons,
  digits: number
): MethodCount[] {
  return withCounted(movements, counted).map((movement) => {
    const { method } = movement
    const given = counted[method]
    if (!given) {
      if (COUNTED.includes(method)) throw invalid(`counted.${method}: count it first`)
      return { ...movement, counted: null, counted_count: null, gap: null, reason: null }
    }
    const amount = countedAmount(method, given, digits)
    const gap = subtractAmounts(amount, movement.expected)
    const reason = reasons[method]?.trim() || null
    if (!isZero(gap) && !reason) {
      throw invalid(
        `reasons.${method}: ${amount} counted, ${movement.expected} expected: say why there are ${gap}`
      )
    }
    return { ...movement, counted: amount, counted_count: given.count ?? null, gap, reason }
  })
}

/** Money found where none was expected is a gap too. */
function withCounted(movements: MethodMovements[], counted: CountedMethods): MethodMovements[] {
  const nothing = { count: 0, received: "0", paid_out: "0", reversed: "0", expected: "0" }
  return RECEIPT_METHODS.flatMap((method) => {
    const moved = movements.find((movement) => movement.method === method)
    if (moved) return [moved]
    return counted[method] ? [{ method, ...nothing }] : []
  })
}

function countedAmount(method: ReceiptMethod, given: CountedMoney, digits: number): Amount {
  if (given.denominations) return sumDenominations(given.denominations, digits)
  if (given.amount === undefined) throw invalid(`counted.${method}: give an amount`)
  return amountOrZero(given.amount, digits, `counted.${method}`)
}

/** The worth of coins and notes. @throws INVALID_DATA naming the coin that can't be one. */
export function sumDenominations(denominations: Denominations, digits: number): Amount {
  const worth = Object.entries(denominations).map(([value, quantity]) => {
    const coin = exactAmount(value, digits, "counted.cash.denominations")
    if (isNegative(coin))
      throw invalid(`counted.cash.denominations: ${value} is not a coin or note`)
    return MathBN.mult(coin, quantity).toFixed()
  })
  return addAmounts(...worth)
}

/** An amount that may be zero: a count, a float. @throws INVALID_DATA naming the field. */
export function amountOrZero(value: BigNumberInput, digits: number, field: string): Amount {
  const zero = typeof value === "object" ? false : Number(value) === 0
  const amount = zero ? "0" : exactAmount(value, digits, field)
  if (isNegative(amount)) throw invalid(`${field}: must not be below zero`)
  return amount
}

/** The line's effect on the money at hand. */
export const signedAmount = ({ amount, direction, reversal }: ClosingLine): Amount =>
  (direction === "in") === reversal ? negate(amount) : amount

export type OrderState = "unpaid" | "part_paid" | "overpaid" | "paid"

/** How an order stands, by what it owes and what was paid on it. */
export function orderState(owed: Amount, paid: Amount): OrderState {
  const open = subtractAmounts(owed, paid)
  if (isNegative(open)) return "overpaid"
  if (isZero(open)) return "paid"
  return isZero(paid) ? "unpaid" : "part_paid"
}

const invalid = (message: string) => new MedusaError(MedusaError.Types.INVALID_DATA, message)
