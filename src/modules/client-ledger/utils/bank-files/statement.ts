import { MedusaError } from "@medusajs/framework/utils"
import type { Amount } from "../../types"
import { exactAmount, isZero } from "../money"
import { EARLIEST_DAY } from "../dates"

export const STATEMENT_FORMATS = ["camt.053", "ofx", "csv"] as const
export type StatementFormat = (typeof STATEMENT_FORMATS)[number]

/** Whose statement it is, as far as the file says: an IBAN, or the parts of which an older number is made. */
export type StatedAccount = { number: string[]; currency_code: string | null }

/** A line as the bank wrote it; booked, never announced. */
export type StatementLine = {
  /** Where it begins in the file, from 1. */
  position: number
  /** YYYY-MM-DD: the day the bank booked it, and the day from which the money counts. */
  booked_on: string
  value_date: string
  /** Major units, plain decimal text; above zero came in, below zero went out; never zero. */
  amount: Amount
  /** Null where the file doesn't say. */
  currency_code: string | null
  /** Who paid, or was paid. */
  counterparty: string | null
  /** What they wrote. */
  label: string
  /** Whatever else may hold a reference. */
  remarks: string[]
  /** The bank's own reference of the line, which makes it the same line in another file. */
  bank_reference: string | null
}

export type StatementItem = { account: StatedAccount } | { line: StatementLine }

/** Where in the file something is, both from 1. */
export type Place = { line: number; column?: number | string }

/** What the readers refuse a file with: where, and what was expected there. */
export function unreadable(place: Place, reason: string): MedusaError {
  const column = place.column === undefined ? "" : `, column ${place.column}`
  return new MedusaError(
    MedusaError.Types.INVALID_DATA,
    `line ${place.line}${column}: ${reason}. Nothing was imported.`
  )
}

/** A day of three numbers. @throws INVALID_DATA when there is no such day. */
export function statedDay(
  [year, month, day]: [string, string, string],
  written: string,
  place: Place
): string {
  const iso = `${year.length === 2 ? `20${year}` : year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`
  const date = new Date(`${iso}T00:00:00Z`)
  // A day that the month hasn't got rolls over into the next.
  const exists = !Number.isNaN(date.getTime()) && date.toISOString().startsWith(iso)
  if (!exists || iso < EARLIEST_DAY) {
    throw unreadable(place, `there is no such day: "${shown(written)}"`)
  }
  return iso
}

const PLAIN = /^[+-]?\d+(\.\d+)?$/
/** Of any currency. The statement's own currency is checked when the line is written. */
const MOST_DIGITS = 6

/** Decimal text with a point. Null for zero, which moves no money. @throws INVALID_DATA when it isn't an amount. */
export function statedAmount(plain: string, written: string, place: Place): Amount | null {
  if (!PLAIN.test(plain)) {
    throw unreadable(place, `expected an amount, as 12.40, and found "${shown(written)}"`)
  }
  if (isZero(plain)) return null
  try {
    return exactAmount(plain, MOST_DIGITS)
  } catch (error) {
    if (error instanceof MedusaError) throw unreadable(place, error.message)
    throw error
  }
}

/** What was found, as far as it fits in a message. */
export const shown = (text: string): string => (text.length > 40 ? `${text.slice(0, 40)}…` : text)

const LONGEST_TEXT = 1000

/** One line of text that the database can hold: no control characters, and no half of a character. */
export const plainText = (text: string | undefined): string =>
  (text ?? "")
    .replace(/[\s\p{Cc}]+/gu, " ")
    .trim()
    .slice(0, LONGEST_TEXT)
    .replace(/\p{Surrogate}/gu, "")
