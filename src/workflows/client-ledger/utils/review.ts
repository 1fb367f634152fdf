import type { BigNumberInput, MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import type ClientLedgerModuleService from "../../../modules/client-ledger/service"
import {
  addAmounts,
  isPositive,
  negate,
  subtractAmounts,
} from "../../../modules/client-ledger/utils/money"
import { isProjected, readOrders, type PaymentFacts } from "./order-facts"
import { medusaPages } from "./pages"

export type Finding = { kind: string; id: string; message: string }

type TransactionRow = {
  order_id: string
  reference: string | null
  reference_id: string | null
  raw_amount: BigNumberInput
}
type CaptureRow = {
  id: string
  amount: number
  created_at: string | Date
  created_by: string | null
  payment: {
    id: string
    provider_id: string
    payment_session_id: string
    payment_collection_id: string
    payment_collection: { order: { id: string } | null } | null
  } | null
}

const CAPTURE_FIELDS = [
  "id",
  "amount",
  "created_at",
  "created_by",
  "payment.id",
  "payment.provider_id",
  "payment.payment_session_id",
  "payment.payment_collection_id",
  "payment.payment_collection.order.id",
]

export async function ordersWithoutCustomer(ledger: ClientLedgerModuleService): Promise<Finding[]> {
  const ids = await ledger.listOrdersWithoutCustomer()
  return ids.map((id) => ({
    kind: "order_without_customer",
    id,
    message: "This order has no customer, so that nobody is debited for it: give it one",
  }))
}

/** A card's webhook places an order whatever the balance holds by then: it was charged already. */
export async function ordersNotCovered(ledger: ClientLedgerModuleService): Promise<Finding[]> {
  const orders = await ledger.listUncoveredOrders()
  return orders.map(({ order_id, chosen, covered }) => ({
    kind: "account_credit_not_covered",
    id: order_id,
    message: `This order was to be paid with ${chosen} from the client's balance, which holds ${covered} of it: the rest is owed`,
  }))
}

/**
 * Money that a provider took for no order and no top-up: a checkout that failed after the card was charged. A top-up's own
 * payment is reviewed with it.
 */
export async function capturesWithoutOrder(
  container: MedusaContainer,
  ledger: ClientLedgerModuleService,
  since: Date,
  until: Date
): Promise<Finding[]> {
  const findings: Finding[] = []
  const ofThen = { created_at: { $gte: since, $lte: until } }
  for await (const page of medusaPages<CaptureRow>(container, "capture", CAPTURE_FIELDS, ofThen)) {
    const orphans = page.filter((capture) => !capture.payment?.payment_collection?.order?.id)
    // What was taken back is off its order, and stays known.
    const known = new Set(await ledger.findKnownCaptures(orphans.map(({ id }) => id)))
    const topUps = await ledger.findTopUpsOf(
      orphans.flatMap(({ payment }) => payment?.payment_collection_id ?? [])
    )
    const sessions = new Set(topUps.map(({ payment_session_id }) => payment_session_id))
    for (const capture of orphans) {
      if (isProjected(capture) || known.has(capture.id)) continue
      if (sessions.has(capture.payment?.payment_session_id ?? "")) continue
      findings.push({
        kind: "capture_without_order",
        id: capture.id,
        message: `${capture.amount} was captured by ${capture.payment?.provider_id} (payment ${capture.payment?.id}) and belongs to no order or top-up: refund it, or record it for its client`,
      })
    }
  }
  return findings
}

/**
 * Refunds that Medusa wrote on an order though the provider refused: cancelling an order swallows the
 * provider's error, and the order then looks refunded.
 */
export async function refundsNotMade(
  container: MedusaContainer,
  orderIds: string[]
): Promise<Finding[]> {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({
    entity: "order_transaction",
    fields: ["id", "order_id", "reference", "reference_id", "amount", "raw_amount"],
    filters: { order_id: orderIds },
  })
  const refunds = (data as unknown as TransactionRow[]).filter((row) => row.reference === "refund")
  if (!refunds.length) return []
  const orders = await readOrders(container, [...new Set(refunds.map((row) => row.order_id))])
  const payments = orders
    .flatMap((order) => order.payment_collections)
    .flatMap((collection) => collection.payments)
  return refunds.flatMap((transaction) => {
    const written = negate(transaction.raw_amount)
    const missing = subtractAmounts(written, refundedBy(transaction, refunds, payments))
    if (!isPositive(missing)) return []
    return [
      {
        kind: "refund_not_made",
        id: transaction.order_id,
        message: `Medusa shows ${written} as refunded, but the provider gave back ${missing} less: refund it again`,
      },
    ]
  })
}

/** What was really given back under a transaction: it names a refund, or, from a cancelled order, the payment. */
function refundedBy(
  transaction: TransactionRow,
  refunds: TransactionRow[],
  payments: PaymentFacts[]
): string {
  const named = new Set(refunds.map((row) => row.reference_id))
  const rows = payments.flatMap((payment) =>
    payment.refunds.filter((refund) =>
      payment.id === transaction.reference_id
        ? !named.has(refund.id)
        : refund.id === transaction.reference_id
    )
  )
  return addAmounts(...rows.map((row) => row.raw_amount))
}
