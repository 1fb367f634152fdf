import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { AdminClosingPreviewResponse } from "../../../../../types/http"
import { ledgerOf } from "../../../../utils/ledger"
import { toPreview } from "../serializers"
import type { PreviewClosingQuery } from "../validators"

export async function GET(
  req: AuthenticatedMedusaRequest<unknown, PreviewClosingQuery>,
  res: MedusaResponse<AdminClosingPreviewResponse>
) {
  const { currency_code } = req.validatedQuery as PreviewClosingQuery
  const preview = await ledgerOf(req.scope).previewClosing(currency_code)
  res.json({ closing_preview: await toPreview(req.scope, preview) })
}
