import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { CLIENT_LEDGER_MODULE } from "../../../modules/client-ledger"
import type ClientLedgerModuleService from "../../../modules/client-ledger/service"
import type { ManualEntry } from "../../../modules/client-ledger/sql/manual-entries"
import type { IdempotentRequest } from "../../../modules/client-ledger/types"

export type RecordManualEntryInput = { entry: ManualEntry; request?: IdempotentRequest }

export const recordManualEntryStepId = "record-manual-ledger-entry"

/** Writes the entry. It isn't undone: a ledger takes back only by a reversal, and a person decides on it. */
export const recordManualEntryStep = createStep(
  recordManualEntryStepId,
  async ({ entry, request }: RecordManualEntryInput, { container }) => {
    const ledger = container.resolve<ClientLedgerModuleService>(CLIENT_LEDGER_MODULE)
    return new StepResponse(await ledger.recordManualEntry(entry, request))
  }
)
