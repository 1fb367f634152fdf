import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { AdminClientImportListResponse } from "../../../../types/http"
import { ledgerOf } from "../../../utils/ledger"
import { toImports } from "./serializers"
import type { ListImportsQuery } from "./validators"

export async function GET(
  req: AuthenticatedMedusaRequest<unknown, ListImportsQuery>,
  res: MedusaResponse<AdminClientImportListResponse>
) {
  const page = req.validatedQuery as ListImportsQuery
  const [imports, count] = await ledgerOf(req.scope).listImports(page)
  res.json({ client_imports: await toImports(req.scope, imports), count, ...page })
}
