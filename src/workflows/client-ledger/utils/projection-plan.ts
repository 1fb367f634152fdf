import type { OrderAllocation } from "../../../modules/client-ledger/sql/allocations"
import type { ReversedCapture } from "../../../modules/client-ledger/sql/orders"
import type { Amount, OnSiteMethod } from "../../../modules/client-ledger/types"
import {
  addAmounts,
  isPositive,
  negate,
  sameAmount,
  smallest,
  subtractAmounts,
} from "../../../modules/client-ledger/utils/money"
import { onSiteMethodOf } from "../../../modules/client-ledger/utils/providers"
import { isProjected, type MoneyRow, type OrderFacts, type PaymentFacts } from "./order-facts"
import { openOf } from "./order-target"
import { planUndos } from "./undo-plan"

/** Rows to write in Medusa; each bears what it is for, so that it is written once. */
export type ProjectionPlan = {
  /** `payment_id` is a promise by that method of just that amount, or null: then a payment of its own is made. */
  captures: {
    allocation_id: string
    amount: Amount
    method: OnSiteMethod
    payment_id: string | null
  }[]
  /** What is no longer settled so: `for_id` is the allocation, or the reversed receipt. */
  refunds: { payment_id: string; for_id: string; amount: Amount }[]
  /** Of captures and refunds of ours that the order doesn't count yet. Signed. */
  transactions: { reference: "capture" | "refund"; reference_id: string; amount: Amount }[]
}

/**
 * What makes Medusa show on an order what settles it: what is allocated and not captured is captured, what is captured
 * and not allocated any more is given back, on payments of on-site providers only: a card's waiting authorization is
 * never captured because cash came.
 * @param allocations what settles the order; captures made on the order itself are left out, Medusa shows them.
 * @param reversed captures made on the order whose receipt was reversed since.
 * @returns null when Medusa shows it already.
 */
export function planProjection(
  order: Pick<OrderFacts, "payment_collections" | "transactions">,
  allocations: OrderAllocation[],
  reversed: ReversedCapture[],
  onlineProviders: readonly string[]
): ProjectionPlan | null {
  const payments = order.payment_collections
    .flatMap((collection) => collection.payments)
    .filter((payment) => onSiteMethodOf(payment.provider_id, onlineProviders))
  const plan: ProjectionPlan = {
    captures: [],
    refunds: planUndos(payments, reversed),
    transactions: missingTransactions(order, payments, reversed),
  }
  const wanted = new Map(
    allocations
      .filter(({ is_own_capture }) => !is_own_capture)
      .map((allocation) => [allocation.id, allocation])
  )
  const shown = payments.flatMap((payment) =>
    allocationsOn(payment).map((id) => ({ id, payment, amount: shownOn(payment, id) }))
  )
  for (const id of new Set([...wanted.keys(), ...shown.map((row) => row.id)])) {
    const rows = shown.filter((row) => row.id === id && isPositive(row.amount))
    const amount = wanted.get(id)?.amount ?? "0"
    const kept = giveBackExcess(plan, rows, amount)
    const lacking = subtractAmounts(amount, kept)
    if (!isPositive(lacking)) continue
    const method = shownMethod(wanted.get(id)!)
    plan.captures.push({ allocation_id: id, amount: lacking, method, payment_id: null })
  }
  useOpenPromises(plan, payments, onlineProviders)
  return plan.captures.length || plan.refunds.length || plan.transactions.length ? plan : null
}

/** Money that came another way is shown as "on-site, to be specified". */
const shownMethod = ({ method }: OrderAllocation): OnSiteMethod =>
  method === null || method === "online" ? "on_site" : method

const sumOf = (rows: MoneyRow[]) => addAmounts(...rows.map((row) => row.raw_amount))

const allocationsOn = (payment: PaymentFacts): string[] => [
  ...new Set(payment.captures.filter(isProjected).map((row) => row.created_by!)),
]

/** What is left of an allocation's captures on a payment: a person's Refund button takes from them too. */
function shownOn(payment: PaymentFacts, allocationId: string): Amount {
  const own = (rows: MoneyRow[]) => rows.filter((row) => row.created_by === allocationId)
  return smallest(
    subtractAmounts(sumOf(own(payment.captures)), sumOf(own(payment.refunds))),
    subtractAmounts(sumOf(payment.captures), sumOf(payment.refunds))
  )
}

/**
 * The newest payments give back first, and whole: a collection that is given back in part shows as "partly refunded"
 * for ever, though no money moved; one that is given back whole is taken off the order.
 * @returns what stays shown.
 */
function giveBackExcess(
  plan: ProjectionPlan,
  rows: { id: string; payment: PaymentFacts; amount: Amount }[],
  wanted: Amount
): Amount {
  let kept = addAmounts(...rows.map((row) => row.amount))
  for (const { id, payment, amount } of [...rows].reverse()) {
    if (!isPositive(subtractAmounts(kept, wanted))) break
    plan.refunds.push({ payment_id: payment.id, for_id: id, amount })
    kept = subtractAmounts(kept, amount)
  }
  return kept
}

/** A promise by the same method that is just for it is captured: Medusa then shows one payment, paid. */
function useOpenPromises(
  plan: ProjectionPlan,
  payments: PaymentFacts[],
  onlineProviders: readonly string[]
): void {
  const promises = payments.filter(
    (payment) => isPositive(openOf(payment)) && !payment.captures.length
  )
  for (const capture of plan.captures) {
    const at = promises.findIndex(
      (payment) =>
        onSiteMethodOf(payment.provider_id, onlineProviders) === capture.method &&
        sameAmount(openOf(payment), capture.amount)
    )
    if (at >= 0) capture.payment_id = promises.splice(at, 1)[0]!.id
  }
}

/** A process that died after a capture or a refund left the order without its transaction. */
function missingTransactions(
  order: Pick<OrderFacts, "transactions">,
  payments: PaymentFacts[],
  reversed: ReversedCapture[]
): ProjectionPlan["transactions"] {
  const counted = new Set(order.transactions.map(({ reference_id }) => reference_id))
  const receiptIds = new Set(reversed.map(({ receipt_id }) => receipt_id))
  const isOurs = (row: MoneyRow) => isProjected(row) || receiptIds.has(row.created_by ?? "")
  const missing = (rows: MoneyRow[]) => rows.filter((row) => isOurs(row) && !counted.has(row.id))
  return payments.flatMap((payment) => [
    ...missing(payment.captures).map((row) => ({
      reference: "capture" as const,
      reference_id: row.id,
      amount: addAmounts(row.raw_amount),
    })),
    ...missing(payment.refunds).map((row) => ({
      reference: "refund" as const,
      reference_id: row.id,
      amount: negate(row.raw_amount),
    })),
  ])
}
