import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { AdminTopUpResponse } from "../../../../../../types/http/top-ups"
import { retrieveTopUpOfAccount, toAdminTopUp } from "../account-top-up"

export async function GET(
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<AdminTopUpResponse>
) {
  res.json({ top_up: toAdminTopUp(await retrieveTopUpOfAccount(req)) })
}
