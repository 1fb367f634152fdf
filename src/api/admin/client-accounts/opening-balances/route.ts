import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { AdminOpeningBalancesResponse } from "../../../../types/http"
import { importOpeningBalancesWorkflow } from "../../../../workflows/client-ledger"
import { idempotentRequestOf } from "../../../utils/idempotency"
import { resultOf } from "../../../utils/result-of"
import { toOpeningBalances } from "../../../utils/serializers"
import type { OpeningBalancesBody } from "../validators"

export async function POST(
  req: AuthenticatedMedusaRequest<OpeningBalancesBody>,
  res: MedusaResponse<AdminOpeningBalancesResponse>
) {
  const { dry_run, ...file } = req.validatedBody
  const result = await resultOf(
    importOpeningBalancesWorkflow(req.scope).run({
      input: {
        ...file,
        dry_run,
        actor_id: req.auth_context.actor_id,
        // A preview writes nothing: the key is for the import that follows it.
        request: dry_run ? undefined : idempotentRequestOf(req),
      },
    })
  )
  res.json({ opening_balances: toOpeningBalances(result) })
}
