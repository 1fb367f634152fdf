import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { CLIENT_LEDGER_MODULE } from "../../../modules/client-ledger"
import type ClientLedgerModuleService from "../../../modules/client-ledger/service"
import type { ReceiptReversal } from "../../../modules/client-ledger/sql/record-receipt"
import type { IdempotentRequest } from "../../../modules/client-ledger/types"

export type ReverseReceiptInput = { reversal: ReceiptReversal; request?: IdempotentRequest }

export const reverseReceiptStepId = "reverse-client-receipt"

/** Takes the receipt's money back from the accounts where it stands. */
export const reverseReceiptStep = createStep(
  reverseReceiptStepId,
  async ({ reversal, request }: ReverseReceiptInput, { container }) => {
    const ledger = container.resolve<ClientLedgerModuleService>(CLIENT_LEDGER_MODULE)
    return new StepResponse(await ledger.reverseReceipt(reversal, request))
  }
)
