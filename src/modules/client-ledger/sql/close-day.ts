import type { BigNumberInput } from "@medusajs/framework/types"
import { generateEntityId, MedusaError } from "@medusajs/framework/utils"
import type { Amount, Timestamp } from "../types"
import {
  addTotals,
  amountOrZero,
  countMethods,
  movementsOf,
  orderState,
  totalsOf,
  type CountedMethods,
  type GapReasons,
  type MethodCount,
  type MethodMovements,
} from "../utils/closing"
import { refuseFuture, today } from "../utils/dates"
import { ConflictError } from "../utils/errors"
import { currencyDigits, isPositive, subtractAmounts } from "../utils/money"
import { lockUnclosedOrders, ordersOf } from "./closing-orders"
import * as closings from "./closings"
import type { OrderTaxes } from "./journal-rows"
import { numberPieces } from "./number-pieces"
import type { Sql } from "./runner"
import { retrieveSettings } from "./settings"

export type ClosingInput = {
  /** May be left out where only one currency waits. */
  currency_code?: string
  /** YYYY-MM-DD, the day that is closed; today unless said. */
  day?: string
  /** The cash that was in the box before the first client. */
  opening_float: BigNumberInput
  /** What stays in the box for the next time; all that was counted unless said. */
  cash_left?: BigNumberInput
  counted: CountedMethods
  /** Why what was counted isn't what was expected. */
  reasons?: GapReasons
  note?: string | null
  /** The orders that no closing has counted, and their VAT: Medusa's, read by the caller. */
  orders?: { ids: string[]; taxes: closings.TaxTotal[] }
  /** The orders with entries that aren't in the accountant's journal yet, each with its VAT. */
  journal_orders?: OrderTaxes[]
  actor_id?: string | null
}

export type ClosingPreview = {
  currency_code: string | null
  /** All those in which something waits. */
  currencies: string[]
  opened_at: Timestamp
  opening_float: Amount
  methods: MethodMovements[]
  receipts: number
  reversals: number
  cash_limit: Amount | null
  above_cash_limit: Awaited<ReturnType<typeof closings.openCashAbove>>
  last: closings.ClosingSummaryDTO | null
}

/** What a closing would take now. The box is thought to hold what the last closing left. */
export async function previewClosing(sql: Sql, currencyCode?: string): Promise<ClosingPreview> {
  const currencies = await closings.openCurrencies(sql)
  const currency = currencyCode?.toLowerCase() ?? currencies[0] ?? null
  const settings = await retrieveSettings(sql)
  const last = currency ? await closings.lastClosing(sql, currency) : null
  const lines = currency ? await closings.openLines(sql, currency) : []
  const opening_float = last?.cash_left ?? "0"
  const limit = cashLimitOf(settings.cash_limit, currency)
  return {
    currency_code: currency,
    currencies,
    opened_at: last?.closed_at ?? settings.ledger_starts_at,
    opening_float,
    methods: movementsOf(lines, opening_float),
    receipts: lines.filter((line) => !line.reversal).length,
    reversals: lines.filter((line) => line.reversal).length,
    cash_limit: limit,
    above_cash_limit: limit && currency ? await closings.openCashAbove(sql, currency, limit) : [],
    last,
  }
}

/** The law's limit is one in euros. */
const cashLimitOf = (limit: Amount | null, currency: string | null): Amount | null =>
  currency === "eur" ? limit : null

/** @returns the closing's id. */
export async function closeDay(sql: Sql, input: ClosingInput): Promise<string> {
  await closings.lockClosings(sql)
  const currency_code = await currencyToClose(sql, input.currency_code)
  const { ids: counted, taxes } = input.orders ?? { ids: [], taxes: [] }
  // Orders before receipts, as a sync locks them.
  await lockUnclosedOrders(sql, counted)
  const lines = await closings.openLines(sql, currency_code, true)
  if (!lines.length) throw nothingToClose(currency_code)
  const decimal_digits = currencyDigits(currency_code)
  const opening_float = amountOrZero(input.opening_float, decimal_digits, "opening_float")
  const movements = movementsOf(lines, opening_float)
  const methods = countMethods(movements, input.counted, input.reasons ?? {}, decimal_digits)
  const { net, ...totals } = totalsOf(lines)
  const { closed_to, ...period } = await periodOf(sql, currency_code, input.day ?? today())
  const id = generateEntityId(undefined, "clclo")
  await closings.insertClosing(sql, {
    id,
    currency_code,
    decimal_digits,
    ...period,
    opening_float,
    cash_left: cashLeft(input, methods, decimal_digits),
    ...totals,
    methods,
    cash_count: input.counted.cash?.denominations ?? null,
    lines,
    orders: (await ordersOf(sql, { currency_code, counted, ...period }))
      .map((order) => ({ ...order, state: orderState(order.owed, order.paid) }))
      .filter((order) => order.state !== "paid"),
    taxes,
    totals: await runningTotals(sql, currency_code, period.day, { ...totals, net }),
    chain_heads: await closings.chainHeads(sql, currency_code),
    note: input.note?.trim() || null,
    actor_id: input.actor_id ?? null,
  })
  await closings.take(sql, id, lines, counted)
  const numbered = { id, currency_code, day: period.day, closed_to }
  await numberPieces(sql, numbered, input.journal_orders ?? [])
  return id
}

async function currencyToClose(sql: Sql, given: string | undefined): Promise<string> {
  if (given) return given.toLowerCase()
  const [currency, ...others] = await closings.openCurrencies(sql)
  if (!currency) throw nothingToClose()
  if (!others.length) return currency
  throw invalid(
    `currency_code: say which one to close; payments wait in ${[currency, ...others].join(", ")}`
  )
}

async function periodOf(sql: Sql, currencyCode: string, day: string) {
  refuseFuture(day, "day")
  const last = await closings.lastClosing(sql, currencyCode)
  const opened = last?.closed_at ?? (await retrieveSettings(sql)).ledger_starts_at
  return { day, opened_at: new Date(opened).toISOString(), closed_to: last?.day ?? null }
}

function cashLeft(input: ClosingInput, methods: MethodCount[], digits: number): Amount {
  const counted = methods.find((method) => method.method === "cash")?.counted ?? "0"
  if (input.cash_left === undefined) return counted
  const left = amountOrZero(input.cash_left, digits, "cash_left")
  if (isPositive(subtractAmounts(left, counted))) {
    throw invalid(`cash_left: ${left} can't stay in a box of ${counted}`)
  }
  return left
}

async function runningTotals(
  sql: Sql,
  currencyCode: string,
  day: string,
  own: Parameters<typeof addTotals>[1]
): Promise<closings.ClosingTotals> {
  const earlier = await closings.earlierTotals(sql, currencyCode, day)
  return {
    day: addTotals(earlier.day, own),
    month: addTotals(earlier.month, own),
    year: addTotals(earlier.year, own),
    ever: addTotals(earlier.ever, own),
  }
}

const nothingToClose = (currencyCode?: string) =>
  new ConflictError(
    `Nothing to close${currencyCode ? ` in ${currencyCode}` : ""}: no payment was recorded or reversed since the last closing`
  )

const invalid = (message: string) => new MedusaError(MedusaError.Types.INVALID_DATA, message)
