import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { CLIENT_LEDGER_MODULE } from "../../../modules/client-ledger"
import type ClientLedgerModuleService from "../../../modules/client-ledger/service"
import type { AccountHolder } from "../../../modules/client-ledger/types"

export const ensureClientAccountStepId = "ensure-client-account"

/** Answers the client's account, and makes it where it is missing. An empty account is harmless: none is undone. */
export const ensureClientAccountStep = createStep(
  ensureClientAccountStepId,
  async (holder: AccountHolder, { container }) => {
    const ledger = container.resolve<ClientLedgerModuleService>(CLIENT_LEDGER_MODULE)
    const [account] = await ledger.ensureAccounts([holder])
    return new StepResponse(account!)
  }
)
