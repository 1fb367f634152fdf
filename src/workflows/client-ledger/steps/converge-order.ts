import type { MedusaContainer } from "@medusajs/framework/types"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { CLIENT_LEDGER_MODULE } from "../../../modules/client-ledger"
import type ClientLedgerModuleService from "../../../modules/client-ledger/service"
import type { PostedEntry } from "../../../modules/client-ledger/types"
import { ConflictError } from "../../../modules/client-ledger/utils/errors"
import { readOrders, readPaymentsOfMissingOrder, type OrderFacts } from "../utils/order-facts"
import { orderTarget, reasonNotInLedger, type LedgerRules } from "../utils/order-target"
import { planPromise, type PromisePlan } from "../utils/promise-plan"

export type ConvergedOrder = {
  entries: PostedEntry[]
  promise: PromisePlan | null
}

const ATTEMPTS = 10
const NOTHING: ConvergedOrder = { entries: [], promise: null }

export const convergeOrderStepId = "converge-client-ledger-order"

/**
 * Makes the ledger say what Medusa says of an order. The version is read before Medusa, so that a sync that
 * read an older order can't overwrite a newer one, in whatever process it runs: it reads again.
 * Nothing is undone when a later step fails: what was posted is right.
 */
export const convergeOrderStep = createStep(
  convergeOrderStepId,
  async ({ order_id }: { order_id: string }, { container }) => {
    const ledger = container.resolve<ClientLedgerModuleService>(CLIENT_LEDGER_MODULE)
    const rules = await ledger.retrieveRules()
    if (!rules.enabled) return new StepResponse(NOTHING)
    for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
      const version = await ledger.orderVersion(order_id)
      const order = await readOrder(container, ledger, order_id, rules)
      if (!order) return new StepResponse(NOTHING)
      const target = orderTarget(order, rules)
      const entries = await ledger.recordOrder(target, version)
      if (entries) {
        const promise = planPromise(order, target, rules.online_providers)
        return new StepResponse({ entries, promise })
      }
    }
    throw new ConflictError(
      `Order ${order_id} keeps changing while it is synced: it will be retried`
    )
  }
)

/** The order as Medusa has it, or as one that owes nothing when it is gone, or null when the ledger leaves it alone. */
async function readOrder(
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
    customer: null,
    payment_collections: await readPaymentsOfMissingOrder(container, orderId),
    fulfillments: [],
  }
}
