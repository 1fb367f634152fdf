import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { CLIENT_LEDGER_MODULE } from "../../../modules/client-ledger"
import type ClientLedgerModuleService from "../../../modules/client-ledger/service"
import type { ReceiptCorrection } from "../../../modules/client-ledger/sql/record-receipt"

export const correctReceiptStepId = "correct-client-receipt"

/** Puts the method or the reference right; the money can't be touched. */
export const correctReceiptStep = createStep(
  correctReceiptStepId,
  async (correction: ReceiptCorrection, { container }) => {
    const ledger = container.resolve<ClientLedgerModuleService>(CLIENT_LEDGER_MODULE)
    return new StepResponse(await ledger.correctReceipt(correction))
  }
)
