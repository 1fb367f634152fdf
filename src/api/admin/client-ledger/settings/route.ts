import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { AdminClientLedgerSettingsResponse } from "../../../../types/http"
import { updateLedgerSettingsWorkflow } from "../../../../workflows/client-ledger"
import { resultOf } from "../../../utils/result-of"
import { readSettings } from "./read-settings"
import type { UpdateSettingsBody } from "./validators"

export async function GET(
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<AdminClientLedgerSettingsResponse>
) {
  res.json({ settings: await readSettings(req.scope) })
}

export async function POST(
  req: AuthenticatedMedusaRequest<UpdateSettingsBody>,
  res: MedusaResponse<AdminClientLedgerSettingsResponse>
) {
  const input = { ...req.validatedBody, actor_id: req.auth_context.actor_id }
  await resultOf(updateLedgerSettingsWorkflow(req.scope).run({ input }))
  res.json({ settings: await readSettings(req.scope) })
}
