import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { CLIENT_LEDGER_MODULE } from "../../../modules/client-ledger"
import type ClientLedgerModuleService from "../../../modules/client-ledger/service"
import type { Transfer } from "../../../modules/client-ledger/sql/transfers"
import type { IdempotentRequest } from "../../../modules/client-ledger/types"

export type RecordTransferInput = { transfer: Transfer; request?: IdempotentRequest }

export const recordTransferStepId = "record-client-transfer"

/** Moves the money. It isn't undone: a ledger takes back only by a reversal, and a person decides on it. */
export const recordTransferStep = createStep(
  recordTransferStepId,
  async ({ transfer, request }: RecordTransferInput, { container }) => {
    const ledger = container.resolve<ClientLedgerModuleService>(CLIENT_LEDGER_MODULE)
    return new StepResponse(await ledger.recordTransfer(transfer, request))
  }
)
