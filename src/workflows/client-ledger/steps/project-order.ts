import type { MedusaContainer } from "@medusajs/framework/types"
import { generateEntityId } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { CLIENT_LEDGER_MODULE } from "../../../modules/client-ledger"
import type ClientLedgerModuleService from "../../../modules/client-ledger/service"
import { ConflictError } from "../../../modules/client-ledger/utils/errors"
import { changeView } from "../utils/change-view"
import { readOrders, type OrderFacts } from "../utils/order-facts"
import { orderTarget, reasonNotInLedger, type LedgerRules } from "../utils/order-target"
import { planView, readViews, type OrderView, type ViewChange } from "../utils/order-view"

const ROUNDS = 10
const PATIENCE_MS = 30_000
const PAUSE_MS = 50

export const projectOrderStepId = "project-client-ledger-order"

/**
 * Makes Medusa show what the ledger says of an order: what settles it, and one promise for what is open. A projection:
 * it posts nothing, and may fail, be late and be run again. The order's lock may not reach other processes, so that who
 * has something to change takes the order's lease first, and reads it again.
 * @returns whether something had to be changed.
 */
export const projectOrderStep = createStep(
  projectOrderStepId,
  async ({ order_id }: { order_id: string }, { container }) => {
    const ledger = container.resolve<ClientLedgerModuleService>(CLIENT_LEDGER_MODULE)
    const rules = await ledger.retrieveRules()
    if (!rules.enabled || !(await nextChange(container, ledger, order_id, rules))) {
      return new StepResponse(false)
    }
    const holder = generateEntityId(undefined, "cllea")
    try {
      for (let round = 0; round < ROUNDS; round++) {
        await takeTurn(ledger, order_id, holder)
        const next = await nextChange(container, ledger, order_id, rules)
        if (!next) return new StepResponse(round > 0)
        await changeView(container, next.order, next.change, rules.online_providers)
      }
    } finally {
      await ledger.releaseOrder(order_id, holder)
    }
    throw new ConflictError(
      `Order ${order_id} keeps changing while it is shown: it will be retried`
    )
  }
)

/** Waits while another process shows the order. @throws CONFLICT after half a minute. */
async function takeTurn(ledger: ClientLedgerModuleService, orderId: string, holder: string) {
  const end = Date.now() + PATIENCE_MS
  while (!(await ledger.leaseOrder(orderId, holder))) {
    if (Date.now() > end) {
      throw new ConflictError(`Order ${orderId} is shown by another process: it will be retried`)
    }
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS))
  }
}

/** What is to be changed in Medusa now; null when it shows the order, which is noted, or has nothing to show of it. */
async function nextChange(
  container: MedusaContainer,
  ledger: ClientLedgerModuleService,
  orderId: string,
  rules: LedgerRules
): Promise<{ order: OrderFacts; change: ViewChange } | null> {
  const view = await readView(container, ledger, orderId, rules)
  if (!view) return null
  const change = planView(view, rules.online_providers)
  if (change) return { order: view.order, change }
  await ledger.markProjected(orderId, view.settlement.allocation_version)
  return null
}

/** Null when there is nothing to show, or what changed since it was recorded brings a sync of its own. */
async function readView(
  container: MedusaContainer,
  ledger: ClientLedgerModuleService,
  orderId: string,
  rules: LedgerRules
): Promise<OrderView | null> {
  const [order] = await readOrders(container, [orderId])
  if (!order || reasonNotInLedger(order, rules)) return null
  const [view] = await readViews(ledger, [order])
  if (!view || (await isStale(ledger, order, rules))) return null
  return view
}

const isStale = async (
  ledger: ClientLedgerModuleService,
  order: OrderFacts,
  rules: LedgerRules
): Promise<boolean> => (await ledger.findStaleOrders([orderTarget(order, rules)])).length > 0
