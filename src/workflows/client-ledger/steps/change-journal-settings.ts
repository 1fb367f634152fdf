import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { CLIENT_LEDGER_MODULE } from "../../../modules/client-ledger"
import type ClientLedgerModuleService from "../../../modules/client-ledger/service"
import type { JournalSettingsPatch } from "../../../modules/client-ledger/sql/journal-settings"

export type ChangeJournalSettingsInput = { patch: JournalSettingsPatch; actor_id: string | null }

export const changeJournalSettingsStepId = "change-client-journal-settings"

/** Writes the market's chart of accounts. It is the workflow's only step: nothing comes after it that could fail. */
export const changeJournalSettingsStep = createStep(
  changeJournalSettingsStepId,
  async ({ patch, actor_id }: ChangeJournalSettingsInput, { container }) => {
    const ledger = container.resolve<ClientLedgerModuleService>(CLIENT_LEDGER_MODULE)
    return new StepResponse(await ledger.changeJournalSettings(patch, actor_id))
  }
)
