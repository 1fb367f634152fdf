import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { AdminReceiptResponse } from "../../../../../types/http"
import { reverseReceiptWorkflow } from "../../../../../workflows/client-ledger"
import { idempotentRequestOf } from "../../../../utils/idempotency"
import { resultOf } from "../../../../utils/result-of"
import { toReceiptResponse } from "../../serializers"
import type { ReverseReceiptBody } from "../../validators"

export async function POST(
  req: AuthenticatedMedusaRequest<ReverseReceiptBody>,
  res: MedusaResponse<AdminReceiptResponse>
) {
  const reversed = await resultOf(
    reverseReceiptWorkflow(req.scope).run({
      input: {
        reversal: {
          ...req.validatedBody,
          receipt_id: req.params.id!,
          actor_id: req.auth_context.actor_id,
        },
        request: idempotentRequestOf(req),
      },
    })
  )
  res.json(await toReceiptResponse(req.scope, reversed))
}
