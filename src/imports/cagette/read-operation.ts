import { EARLIEST_DAY } from "../../modules/client-ledger/utils/dates"
import type { ForeignOperation, LeftOut, OperationKind } from "../foreign-ledger"
import { millionthsOf } from "../millionths"
import type { CagetteKind, OperationRow } from "./entities"

/** Cagette's `OperationType`, in its order. */
const KINDS: OperationKind[] = ["order", "subscription", "payment", "membership"]

/** Payment types that Cagette, CAMAP and their forks have written. */
const METHODS = new Set([
  ...["cash", "check", "transfer", "card-terminal", "onthespot", "moneypot"],
  ...["mangopay-ec", "mangopay-mp", "stripe", "June"],
])

/** A promise whose method is said at pickup. */
const ON_THE_SPOT = "onthespot"

/** CAMAP counts only what belongs to a subscription that began after this year: `PaymentService`. */
const CAMAP_LAST_YEAR_LEFT_OUT = 2022

/** An operation as the import understands it. */
export function readOperation(row: OperationRow, kind: CagetteKind): ForeignOperation {
  const operation = KINDS[row.type] ?? "other"
  const method = operation === "payment" ? methodOf(row.payload) : null
  const isPromise = operation === "payment" && Boolean(row.pending)
  return {
    id: String(row.id),
    member_id: String(row.userId),
    label: plainText(row.name),
    amount: millionthsOf(row.amount ?? 0),
    day: dayOf(row.date),
    kind: operation,
    method,
    is_promise: isPromise,
    left_out: kind === "camap" ? leftOutByCamap(row) : leftOutByCagette(isPromise, method),
    is_unreadable: operation === "other" || (operation === "payment" && !method),
  }
}

/** Cagette's balance: all but payments that nobody has confirmed. */
const leftOutByCagette = (isPromise: boolean, method: string | null): LeftOut | null =>
  isPromise ? promiseOf(method) : null

export const promiseOf = (method: string | null): LeftOut =>
  method === ON_THE_SPOT ? "pending_on_site" : "pending_payment"

/** CAMAP's balance: whatever belongs to a subscription of the last years, confirmed or not. */
function leftOutByCamap({ subscription }: OperationRow): LeftOut | null {
  if (!subscription) return "no_subscription"
  const year = Number(subscription.startDate?.slice(0, 4))
  return year > CAMAP_LAST_YEAR_LEFT_OUT ? null : "year_filter"
}

/** The payment's type out of its JSON, e.g. `{"type":"check"}`; null for what can't be read or isn't known. */
function methodOf(payload: string | null): string | null {
  try {
    const { type } = JSON.parse(payload ?? "null") as { type?: unknown }
    return typeof type === "string" && METHODS.has(type) ? type : null
  } catch {
    return null
  }
}

/** PostgreSQL knows no NUL character. */
const plainText = (text: string | null) => text?.replaceAll("\0", "").trim() ?? ""

/** MySQL's zero date is no day. */
const dayOf = (date: string) =>
  date.slice(0, 10) < EARLIEST_DAY ? EARLIEST_DAY : date.slice(0, 10)
