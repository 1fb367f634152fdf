import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { AdminBankLineListResponse } from "../../../types/http"
import { ledgerOf } from "../../utils/ledger"
import { toBankLine } from "./serializers"
import type { ListBankLinesQuery } from "./validators"

export async function GET(
  req: AuthenticatedMedusaRequest<unknown, ListBankLinesQuery>,
  res: MedusaResponse<AdminBankLineListResponse>
) {
  const { limit, offset, ...filters } = req.validatedQuery as ListBankLinesQuery
  const [lines, count] = await ledgerOf(req.scope).listBankLines(filters, { limit, offset })
  res.json({ bank_lines: lines.map(toBankLine), count, offset, limit })
}
