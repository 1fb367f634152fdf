import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { CLIENT_LEDGER_MODULE } from "../../../modules/client-ledger"
import type ClientLedgerModuleService from "../../../modules/client-ledger/service"

export type ChangeRemindersInput = {
  account_id: string
  /** The client asked not to be reminded. */
  no_reminders: boolean
  actor_id: string | null
}

export const changeRemindersStepId = "change-client-reminders"

export const changeRemindersStep = createStep(
  changeRemindersStepId,
  async ({ account_id, no_reminders, actor_id }: ChangeRemindersInput, { container }) => {
    const ledger = container.resolve<ClientLedgerModuleService>(CLIENT_LEDGER_MODULE)
    const before = await ledger.changeReminders(account_id, no_reminders, actor_id)
    return new StepResponse(undefined, before)
  },
  async (before, { container }) => {
    if (!before) return
    const ledger = container.resolve<ClientLedgerModuleService>(CLIENT_LEDGER_MODULE)
    await ledger.changeReminders(before.id, before.no_reminders, null)
  }
)
