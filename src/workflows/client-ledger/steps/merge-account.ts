import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { CLIENT_LEDGER_MODULE } from "../../../modules/client-ledger"
import type ClientLedgerModuleService from "../../../modules/client-ledger/service"
import type { MergeGuestInput } from "./check-merge"

export const mergeAccountStepId = "merge-client-account"

/** Moves what is left on the account, and leaves it at zero. It isn't undone: a person reverses it. */
export const mergeAccountStep = createStep(
  mergeAccountStepId,
  async ({ merge, request }: MergeGuestInput, { container }) => {
    const ledger = container.resolve<ClientLedgerModuleService>(CLIENT_LEDGER_MODULE)
    return new StepResponse(await ledger.mergeAccount(merge, request))
  }
)
