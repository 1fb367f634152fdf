import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { CLIENT_LEDGER_MODULE } from "../../../modules/client-ledger"
import type ClientLedgerModuleService from "../../../modules/client-ledger/service"
import type { PostedEntry } from "../../../modules/client-ledger/types"
import { ConflictError } from "../../../modules/client-ledger/utils/errors"
import { readLedgerOrder } from "../utils/ledger-order"
import { orderTarget } from "../utils/order-target"

const ATTEMPTS = 10
const NOTHING: PostedEntry[] = []

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
      const order = await readLedgerOrder(container, ledger, order_id, rules)
      if (!order) return new StepResponse(NOTHING)
      const entries = await ledger.recordOrder(orderTarget(order, rules), version)
      if (entries) return new StepResponse(entries)
    }
    throw new ConflictError(
      `Order ${order_id} keeps changing while it is synced: it will be retried`
    )
  }
)
