import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { AdminTopUpListResponse } from "../../../../../types/http/top-ups"
import { ledgerOf } from "../../../../utils/ledger"
import type { ListTopUpsQuery } from "../../validators"
import { toAdminTopUp } from "./account-top-up"

export async function GET(
  req: AuthenticatedMedusaRequest<unknown, ListTopUpsQuery>,
  res: MedusaResponse<AdminTopUpListResponse>
) {
  const { limit, offset } = req.validatedQuery as ListTopUpsQuery
  const ledger = ledgerOf(req.scope)
  const { id } = await ledger.retrieveAccount(req.params.id!)
  const [topUps, count] = await ledger.listTopUps(id, { limit, offset })
  res.json({ top_ups: topUps.map(toAdminTopUp), count, offset, limit })
}
