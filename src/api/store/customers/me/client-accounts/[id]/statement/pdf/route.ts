import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { statementPdf } from "../../../../../../../../documents/statement/pdf"
import { storeName } from "../../../../../../../../workflows/client-ledger/utils/store-name"
import { sendPdf } from "../../../../../../../utils/pdf"
import type { StatementQuery } from "../../../validators"
import { readStatement } from "../read-statement"

export async function GET(
  req: AuthenticatedMedusaRequest<unknown, StatementQuery>,
  res: MedusaResponse
) {
  const { filename, ...document } = await readStatement(req)
  const market = await storeName(req.scope)
  sendPdf(res, `${filename}.pdf`, await statementPdf({ ...document, market }))
}
