import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { CLIENT_LEDGER_MODULE } from "../../../modules/client-ledger"
import type ClientLedgerModuleService from "../../../modules/client-ledger/service"
import type { ReceiptInput } from "../../../modules/client-ledger/sql/record-receipt"
import type { IdempotentRequest } from "../../../modules/client-ledger/types"

export type RecordReceiptsStepInput = { receipts: ReceiptInput[]; request?: IdempotentRequest }

export const recordReceiptsStepId = "record-client-receipts"

/** Writes the receipts, all or none. They aren't undone: money that came in stays in, whatever fails after. */
export const recordReceiptsStep = createStep(
  recordReceiptsStepId,
  async ({ receipts, request }: RecordReceiptsStepInput, { container }) => {
    const ledger = container.resolve<ClientLedgerModuleService>(CLIENT_LEDGER_MODULE)
    return new StepResponse(await ledger.recordReceipts(receipts, request))
  }
)
