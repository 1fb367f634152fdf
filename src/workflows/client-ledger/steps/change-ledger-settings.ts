import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { CLIENT_LEDGER_MODULE } from "../../../modules/client-ledger"
import type ClientLedgerModuleService from "../../../modules/client-ledger/service"
import type { SettingsAct, SettingsPatch } from "../../../modules/client-ledger/sql/settings"
import { requireMailProvider } from "../utils/mail-provider"

export const changeLedgerSettingsStepId = "change-client-ledger-settings"

/** Writes the settings, and the former ones back when a later step fails. */
export const changeLedgerSettingsStep = createStep(
  changeLedgerSettingsStepId,
  async ({ patch, ...act }: SettingsAct & { patch: SettingsPatch }, { container }) => {
    if (patch.receipt_mails) requireMailProvider(container)
    const ledger = container.resolve<ClientLedgerModuleService>(CLIENT_LEDGER_MODULE)
    const before = await ledger.changeSettings(patch, act)
    return new StepResponse(undefined, before)
  },
  async (before, { container }) => {
    if (!before) return
    await container.resolve<ClientLedgerModuleService>(CLIENT_LEDGER_MODULE).restoreSettings(before)
  }
)
