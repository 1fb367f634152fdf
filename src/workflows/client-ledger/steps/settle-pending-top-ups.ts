import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { CLIENT_LEDGER_MODULE } from "../../../modules/client-ledger"
import type ClientLedgerModuleService from "../../../modules/client-ledger/service"
import { closeTopUpWorkflow } from "../workflows/close-top-up"
import { settleTopUpWorkflow } from "../workflows/settle-top-up"

export type SettlePendingInput = {
  /** Younger ones are left to the client's confirmation and the webhook; two minutes unless said. */
  min_age_minutes?: number
}

export type SettledPending = {
  checked: number
  paid: number
  expired: number
  failures: { top_up_id: string; message: string }[]
}

export const settlePendingTopUpsStepId = "settle-pending-client-top-ups"

/** One top-up's failure doesn't stop the others: the next run asks again. */
export const settlePendingTopUpsStep = createStep(
  settlePendingTopUpsStepId,
  async ({ min_age_minutes = 2 }: SettlePendingInput, { container }) => {
    const ledger = container.resolve<ClientLedgerModuleService>(CLIENT_LEDGER_MODULE)
    const logger = container.resolve(ContainerRegistrationKeys.LOGGER)
    const report: SettledPending = { checked: 0, paid: 0, expired: 0, failures: [] }
    if (!(await ledger.retrieveRules()).enabled) return new StepResponse(report)
    const pending = await ledger.listPendingTopUps(new Date(Date.now() - min_age_minutes * 60_000))
    for (const { id: top_up_id, expires_at } of pending) {
      report.checked += 1
      try {
        const { result } =
          new Date(expires_at) < new Date()
            ? await closeTopUpWorkflow(container).run({ input: { top_up_id, status: "expired" } })
            : await settleTopUpWorkflow(container).run({ input: { top_up_id } })
        if (result.top_up.status === "expired") report.expired += 1
        if (result.top_up.status === "paid") report.paid += 1
      } catch (error) {
        logger.error(`Client ledger: top-up ${top_up_id} was not settled`, error as Error)
        report.failures.push({ top_up_id, message: (error as Error).message })
      }
    }
    return new StepResponse(report)
  }
)
