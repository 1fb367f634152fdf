import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { CLIENT_LEDGER_MODULE } from "../../../modules/client-ledger"
import type ClientLedgerModuleService from "../../../modules/client-ledger/service"
import type { ClosingInput } from "../../../modules/client-ledger/sql/close-day"
import type { IdempotentRequest } from "../../../modules/client-ledger/types"

export type CloseDayInput = { closing: ClosingInput; request?: IdempotentRequest }

export const closeDayStepId = "close-client-ledger-day"

/** Writes the closing. It isn't undone: a closing is for ever. */
export const closeDayStep = createStep(
  closeDayStepId,
  async ({ closing, request }: CloseDayInput, { container }) => {
    const ledger = container.resolve<ClientLedgerModuleService>(CLIENT_LEDGER_MODULE)
    return new StepResponse(await ledger.closeDay(closing, request))
  }
)
