import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { CLIENT_LEDGER_MODULE } from "../../../modules/client-ledger"
import type ClientLedgerModuleService from "../../../modules/client-ledger/service"
import type { IdempotentRequest } from "../../../modules/client-ledger/types"
import type { BringToZero } from "../../../modules/client-ledger/utils/plan-zero"

export type BringToZeroInput = { zero: BringToZero; request?: IdempotentRequest }

export const bringToZeroStepId = "bring-client-accounts-to-zero"

/** Writes the receipts and write-offs, all or none. They aren't undone: money that moved has moved, whatever fails after. */
export const bringToZeroStep = createStep(
  bringToZeroStepId,
  async ({ zero, request }: BringToZeroInput, { container }) => {
    const ledger = container.resolve<ClientLedgerModuleService>(CLIENT_LEDGER_MODULE)
    return new StepResponse(await ledger.bringToZero(zero, request))
  }
)
