import { Modules } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { CLIENT_LEDGER_MODULE } from "../../../modules/client-ledger"
import type ClientLedgerModuleService from "../../../modules/client-ledger/service"

/** Of our own: money came in that is to be acknowledged by mail. */
export const RECEIPT_RECORDED = "client-ledger.receipt-recorded"

export const announceReceiptsStepId = "announce-client-receipts"

/**
 * Tells of receipts after they stand, where the market wants them mailed. A lost event loses nothing: a job looks for receipts
 * that weren't mailed.
 */
export const announceReceiptsStep = createStep(
  announceReceiptsStepId,
  async ({ receipt_ids }: { receipt_ids: string[] }, { container }) => {
    const ledger = container.resolve<ClientLedgerModuleService>(CLIENT_LEDGER_MODULE)
    if (!receipt_ids.length || !(await ledger.retrieveSettings()).receipt_mails_since) {
      return new StepResponse([])
    }
    const events = receipt_ids.map((id) => ({ name: RECEIPT_RECORDED, data: { id } }))
    await container.resolve(Modules.EVENT_BUS).emit(events)
    return new StepResponse(receipt_ids)
  }
)
