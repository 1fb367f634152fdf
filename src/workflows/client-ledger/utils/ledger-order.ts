import type { MedusaContainer } from "@medusajs/framework/types"
import type ClientLedgerModuleService from "../../../modules/client-ledger/service"
import { readOrders, readPaymentsOfMissingOrder, type OrderFacts } from "./order-facts"
import { reasonNotInLedger, type LedgerRules } from "./order-target"

/** The order as Medusa has it, or as one that owes nothing when it is gone, or null when the ledger leaves it alone. */
export async function readLedgerOrder(
  container: MedusaContainer,
  ledger: ClientLedgerModuleService,
  orderId: string,
  rules: LedgerRules
): Promise<OrderFacts | null> {
  const [order] = await readOrders(container, [orderId])
  if (order) return reasonNotInLedger(order, rules) ? null : order
  const [known] = await ledger.findOrders([orderId])
  if (!known) return null
  return {
    id: known.id,
    display_id: known.display_id,
    status: "canceled",
    is_draft_order: false,
    customer_id: known.customer_id,
    currency_code: known.currency_code,
    created_at: known.ordered_at ?? new Date(),
    raw_total: 0,
    version: 1,
    credit_lines: [],
    customer: null,
    payment_collections: await readPaymentsOfMissingOrder(container, orderId),
    transactions: [],
    fulfillments: [],
    items: [],
    shipping_methods: [],
  }
}
