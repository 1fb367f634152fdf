import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { AdminClientImportResponse } from "../../../../../types/http"
import { ledgerOf } from "../../../../utils/ledger"
import { toImportLine, toImports } from "../serializers"
import type { ImportQuery } from "../validators"

/** The report, and a page of its lines. */
export async function GET(
  req: AuthenticatedMedusaRequest<unknown, ImportQuery>,
  res: MedusaResponse<AdminClientImportResponse>
) {
  const { differing, ...page } = req.validatedQuery as ImportQuery
  const ledger = ledgerOf(req.scope)
  const report = await ledger.retrieveImport(req.params.id!)
  const [client_import] = await toImports(req.scope, [report])
  const filters = { import_id: report.id, differing }
  const [lines, count] = await ledger.listImportLines(filters, page)
  res.json({ client_import: client_import!, lines: lines.map(toImportLine), count, ...page })
}
