import type { Amount } from "../../../modules/client-ledger/types"
import {
  addAmounts,
  currencyDigits,
  isPositive,
  largest,
  roundAmount,
  subtractAmounts,
} from "../../../modules/client-ledger/utils/money"
import { dayOf } from "../../../modules/client-ledger/utils/dates"
import type { OrderTarget } from "../../../modules/client-ledger/utils/plan-order"
import { customerName } from "../../../modules/client-ledger/utils/holder"
import { onSiteMethodOf } from "../../../modules/client-ledger/utils/providers"
import {
  isAccountCredit,
  isProjected,
  type MoneyRow,
  type OrderFacts,
  type PaymentFacts,
} from "./order-facts"
import { compareRows, moneyMovements } from "./money-movements"

export type LedgerRules = {
  enabled: boolean
  ledger_starts_at: string | Date
  due_days: number
  online_providers: readonly string[]
}

export type NotInLedger = "ledger_off" | "draft" | "before_start"

/** Why the ledger leaves an order alone, or null when it holds it. */
export function reasonNotInLedger(
  order: Pick<OrderFacts, "is_draft_order" | "status" | "created_at">,
  rules: LedgerRules
): NotInLedger | null {
  if (!rules.enabled) return "ledger_off"
  if (order.is_draft_order || order.status === "draft") return "draft"
  if (new Date(order.created_at) < new Date(rules.ledger_starts_at)) return "before_start"
  return null
}

/** What should stand in the ledger for an order that it holds. */
export function orderTarget(order: OrderFacts, rules: LedgerRules): OrderTarget {
  const digits = currencyDigits(order.currency_code)
  const round = (amount: Amount) => roundAmount(amount, digits)
  const payments = order.payment_collections.flatMap((collection) => collection.payments)
  const ownLines = order.credit_lines.filter(isAccountCredit)
  const credited = addAmounts(...ownLines.map((line) => line.raw_amount))
  return {
    order_id: order.id,
    display_id: order.display_id,
    currency_code: order.currency_code,
    holder: order.customer_id
      ? {
          customer_id: order.customer_id,
          currency_code: order.currency_code,
          customer_name: order.customer && customerName(order.customer),
          customer_email: order.customer?.email ?? null,
        }
      : null,
    owed: order.status === "canceled" ? "0" : round(addAmounts(order.raw_total, credited)),
    promise_provider_id: promisedProvider(payments, rules.online_providers),
    ordered_at: new Date(order.created_at).toISOString(),
    due_on: dueOn(order, rules.due_days),
    requested_returns: roundAmount(
      addAmounts(...order.items.map((item) => item.raw_return_requested_total)),
      digits
    ),
    awaits_pickup: awaitsPickup(order),
    shipping_option_id: order.shipping_methods[0]?.shipping_option_id ?? null,
    account_credit: largest(round(credited), "0"),
    hold_ids: [...new Set(ownLines.map((line) => line.reference_id!))],
    movements: moneyMovements(payments, order.currency_code, rules.online_providers),
  }
}

/** What Medusa counts as paid on an order: captures less refunds, whoever took them. */
export function paidInMedusa(
  order: Pick<OrderFacts, "currency_code" | "payment_collections">
): Amount {
  const digits = currencyDigits(order.currency_code)
  const payments = order.payment_collections.flatMap((collection) => collection.payments)
  const sum = (kind: "captures" | "refunds") =>
    roundAmount(sumOf(payments.flatMap((payment) => payment[kind])), digits)
  return subtractAmounts(sum("captures"), sum("refunds"))
}

/** The on-site provider that the client chose, if the order was promised on-site. */
function promisedProvider(
  payments: PaymentFacts[],
  onlineProviders: readonly string[]
): string | null {
  const promised = payments
    .filter((payment) => onSiteMethodOf(payment.provider_id, onlineProviders))
    // "Mark as paid" makes a payment on Medusa's own provider and captures it at once: nobody promised it.
    .filter((payment) => payment.provider_id !== "pp_system_default" || isOpen(payment))
    // Nor did anybody promise what only shows that the client's account settles the order.
    .filter((payment) => isOpen(payment) || !payment.captures.some(isProjected))
    .sort(compareRows)
  return promised[0]?.provider_id ?? null
}

/** What a payment still promises: authorized, not captured, not cancelled. */
export function openOf(payment: PaymentFacts): Amount {
  return payment.canceled_at ? "0" : subtractAmounts(payment.raw_amount, sumOf(payment.captures))
}

const isOpen = (payment: PaymentFacts) => !payment.captured_at && isPositive(openOf(payment))

const sumOf = (rows: MoneyRow[]): Amount => addAmounts(...rows.map((row) => row.raw_amount))

/** Whether a line of it hasn't gone to the client whole, by hand or by post. */
function awaitsPickup(order: OrderFacts): boolean {
  if (order.status === "canceled") return false
  return order.items.some(({ raw_quantity, detail }) =>
    isPositive(
      subtractAmounts(
        raw_quantity,
        largest(detail?.raw_delivered_quantity ?? 0, detail?.raw_shipped_quantity ?? 0)
      )
    )
  )
}

/** Due when the basket was handed over, else a set number of days after the order. */
function dueOn(order: OrderFacts, dueDays: number): string {
  const handedOver = order.fulfillments
    .filter((fulfillment) => !fulfillment.canceled_at)
    .map((fulfillment) => fulfillment.delivered_at ?? fulfillment.shipped_at)
    .filter((date) => date !== null)
    .map((date) => new Date(date).getTime())
  if (handedOver.length) return dayOf(new Date(Math.min(...handedOver)))
  const due = new Date(order.created_at)
  due.setUTCDate(due.getUTCDate() + dueDays)
  return dayOf(due)
}
