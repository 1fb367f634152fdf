import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { CLIENT_LEDGER_MODULE } from "../../../modules/client-ledger"
import type ClientLedgerModuleService from "../../../modules/client-ledger/service"
import type { IdempotentRequest } from "../../../modules/client-ledger/types"
import type { OpeningBalance } from "../../../modules/client-ledger/utils/opening-balances"

export type RecordOpeningBalancesInput = {
  rows: OpeningBalance[]
  dry_run: boolean
  actor_id: string | null
  request?: IdempotentRequest
}

export const recordOpeningBalancesStepId = "record-opening-balances"

/** Posts the balances in one transaction, or only says what that would do. Taking one back is a reversal. */
export const recordOpeningBalancesStep = createStep(
  recordOpeningBalancesStepId,
  async ({ rows, dry_run, actor_id, request }: RecordOpeningBalancesInput, { container }) => {
    const ledger = container.resolve<ClientLedgerModuleService>(CLIENT_LEDGER_MODULE)
    const balances = dry_run
      ? await ledger.previewOpeningBalances(rows)
      : await ledger.importOpeningBalances(rows, actor_id, request)
    return new StepResponse(balances)
  }
)
