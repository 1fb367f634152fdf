import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { CLIENT_LEDGER_MODULE } from "../../../modules/client-ledger"
import type ClientLedgerModuleService from "../../../modules/client-ledger/service"
import type { EntryReversal } from "../../../modules/client-ledger/sql/manual-entries"
import type { IdempotentRequest } from "../../../modules/client-ledger/types"

export type ReverseLedgerEntryInput = { reversal: EntryReversal; request?: IdempotentRequest }

export const reverseLedgerEntryStepId = "reverse-ledger-entry"

/** Writes the opposite entry. It isn't undone: reversing a reversal is refused by the ledger. */
export const reverseLedgerEntryStep = createStep(
  reverseLedgerEntryStepId,
  async ({ reversal, request }: ReverseLedgerEntryInput, { container }) => {
    const ledger = container.resolve<ClientLedgerModuleService>(CLIENT_LEDGER_MODULE)
    return new StepResponse(await ledger.reverseEntry(reversal, request))
  }
)
