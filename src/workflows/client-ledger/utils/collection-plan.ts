import type { ReversedCapture } from "../../../modules/client-ledger/sql/orders"
import type { Amount } from "../../../modules/client-ledger/types"
import {
  addAmounts,
  currencyDigits,
  isPositive,
  isZero,
  largest,
  roundAmount,
  sameAmount,
  subtractAmounts,
} from "../../../modules/client-ledger/utils/money"
import { openAmount } from "../../../modules/client-ledger/utils/plan-order"
import { onSiteMethodOf } from "../../../modules/client-ledger/utils/providers"
import {
  isProjected,
  type CollectionFacts,
  type MoneyRow,
  type OrderFacts,
  type PaymentFacts,
} from "./order-facts"
import { openOf } from "./order-target"

/** Medusa works an order's payment status out from its collections: what each is for, and what was captured on it. */
export type CollectionPlan = {
  /** Nothing was ever paid on them, and nothing will be. */
  cancel_ids: string[]
  /** All that was shown as paid on them was taken back: they say nothing of the order any more. */
  dismiss_ids: string[]
  amounts: { id: string; amount: Amount }[]
  /** Captured by us in a process that died before Medusa had counted it. */
  recounts: { payment_id: string; captured_at: string | Date | null }[]
  /**
   * For what is open and neither promised nor asked for: Medusa's "Mark as paid" needs a collection. Of an order that is
   * paid whole from the balance one of zero, without which Medusa says that it isn't paid.
   */
  create: Amount | null
}

type Settled = { owed: Amount; paid: Amount; account_credit: Amount }

/**
 * What makes the order's collections add up to what it owes: what is captured, what is promised, and one for the rest.
 * Those of online providers are left as they are.
 * @param record what the order owes, what of it is settled, and what of that the order's credit lines show.
 * @param reversed captures made on the order whose receipt was reversed since.
 * @returns null when they do already.
 */
export function planCollections(
  order: Pick<OrderFacts, "currency_code" | "payment_collections">,
  record: Settled,
  reversed: ReversedCapture[],
  onlineProviders: readonly string[]
): CollectionPlan | null {
  const digits = currencyDigits(order.currency_code)
  const isOnSite = (payment: PaymentFacts) =>
    Boolean(onSiteMethodOf(payment.provider_id, onlineProviders))
  const plan: CollectionPlan = {
    cancel_ids: [],
    dismiss_ids: [],
    amounts: [],
    recounts: [],
    create: null,
  }
  const active = order.payment_collections.filter(({ status }) => status !== "canceled")
  for (const collection of active) {
    const { payments } = collection
    if (!payments.length || !payments.every(isOnSite)) continue
    if (isPositive(roundAmount(promisedOn(payments), digits))) continue
    const captured = sumOf(payments.flatMap((payment) => payment.captures))
    plan.recounts.push(...uncounted(collection))
    if (!isPositive(captured)) plan.cancel_ids.push(collection.id)
    else if (isTakenBack(payments, reversed)) plan.dismiss_ids.push(collection.id)
    else if (isPositive(subtractAmounts(collection.raw_amount, captured))) {
      plan.amounts.push({ id: collection.id, amount: captured })
    }
  }
  const asking = active.filter(isAsking)
  if (isPaidFromBalance(active, record)) askForNothing(plan, asking, active.length)
  else askForTheRest(plan, asking, restOf(active, record, digits), digits)
  const { create, ...lists } = plan
  return create !== null || Object.values(lists).some((list) => list.length) ? plan : null
}

function uncounted({ payments, ...collection }: CollectionFacts): CollectionPlan["recounts"] {
  const isCounted =
    sameAmount(
      collection.raw_captured_amount ?? 0,
      sumOf(payments.flatMap(({ captures }) => captures))
    ) &&
    sameAmount(
      collection.raw_refunded_amount ?? 0,
      sumOf(payments.flatMap(({ refunds }) => refunds))
    )
  return payments
    .filter((payment) => payment.captures.some(isProjected) && !isPositive(openOf(payment)))
    .filter((payment) => !isCounted || !payment.captured_at)
    .map(({ id, captured_at }) => ({ payment_id: id, captured_at }))
}

const sumOf = (rows: MoneyRow[]) => addAmounts(...rows.map((row) => row.raw_amount))

const promisedOn = (payments: PaymentFacts[]): Amount => addAmounts(...payments.map(openOf))

/** By a refund row of ours: what a person refunded stays to be seen. */
function isTakenBack(payments: PaymentFacts[], reversed: ReversedCapture[]): boolean {
  const refunds = payments.flatMap((payment) => payment.refunds)
  const captured = sumOf(payments.flatMap((payment) => payment.captures))
  const receiptIds = reversed.map(({ receipt_id }) => receipt_id)
  const isOurs = (row: MoneyRow) => isProjected(row) || receiptIds.includes(row.created_by ?? "")
  return sameAmount(captured, sumOf(refunds)) && refunds.every(isOurs)
}

/** What is owed, neither settled nor promised. */
function restOf(active: CollectionFacts[], record: Settled, digits: number): Amount {
  const promised = active.map(({ payments }) => promisedOn(payments))
  const open = openAmount(record.owed, record.paid)
  return largest(roundAmount(subtractAmounts(open, ...promised), digits), "0")
}

const isAsking = ({ status, payments }: CollectionFacts) =>
  ["not_paid", "awaiting"].includes(status) && !payments.length

/** Whole, so that nothing was ever paid or promised on it another way. */
const isPaidFromBalance = (active: CollectionFacts[], { owed, account_credit }: Settled) =>
  isPositive(account_credit) &&
  !isPositive(subtractAmounts(owed, account_credit)) &&
  active.every(isAsking)

function askForNothing(plan: CollectionPlan, asking: CollectionFacts[], active: number) {
  if (!active) plan.create = "0"
  plan.amounts.push(
    ...asking.filter(({ raw_amount }) => !isZero(raw_amount)).map(({ id }) => ({ id, amount: "0" }))
  )
}

function askForTheRest(
  plan: CollectionPlan,
  [first, ...others]: CollectionFacts[],
  rest: Amount,
  digits: number
) {
  // One that awaits is a payment that a client has begun.
  const superfluous = isPositive(rest) ? others : first ? [first, ...others] : []
  plan.cancel_ids.push(
    ...superfluous.filter(({ status }) => status === "not_paid").map(({ id }) => id)
  )
  if (!isPositive(rest)) return
  if (!first) plan.create = rest
  else if (!sameAmount(roundAmount(first.raw_amount, digits), rest)) {
    plan.amounts.push({ id: first.id, amount: rest })
  }
}
