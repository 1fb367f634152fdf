import type { BigNumberInput, MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"

/** A capture or refund row of Medusa's: the truth of money that moved. */
export type MoneyRow = {
  id: string
  raw_amount: BigNumberInput
  created_at: string | Date
  created_by: string | null
  /** Of a refund, where they are read: why it was made, and what its maker noted. */
  note?: string | null
  metadata?: Record<string, unknown> | null
}

/** Captures and refunds that bear an allocation's id show it in Medusa, and post nothing. */
export const isProjected = (row: Pick<MoneyRow, "created_by">): boolean =>
  Boolean(row.created_by?.startsWith("clall_"))

export type PaymentFacts = {
  id: string
  provider_id: string
  raw_amount: BigNumberInput
  created_at: string | Date
  captured_at: string | Date | null
  canceled_at: string | Date | null
  data: Record<string, unknown> | null
  captures: MoneyRow[]
  refunds: MoneyRow[]
}

export type CollectionFacts = {
  id: string
  status: string
  raw_amount: BigNumberInput
  /** As Medusa last counted its payments' rows; null until then. */
  raw_captured_amount: BigNumberInput | null
  raw_refunded_amount: BigNumberInput | null
  payments: PaymentFacts[]
}

/** A line of an order: how much of it there is, how much went to the client, and what is asked to come back. */
export type OrderItemFacts = {
  id: string
  raw_quantity: BigNumberInput
  raw_return_requested_total: BigNumberInput
  detail: {
    raw_delivered_quantity: BigNumberInput
    raw_shipped_quantity: BigNumberInput
  } | null
}

/** What is taken off an order's total, above zero, or put on it, below. */
export type CreditLineFacts = { raw_amount: BigNumberInput; reference_id: string | null }

/** Lines by which a client pays an order from his balance bear the id of what was set aside for it. */
export const ACCOUNT_CREDIT = "client-account"

export const isAccountCredit = (line: { reference_id?: string | null }): boolean =>
  Boolean(line.reference_id?.startsWith("clhld_"))

/** What Medusa says of an order now. */
export type OrderFacts = {
  id: string
  display_id: number | null
  status: string
  is_draft_order: boolean
  customer_id: string | null
  currency_code: string
  created_at: string | Date
  raw_total: BigNumberInput
  version: number
  credit_lines: CreditLineFacts[]
  customer: {
    id: string
    first_name: string | null
    last_name: string | null
    company_name: string | null
    email: string | null
  } | null
  payment_collections: CollectionFacts[]
  /** By which Medusa counts what is paid on the order. */
  transactions: { reference_id: string | null }[]
  fulfillments: {
    delivered_at: string | Date | null
    shipped_at: string | Date | null
    canceled_at: string | Date | null
  }[]
  items: OrderItemFacts[]
  shipping_methods: { shipping_option_id: string | null }[]
}

const PAYMENT_FIELDS = [
  "id",
  "status",
  "amount",
  "raw_amount",
  "captured_amount",
  "raw_captured_amount",
  "refunded_amount",
  "raw_refunded_amount",
  "payments.id",
  "payments.provider_id",
  "payments.amount",
  "payments.raw_amount",
  "payments.created_at",
  "payments.captured_at",
  "payments.canceled_at",
  "payments.data",
  "payments.captures.id",
  "payments.captures.amount",
  "payments.captures.raw_amount",
  "payments.captures.created_at",
  "payments.captures.created_by",
  "payments.refunds.id",
  "payments.refunds.amount",
  "payments.refunds.raw_amount",
  "payments.refunds.created_at",
  "payments.refunds.created_by",
]

const ORDER_FIELDS = [
  "id",
  "display_id",
  "status",
  "is_draft_order",
  "customer_id",
  "currency_code",
  "created_at",
  // `total` makes Medusa compute the totals; `raw_total` is the one that isn't a float.
  "total",
  "raw_total",
  "version",
  "credit_lines.id",
  "credit_lines.amount",
  "credit_lines.raw_amount",
  "credit_lines.reference_id",
  "customer.id",
  "customer.first_name",
  "customer.last_name",
  "customer.company_name",
  "customer.email",
  "items.id",
  "items.quantity",
  "items.raw_quantity",
  "items.return_requested_total",
  "items.raw_return_requested_total",
  "items.detail.*",
  "shipping_methods.shipping_option_id",
  "fulfillments.delivered_at",
  "fulfillments.shipped_at",
  "fulfillments.canceled_at",
  "transactions.id",
  "transactions.reference_id",
  ...PAYMENT_FIELDS.map((field) => `payment_collections.${field}`),
]

/** Reads orders with their payments. An id that is gone from Medusa is missing in the answer; a failed read throws. */
export async function readOrders(container: MedusaContainer, ids: string[]): Promise<OrderFacts[]> {
  // A filter of undefined matches every order in Medusa's queries.
  if (!ids.length || ids.some((id) => !id)) return []
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({
    entity: "order",
    fields: ORDER_FIELDS,
    filters: { id: ids },
  })
  return (data as unknown as OrderFacts[]).map((order) => ({
    ...order,
    payment_collections: collectionsOf(order.payment_collections),
    credit_lines: (order.credit_lines ?? []).filter(Boolean),
    transactions: (order.transactions ?? []).filter(Boolean),
    fulfillments: (order.fulfillments ?? []).filter(Boolean),
    items: (order.items ?? []).filter(Boolean),
    shipping_methods: (order.shipping_methods ?? []).filter(Boolean),
  }))
}

/** The payments of an order that is gone: its money stays the client's. */
export async function readPaymentsOfMissingOrder(
  container: MedusaContainer,
  orderId: string
): Promise<CollectionFacts[]> {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data: links } = await query.graph({
    entity: "order_payment_collection",
    fields: ["payment_collection_id"],
    filters: { order_id: orderId },
  })
  const ids = links.map((link) => link.payment_collection_id).filter(Boolean)
  if (!ids.length) return []
  const { data } = await query.graph({
    entity: "payment_collection",
    fields: PAYMENT_FIELDS,
    filters: { id: ids },
  })
  return collectionsOf(data as unknown as CollectionFacts[])
}

function collectionsOf(collections: CollectionFacts[] | null | undefined): CollectionFacts[] {
  return (collections ?? []).filter(Boolean).map((collection) => ({
    ...collection,
    payments: (collection.payments ?? []).map((payment) => ({
      ...payment,
      captures: payment.captures ?? [],
      refunds: payment.refunds ?? [],
    })),
  }))
}
