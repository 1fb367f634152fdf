import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { CLIENT_LEDGER_MODULE } from "../../../modules/client-ledger"
import type ClientLedgerModuleService from "../../../modules/client-ledger/service"
import type { TopUpDTO } from "../../../modules/client-ledger/sql/top-ups"
import { findTopUpDifferences } from "../utils/find-top-up-differences"
import { topUpPages, touchedTopUpPages } from "../utils/top-up-pages"
import { settleTopUpWorkflow } from "../workflows/settle-top-up"
import { lookBackFrom, youngestOf, type ReconcileInput } from "./reconcile-orders"

export type ReconciledTopUps = {
  started_at: string
  checked: number
  changed: number
  entries_posted: number
  failures: { top_up_id: string; message: string }[]
}

export const reconcileTopUpsStepId = "reconcile-client-ledger-top-ups"

/** Settles each top-up whose money in Medusa isn't what the ledger says. The providers are asked by the job alone. */
export const reconcileTopUpsStep = createStep(
  reconcileTopUpsStepId,
  async (input: ReconcileInput, { container }) => {
    const ledger = container.resolve<ClientLedgerModuleService>(CLIENT_LEDGER_MODULE)
    const logger = container.resolve(ContainerRegistrationKeys.LOGGER)
    const started_at = new Date().toISOString()
    const report: ReconciledTopUps = {
      started_at,
      checked: 0,
      changed: 0,
      entries_posted: 0,
      failures: [],
    }
    const rules = await ledger.retrieveRules()
    if (!rules.enabled) return new StepResponse(report)
    const youngest = youngestOf(input)
    for await (const page of candidates(container, ledger, input, rules.reconciled_at)) {
      report.checked += page.length
      const { stale } = await findTopUpDifferences(
        ...([container, ledger, page, rules.online_providers, youngest] as const)
      )
      for (const { top_up_id } of stale) {
        try {
          const { result } = await settleTopUpWorkflow(container).run({ input: { top_up_id } })
          report.changed += 1
          report.entries_posted += result.entries.filter((entry) => !entry.replayed).length
        } catch (error) {
          logger.error(`Client ledger: top-up ${top_up_id} was not reconciled`, error as Error)
          report.failures.push({ top_up_id, message: (error as Error).message })
        }
      }
    }
    return new StepResponse(report)
  }
)

function candidates(
  container: MedusaContainer,
  ledger: ClientLedgerModuleService,
  { full }: ReconcileInput,
  reconciledAt: Date | string | null
): AsyncGenerator<TopUpDTO[]> {
  if (full || !reconciledAt) return topUpPages(ledger)
  return touchedTopUpPages(container, ledger, lookBackFrom(reconciledAt))
}
