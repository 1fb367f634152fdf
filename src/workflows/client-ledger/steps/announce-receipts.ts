import { Modules } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

/** Of our own: money that came in was recorded. */
export const RECEIPT_RECORDED = "client-ledger.receipt-recorded"

export const announceReceiptsStepId = "announce-client-receipts"

/** Tells of receipts after they stand. A lost event loses nothing: a job looks for receipts that weren't mailed. */
export const announceReceiptsStep = createStep(
  announceReceiptsStepId,
  async ({ receipt_ids }: { receipt_ids: string[] }, { container }) => {
    const events = receipt_ids.map((id) => ({ name: RECEIPT_RECORDED, data: { id } }))
    if (events.length) await container.resolve(Modules.EVENT_BUS).emit(events)
    return new StepResponse(receipt_ids)
  }
)
