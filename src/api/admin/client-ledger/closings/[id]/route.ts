import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { AdminClosingResponse } from "../../../../../types/http"
import { ledgerOf } from "../../../../utils/ledger"
import { toClosingDetails } from "../serializers"

export async function GET(
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<AdminClosingResponse>
) {
  const details = await ledgerOf(req.scope).retrieveClosing(req.params.id!)
  res.json({ closing: await toClosingDetails(req.scope, details) })
}
