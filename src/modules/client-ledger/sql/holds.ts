import type { BigNumberInput } from "@medusajs/framework/types"
import { generateEntityId, MedusaError } from "@medusajs/framework/utils"
import type { Amount, Timestamp } from "../types"
import { exactAmountOrZero, isPositive, largest, smallest, subtractAmounts } from "../utils/money"
import { ACCOUNTS, retrieveAccount } from "./accounts"
import type { Sql } from "./runner"

/** How long a cart that nobody touches keeps money aside; each change of it, and its completion, begins anew. */
export const HOLD_MINUTES = 60

export type HoldDTO = {
  id: string
  account_id: string
  cart_id: string
  /** Above zero, in the account's currency. */
  amount: Amount
  status: "held" | "spent" | "released"
  order_id: string | null
  expires_at: Timestamp
}

const HOLD_COLUMNS = `id, account_id, cart_id, trim_scale(amount)::text as amount, status, order_id, expires_at`

/** What is set aside for a cart, even when its time is over. */
export async function findHold(sql: Sql, cartId: string): Promise<HoldDTO | null> {
  const [hold] = await sql<HoldDTO>(
    `select ${HOLD_COLUMNS} from client_hold where cart_id = ? and status = 'held'`,
    [cartId]
  )
  return hold ?? null
}

/** What of a balance is neither owed nor set aside for other carts, never below zero. */
export async function availableCredit(
  sql: Sql,
  accountId: string,
  cartId: string | null
): Promise<Amount> {
  const [row] = await sql<{ available: Amount }>(
    `select trim_scale(a.balance - coalesce((select sum(h.amount) from client_hold h
       where h.account_id = a.id and h.status = 'held' and h.expires_at > clock_timestamp()
         and h.cart_id is distinct from ?), 0))::text as available
     from ${ACCOUNTS} where a.id = ?`,
    [cartId, accountId]
  )
  return largest(row?.available ?? "0", "0")
}

export type HoldInput = {
  account_id: string
  cart_id: string
  /** What the client asks for; null for as much as there is, up to `most`. */
  amount: BigNumberInput | null
  /** What the cart costs: no more than that is set aside. */
  most: Amount
  /** Less is set aside when there isn't as much as asked for, where it would be refused otherwise. */
  or_less?: boolean
}

/**
 * Sets part of a balance aside for a cart, in place of what was. The account is locked, so that two carts never get the
 * same money.
 * @returns null when nothing is set aside.
 * @throws NOT_FOUND the account, INVALID_DATA an amount below zero, too fine, or more than there is.
 */
export async function holdCredit(sql: Sql, input: HoldInput): Promise<HoldDTO | null> {
  const account = await retrieveAccount(sql, input.account_id, true)
  const available = await availableCredit(sql, account.id, input.cart_id)
  const largestHold = smallest(input.most, available)
  const asked =
    input.amount === null ? largestHold : exactAmountOrZero(input.amount, account.decimal_digits)
  const excess = isPositive(subtractAmounts(asked, largestHold))
  if (excess && !input.or_less) {
    refuse(
      isPositive(subtractAmounts(asked, available))
        ? `there is ${available} ${account.currency_code.toUpperCase()} in reserve`
        : `the cart costs ${input.most} ${account.currency_code.toUpperCase()}`
    )
  }
  const amount = excess ? largestHold : asked
  if (!isPositive(amount)) {
    await releaseHold(sql, input.cart_id)
    return null
  }
  const [hold] = await sql<HoldDTO>(
    `insert into client_hold (id, account_id, cart_id, amount, expires_at)
     values (?, ?, ?, ?, clock_timestamp() + make_interval(mins => ?))
     on conflict (cart_id) where status = 'held' do update set account_id = excluded.account_id,
       amount = excluded.amount, expires_at = excluded.expires_at, updated_at = clock_timestamp()
     returning ${HOLD_COLUMNS}`,
    [generateEntityId(undefined, "clhld"), account.id, input.cart_id, amount, HOLD_MINUTES]
  )
  return hold!
}

function refuse(rule: string): never {
  throw new MedusaError(MedusaError.Types.INVALID_DATA, `amount: ${rule}`)
}

export async function releaseHold(sql: Sql, cartId: string): Promise<void> {
  await sql(
    `update client_hold set status = 'released', updated_at = clock_timestamp() where cart_id = ? and status = 'held'`,
    [cartId]
  )
}

/** With the order's debit, in the same transaction: what was set aside is spent. */
export async function spendHolds(sql: Sql, ids: string[], orderId: string): Promise<void> {
  if (!ids.length) return
  await sql(
    `update client_hold set status = 'spent', order_id = ?, updated_at = clock_timestamp()
     where id = any(?) and status = 'held'`,
    [orderId, ids]
  )
}

export type UncoveredOrder = { order_id: string; chosen: Amount; covered: Amount }

/** Orders still owed of which the balance settles less than the client chose when he placed them. */
export async function uncoveredOrders(sql: Sql): Promise<UncoveredOrder[]> {
  return sql(
    `select o.id as order_id, trim_scale(least(h.amount, o.owed))::text as chosen,
       trim_scale(o.account_credit)::text as covered
     from client_hold h join client_order o on o.id = h.order_id
     where h.status = 'spent' and o.owed > o.paid and least(h.amount, o.owed) > o.account_credit
     order by o.id`
  )
}
