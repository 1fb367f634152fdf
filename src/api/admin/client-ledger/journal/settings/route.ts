import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { JournalSettings } from "../../../../../modules/client-ledger/sql/journal-settings"
import { chartOf } from "../../../../../modules/client-ledger/utils/journal-chart"
import type { AdminJournalSettings, AdminJournalSettingsResponse } from "../../../../../types/http"
import { changeJournalSettingsWorkflow } from "../../../../../workflows/client-ledger"
import { ledgerOf } from "../../../../utils/ledger"
import { resultOf } from "../../../../utils/result-of"
import type { UpdateJournalSettingsBody } from "../validators"

export async function GET(
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<AdminJournalSettingsResponse>
) {
  res.json({ journal_settings: toSettings(await ledgerOf(req.scope).retrieveJournalSettings()) })
}

export async function POST(
  req: AuthenticatedMedusaRequest<UpdateJournalSettingsBody>,
  res: MedusaResponse<AdminJournalSettingsResponse>
) {
  const input = { patch: req.validatedBody, actor_id: req.auth_context.actor_id }
  const settings = await resultOf(changeJournalSettingsWorkflow(req.scope).run({ input }))
  res.json({ journal_settings: toSettings(settings) })
}

const toSettings = ({ siren, accounts }: JournalSettings): AdminJournalSettings => ({
  siren,
  accounts: chartOf(accounts),
  chosen: Object.keys(accounts).sort(),
})
