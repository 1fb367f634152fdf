import type { AdminCounterClient, AdminCounterOrder } from "../../types/http"
import { subtract, sum } from "./amount"

/** What a client pays now: which of the orders, and whether what is owed from before. */
export type Selection = { orderIds: string[]; withOldDebt: boolean }

/** What the client came for, and what is late. */
export const likelySelection = ({ orders }: AdminCounterClient): Selection => ({
  orderIds: orders
    .filter((order) => order.is_asked || order.is_overdue)
    .map(({ order_id }) => order_id),
  withOldDebt: true,
})

export type Collection = {
  /** To ask of the client: zero or more. */
  amount: number
  /** What the account holds and takes off: zero or more. */
  held: number
}

/** What is open on an order, less what is to come back. Below zero for a paid one that comes back. */
export const openOf = (order: AdminCounterOrder, digits: number): number =>
  subtract(order.open, order.requested_returns, digits)

/** What to collect for a selection: never more than the whole debt, as the server counts it. */
export const collectionOf = (
  client: AdminCounterClient,
  { orderIds, withOldDebt }: Selection,
  digits: number
): Collection => {
  const chosen = client.orders.filter(({ order_id }) => orderIds.includes(order_id))
  const asked = sum(
    [...chosen.map((order) => openOf(order, digits)), withOldDebt ? client.old_debt : 0],
    digits
  )
  const amount = Math.max(0, Math.min(asked, -client.balance))
  return { amount, held: Math.max(0, subtract(asked, amount, digits)) }
}

/** What a key of the pad makes of the text: more than the currency's digits are not taken. */
export const pressKey = (
  text: string,
  key: string,
  { digits, separator }: { digits: number; separator: string }
): string => {
  if (key === separator)
    return digits === 0 || text.includes(separator) ? text : `${text || "0"}${key}`
  const decimals = text.split(separator)[1]
  if (decimals !== undefined && decimals.length >= digits) return text
  return text === "0" ? key : text + key
}
