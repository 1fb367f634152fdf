import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { CLIENT_LEDGER_MODULE } from "../../../modules/client-ledger"
import type ClientLedgerModuleService from "../../../modules/client-ledger/service"
import type { IdempotentRequest } from "../../../modules/client-ledger/types"
import { requireMailProvider } from "../utils/mail-provider"

export type QueueRemindersInput = {
  account_ids: string[]
  actor_id: string | null
  request?: IdempotentRequest
}

export const queueRemindersStepId = "queue-client-reminders"

/** Writes down who is to be reminded, and who isn't and why. */
export const queueRemindersStep = createStep(
  queueRemindersStepId,
  async ({ request, ...input }: QueueRemindersInput, { container }) => {
    requireMailProvider(container)
    const ledger = container.resolve<ClientLedgerModuleService>(CLIENT_LEDGER_MODULE)
    return new StepResponse(await ledger.queueReminders(input, request))
  }
)
