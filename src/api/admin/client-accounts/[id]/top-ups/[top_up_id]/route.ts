import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { AdminTopUpResponse } from "../../../../../../types/http/top-ups"
import { retrieveTopUpOfAccount, toTopUp } from "../account-top-up"

export async function GET(
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<AdminTopUpResponse>
) {
  res.json({ top_up: toTopUp(await retrieveTopUpOfAccount(req)) })
}
