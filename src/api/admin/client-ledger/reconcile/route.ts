import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { AdminReconcileResponse } from "../../../../types/http"
import { reconcileWorkflow } from "../../../../workflows/client-ledger"
import type { ReconcileBody } from "../validators"

export async function POST(
  req: AuthenticatedMedusaRequest<ReconcileBody>,
  res: MedusaResponse<AdminReconcileResponse>
) {
  const { result } = await reconcileWorkflow(req.scope).run({ input: req.validatedBody })
  res.json({ reconcile: result })
}
