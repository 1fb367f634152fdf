import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { CLIENT_LEDGER_MODULE } from "../../../modules/client-ledger"
import type ClientLedgerModuleService from "../../../modules/client-ledger/service"
import { syncOrders } from "./sync-orders"

export const syncUnknownOrdersStepId = "sync-unknown-client-orders"

/** Money may be recorded for an order that was placed a moment ago, before its event came. */
export const syncUnknownOrdersStep = createStep(
  syncUnknownOrdersStepId,
  async (receipts: { order_ids?: string[] }[], { container }) => {
    const ids = [...new Set(receipts.flatMap(({ order_ids }) => order_ids ?? []))]
    if (!ids.length) return new StepResponse([])
    const ledger = container.resolve<ClientLedgerModuleService>(CLIENT_LEDGER_MODULE)
    const known = new Set((await ledger.findOrders(ids)).map(({ id }) => id))
    const unknown = ids.filter((id) => !known.has(id))
    await syncOrders(container, unknown)
    return new StepResponse(unknown)
  }
)
