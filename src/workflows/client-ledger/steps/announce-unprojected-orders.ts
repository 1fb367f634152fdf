import { Modules } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { CLIENT_LEDGER_MODULE } from "../../../modules/client-ledger"
import type ClientLedgerModuleService from "../../../modules/client-ledger/service"
import { ORDER_SETTLED } from "../utils/event-orders"

export const announceUnprojectedOrdersStepId = "announce-unprojected-client-orders"

/**
 * Wakes the sync of each order that Medusa doesn't show yet as these accounts, or all, settle it. Nothing is lost with the event:
 * the orders stay marked, and reconcile looks for them.
 */
export const announceUnprojectedOrdersStep = createStep(
  announceUnprojectedOrdersStepId,
  async ({ account_ids }: { account_ids?: string[] }, { container }) => {
    const ledger = container.resolve<ClientLedgerModuleService>(CLIENT_LEDGER_MODULE)
    const orderIds = await ledger.listUnprojectedOrders(account_ids)
    const bus = container.resolve(Modules.EVENT_BUS)
    await bus.emit(orderIds.map((order_id) => ({ name: ORDER_SETTLED, data: { order_id } })))
    return new StepResponse(orderIds)
  }
)
