import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { AdminOrderLedgerResponse } from "../../../../../types/http"
import { toOrderLedgerResponse } from "../serializers"

export async function GET(
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<AdminOrderLedgerResponse>
) {
  res.json(await toOrderLedgerResponse(req.scope, req.params.id!))
}
