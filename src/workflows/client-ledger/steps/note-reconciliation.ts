import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { CLIENT_LEDGER_MODULE } from "../../../modules/client-ledger"
import type ClientLedgerModuleService from "../../../modules/client-ledger/service"

export const noteReconciliationStepId = "note-client-ledger-reconciliation"

/** From when on the next incremental run looks; one that left something behind isn't noted, so that none looks past it. */
export const noteReconciliationStep = createStep(
  noteReconciliationStepId,
  async ({ started_at, failures }: { started_at: string; failures: unknown[] }, { container }) => {
    const ledger = container.resolve<ClientLedgerModuleService>(CLIENT_LEDGER_MODULE)
    const { enabled } = await ledger.retrieveRules()
    if (enabled && !failures.length) await ledger.recordReconciliation(new Date(started_at))
    return new StepResponse(undefined)
  }
)
