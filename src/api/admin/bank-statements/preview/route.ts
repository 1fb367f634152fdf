import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { previewStatement } from "../../../../modules/client-ledger/utils/bank-files/preview"
import type { AdminBankStatementPreviewResponse } from "../../../../types/http"
import { withBodyFile } from "../../../utils/body-file"

/** Its beginning is enough. */
const LARGEST_BEGINNING = 1

/** What a file is, and the first lines of a CSV, for the person who says what its columns are. Nothing is kept. */
export async function POST(
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<AdminBankStatementPreviewResponse>
) {
  res.json({ preview: await withBodyFile(req, LARGEST_BEGINNING, previewStatement) })
}
