import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { CLIENT_LEDGER_MODULE } from "../../../modules/client-ledger"
import type ClientLedgerModuleService from "../../../modules/client-ledger/service"
import type { ChequeBounce } from "../../../modules/client-ledger/sql/bounce-cheque"
import type { IdempotentRequest } from "../../../modules/client-ledger/types"

export type BounceChequeInput = { bounce: ChequeBounce; request?: IdempotentRequest }

export const bounceChequeStepId = "bounce-client-cheque"

/** Takes the cheque's money back from the accounts where it stands, and charges the bank's fee. It isn't undone. */
export const bounceChequeStep = createStep(
  bounceChequeStepId,
  async ({ bounce, request }: BounceChequeInput, { container }) => {
    const ledger = container.resolve<ClientLedgerModuleService>(CLIENT_LEDGER_MODULE)
    return new StepResponse(await ledger.bounceCheque(bounce, request))
  }
)
