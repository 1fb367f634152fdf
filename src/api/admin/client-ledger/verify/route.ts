import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { AdminVerifyResponse } from "../../../../types/http"
import { verifyWorkflow } from "../../../../workflows/client-ledger"
import type { VerifyQuery } from "../validators"

export async function GET(
  req: AuthenticatedMedusaRequest<unknown, VerifyQuery>,
  res: MedusaResponse<AdminVerifyResponse>
) {
  const { result } = await verifyWorkflow(req.scope).run({
    input: req.validatedQuery as VerifyQuery,
  })
  res.json({ verify: result })
}
