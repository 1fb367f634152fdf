import { MedusaError } from "@medusajs/framework/utils"
import type { AccountHolder, Amount } from "../types"
import { refuseFuture } from "./dates"
import { holderOf } from "./holder"
import { currencyDigits, exactAmount, isZero } from "./money"
import type { WrittenBalance } from "./opening-balances-csv"
import { readAmount, readDay } from "./written-values"

/** A line of the file, checked: who it is about, how much, or what is wrong with it. */
export type OpeningBalance = {
  line: number
  /** As the file names him. */
  customer: string
  holder: AccountHolder | null
  currency_code: string | null
  amount: Amount | null
  note: string
  value_date?: string
  error: string | null
}

export type CustomerMatch = {
  id: string
  email: string | null
  has_account: boolean
  first_name: string | null
  last_name: string | null
  company_name: string | null
}

const DEFAULT_NOTE = "Opening balance"
const ZERO_NOTE = "The balance is zero: nothing to record"

/**
 * Checks each line against the shop's customers.
 * @param defaultCurrency of the lines that name none.
 */
export function checkBalances(
  written: WrittenBalance[],
  customers: CustomerMatch[],
  defaultCurrency: string | null
): OpeningBalance[] {
  const directory = directoryOf(customers)
  const firstLine = new Map<string, number>()
  return written.map((row) => {
    const balance = checkBalance(row, directory, defaultCurrency)
    if (balance.error || !balance.holder) return balance
    const key = `${balance.holder.customer_id} ${balance.currency_code}`
    const earlier = firstLine.get(key)
    if (earlier) return { ...balance, error: `the same client is on line ${earlier} already` }
    firstLine.set(key, row.line)
    return balance
  })
}

function checkBalance(
  row: WrittenBalance,
  directory: Directory,
  defaultCurrency: string | null
): OpeningBalance {
  const currency = (row.currency_code || defaultCurrency)?.toLowerCase() ?? null
  const balance: OpeningBalance = {
    line: row.line,
    customer: row.email || row.customer_id,
    holder: null,
    currency_code: currency,
    amount: null,
    note: row.note || DEFAULT_NOTE,
    error: null,
  }
  try {
    const customer = findCustomer(row, directory)
    if (!currency) throw wrong("currency_code: say which currency")
    balance.holder = { ...holderOf(customer), currency_code: currency }
    balance.amount = amountOf(row.amount, currencyDigits(currency))
    if (isZero(balance.amount)) balance.note = ZERO_NOTE
    if (row.value_date) balance.value_date = dayOf(row.value_date)
  } catch (error) {
    if (!(error instanceof MedusaError)) throw error
    balance.error = error.message
  }
  return balance
}

/** The customers by their id and by their e-mail. */
type Directory = Map<string, CustomerMatch[]>

function directoryOf(customers: CustomerMatch[]): Directory {
  const directory: Directory = new Map()
  for (const customer of customers) {
    directory.set(customer.id, [customer])
    if (!customer.email) continue
    const email = customer.email.toLowerCase()
    directory.set(email, [...(directory.get(email) ?? []), customer])
  }
  return directory
}

function findCustomer(row: WrittenBalance, directory: Directory): CustomerMatch {
  const name = row.customer_id || row.email.toLowerCase()
  if (!name) throw wrong("no client: give an e-mail or a customer_id")
  const matches = directory.get(name) ?? []
  // A guest who registered later has two customers: the registered one is he.
  const registered = matches.filter((customer) => customer.has_account)
  const [match, ...others] = registered.length ? registered : matches
  if (!match) throw wrong("unknown customer")
  if (others.length) throw wrong("several customers have this e-mail: give the customer_id")
  return match
}

function amountOf(written: string, digits: number): Amount {
  const amount = readAmount(written)
  if (amount === null) throw wrong(`amount: "${written}" is not an amount`)
  return isZero(amount) ? "0" : exactAmount(amount, digits)
}

function dayOf(written: string): string {
  const day = readDay(written)
  if (!day) throw wrong(`value_date: "${written}" is not a date`)
  refuseFuture(day, "value_date")
  return day
}

const wrong = (reason: string) => new MedusaError(MedusaError.Types.INVALID_DATA, reason)
