import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { AdminActListResponse } from "../../../../types/http"
import { actorEmails } from "../../../utils/actors"
import { ledgerOf } from "../../../utils/ledger"
import { toAct } from "./serializers"
import type { ListActsQuery } from "./validators"

export async function GET(
  req: AuthenticatedMedusaRequest<unknown, ListActsQuery>,
  res: MedusaResponse<AdminActListResponse>
) {
  const { limit, offset, ...filters } = req.validatedQuery as ListActsQuery
  const [acts, count] = await ledgerOf(req.scope).listActs(filters, { limit, offset })
  const emails = await actorEmails(req.scope, acts)
  res.json({ acts: acts.map((act) => toAct(act, emails)), count, offset, limit })
}
