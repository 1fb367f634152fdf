import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { CLIENT_LEDGER_MODULE } from "../../../modules/client-ledger"
import type ClientLedgerModuleService from "../../../modules/client-ledger/service"

export type QueueReceiptMailsInput = {
  /** All that have no mail yet, with what a stopped server left behind, unless said. */
  receipt_ids?: string[]
}

export const queueReceiptMailsStepId = "queue-client-receipt-mails"

/** Writes down which receipts are to be mailed: each once, for ever. */
export const queueReceiptMailsStep = createStep(
  queueReceiptMailsStepId,
  async ({ receipt_ids }: QueueReceiptMailsInput, { container }) => {
    const ledger = container.resolve<ClientLedgerModuleService>(CLIENT_LEDGER_MODULE)
    const queued = await ledger.queueReceiptMails(receipt_ids)
    const left = receipt_ids ? [] : await ledger.listQueuedMails()
    return new StepResponse([...queued, ...left])
  }
)
