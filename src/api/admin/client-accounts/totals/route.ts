import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { AdminClientAccountTotalsResponse } from "../../../../types/http"
import { ledgerOf } from "../../../utils/ledger"
import { toTotals } from "../../../utils/serializers"

export async function GET(
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<AdminClientAccountTotalsResponse>
) {
  const totals = await ledgerOf(req.scope).totalBalances()
  res.json({ totals: totals.map(toTotals) })
}
