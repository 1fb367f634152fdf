import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { AdminChequeListResponse } from "../../../types/http"
import { ledgerOf } from "../../utils/ledger"
import { toCheque } from "./serializers"
import type { ListChequesQuery } from "./validators"

export async function GET(
  req: AuthenticatedMedusaRequest<unknown, ListChequesQuery>,
  res: MedusaResponse<AdminChequeListResponse>
) {
  const { limit, offset, order, ...filters } = req.validatedQuery as ListChequesQuery
  const page = { order, limit, offset }
  const [cheques, count] = await ledgerOf(req.scope).listCheques(filters, page)
  res.json({ cheques: cheques.map(toCheque), count, offset, limit })
}
