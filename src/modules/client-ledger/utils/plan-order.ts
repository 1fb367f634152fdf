import type { AccountHolder, Amount, EntryType, Posting, ReceiptMethod } from "../types"
import type { Standing } from "../sql/entries"
import type { NewReceipt } from "../sql/receipts"
import { dayOf } from "./dates"
import { addAmounts, isNegative, isZero, largest, negate, subtractAmounts } from "./money"

/** Money that moved on an order: one capture or refund row of Medusa's. */
export type OrderMovement = {
  source_type: "capture" | "refund"
  source_id: string
  type: EntryType
  /** Signed: what a client paid is above zero, what was given back below. */
  amount: Amount
  method: ReceiptMethod
  provider_id: string
  reference: string | null
  value_date: string
  actor_id: string | null
  /** Why money was given back. */
  note?: string | null
}

/** What should stand in the ledger for an order. */
export type OrderTarget = {
  order_id: string
  display_id: number | null
  currency_code: string
  /** Null when the order has no customer: then nothing is posted. */
  holder: AccountHolder | null
  /** What the order costs the client, zero or more. */
  owed: Amount
  promise_provider_id: string | null
  ordered_at: string | null
  due_on: string | null
  /** What the lines cost that are asked to be returned and haven't come back: zero or more, still in `owed`. */
  requested_returns: Amount
  /** Something of it is still to be handed over. */
  awaits_pickup: boolean
  /** How it is picked up: Medusa's shipping option. */
  shipping_option_id: string | null
  /** What of it the client chose to pay from his balance: zero or more, in `owed` too. */
  account_credit: Amount
  /** What was set aside of the balance for it. */
  hold_ids: string[]
  movements: OrderMovement[]
}

export type OrderPlan = {
  postings: Posting[]
  /** Receipts to write, for the movements that have none. */
  receipts: NewReceipt[]
  /** Receipts whose row has vanished from Medusa. */
  vanished: string[]
}

/** What money was for; without an order, it was paid onto the account. */
type Subject = Pick<OrderTarget, "currency_code" | "ordered_at"> & { order_id: string | null }

type Wanted = {
  source_type: string
  source_id: string
  type: EntryType
  amount: Amount
  movement?: OrderMovement
}

/**
 * The difference between what stands in the ledger for an order and what should: applied once it leaves
 * nothing to do, so that events may come twice, late, out of order or never.
 * @param standings per account and source, over all accounts: an order that changed customer leaves one behind.
 */
export function planOrder(
  target: OrderTarget,
  accountId: string,
  standings: Standing[]
): OrderPlan {
  return planSources(
    target,
    [debitOf(target), ...target.movements.map(creditOf)],
    accountId,
    standings
  )
}

/** The same for money that came or went without an order. */
export function planMovements(
  subject: Subject,
  movements: OrderMovement[],
  accountId: string,
  standings: Standing[]
): OrderPlan {
  return planSources(subject, movements.map(creditOf), accountId, standings)
}

function planSources(
  subject: Subject,
  wants: Wanted[],
  accountId: string,
  standings: Standing[]
): OrderPlan {
  const plan: OrderPlan = { postings: [], receipts: [], vanished: [] }
  const wanted = new Map(wants.map((want) => [sourceKey(want), want]))
  const stands = new Map<string, Standing[]>()
  for (const standing of standings) {
    stands.set(sourceKey(standing), [...(stands.get(sourceKey(standing)) ?? []), standing])
  }
  for (const key of new Set([...wanted.keys(), ...stands.keys()])) {
    planSource(plan, subject, accountId, wanted.get(key), stands.get(key) ?? [])
  }
  return plan
}

function planSource(
  plan: OrderPlan,
  subject: Subject,
  accountId: string,
  want: Wanted | undefined,
  standings: Standing[]
) {
  const first = standings[0]
  const source = want ?? first
  // A receipt that a person reversed stays reversed, whatever Medusa's row says.
  if (!source || first?.receipt_reversed) return
  let sequence = first?.next_seq ?? 0
  const post = (account: string, amount: Amount) => {
    if (isZero(amount)) return
    plan.postings.push({
      account_id: account,
      amount,
      type: source.type,
      source_type: source.source_type,
      source_id: source.source_id,
      source_seq: sequence++,
      order_id: subject.order_id,
      receipt_id: first?.receipt_id ?? null,
      value_date: want?.movement?.value_date ?? (first ? undefined : dayOrdered(subject)),
      actor_id: want?.movement?.actor_id ?? null,
      note: want?.movement?.note ?? null,
    })
  }
  // Out of the accounts where it no longer belongs, then into the one where it does.
  for (const standing of standings) {
    if (standing.account_id !== accountId) post(standing.account_id, negate(standing.amount))
  }
  const here = standings.find((standing) => standing.account_id === accountId)?.amount ?? "0"
  post(accountId, subtractAmounts(want?.amount ?? "0", here))

  if (!first && want?.movement && !isZero(want.amount)) {
    plan.receipts.push(receiptOf(subject, accountId, want.movement))
  }
  if (!want && first?.receipt_id) plan.vanished.push(first.receipt_id)
}

/** What an entry is about, as one word: entries of one source follow each other. */
export const sourceKey = (source: { source_type: string; source_id: string }): string =>
  `${source.source_type} ${source.source_id}`

const debitOf = (target: OrderTarget): Wanted => ({
  source_type: "order",
  source_id: target.order_id,
  type: "order",
  amount: negate(target.owed),
})

/** An order is owed from the day it was placed, however late it is posted; what changes it later has its own day. */
const dayOrdered = ({ ordered_at }: Subject): string | undefined =>
  ordered_at ? dayOf(new Date(ordered_at)) : undefined

const creditOf = (movement: OrderMovement): Wanted => ({ ...movement, movement })

function receiptOf(subject: Subject, accountId: string, movement: OrderMovement): NewReceipt {
  const out = isNegative(movement.amount)
  return {
    account_id: accountId,
    currency_code: subject.currency_code,
    direction: out ? "out" : "in",
    amount: out ? negate(movement.amount) : movement.amount,
    method: movement.method,
    provider_id: movement.provider_id,
    reference: movement.reference,
    value_date: movement.value_date,
    order_id: subject.order_id,
    source_type: movement.source_type,
    source_id: movement.source_id,
    actor_id: movement.actor_id,
    note: movement.note,
  }
}

/** What is owed on an order and not received, never below zero. */
export const openAmount = (owed: Amount, paid: Amount): Amount =>
  largest(subtractAmounts(owed, paid), "0")

/**
 * Amounts rounded so that their running sum is, not each: three captures of 11.372 are 11.37, 11.37 and 11.38.
 */
export function roundRunningSum(rounded: (sum: Amount) => Amount, values: Amount[]): Amount[] {
  let sum: Amount = "0"
  let posted: Amount = "0"
  return values.map((value) => {
    sum = addAmounts(sum, value)
    const step = subtractAmounts(rounded(sum), posted)
    posted = addAmounts(posted, step)
    return step
  })
}
