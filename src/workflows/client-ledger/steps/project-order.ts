import type { MedusaContainer } from "@medusajs/framework/types"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { CLIENT_LEDGER_MODULE } from "../../../modules/client-ledger"
import type ClientLedgerModuleService from "../../../modules/client-ledger/service"
import { ConflictError } from "../../../modules/client-ledger/utils/errors"
import { changeView } from "../utils/change-view"
import { readOrders, type OrderFacts } from "../utils/order-facts"
import { orderTarget, reasonNotInLedger, type LedgerRules } from "../utils/order-target"
import { planView, readViews, type OrderView } from "../utils/order-view"

const ROUNDS = 10

export const projectOrderStepId = "project-client-ledger-order"

/**
 * Makes Medusa show what the ledger says of an order: what settles it, and one promise for what is open. A projection:
 * it posts nothing, and may fail, be late and be run again.
 * @returns whether something had to be changed.
 */
export const projectOrderStep = createStep(
  projectOrderStepId,
  async ({ order_id }: { order_id: string }, { container }) => {
    const ledger = container.resolve<ClientLedgerModuleService>(CLIENT_LEDGER_MODULE)
    const rules = await ledger.retrieveRules()
    if (!rules.enabled) return new StepResponse(false)
    for (let round = 0; round < ROUNDS; round++) {
      const view = await readView(container, ledger, order_id, rules)
      if (!view) return new StepResponse(round > 0)
      const change = planView(view, rules.online_providers)
      if (!change) {
        await ledger.markProjected(order_id, view.settlement.allocation_version)
        return new StepResponse(round > 0)
      }
      await changeView(container, view.order, change, rules.online_providers)
    }
    throw new ConflictError(
      `Order ${order_id} keeps changing while it is shown: it will be retried`
    )
  }
)

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
