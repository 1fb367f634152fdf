import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { AdminReceiptBatchResponse } from "../../../../types/http"
import { acceptBankLinesWorkflow } from "../../../../workflows/client-ledger"
import { idempotentRequestOf } from "../../../utils/idempotency"
import { resultOf } from "../../../utils/result-of"
import { toReceipts, toWarnings } from "../../receipts/serializers"
import type { AcceptBankLinesBody } from "../validators"

export async function POST(
  req: AuthenticatedMedusaRequest<AcceptBankLinesBody>,
  res: MedusaResponse<AdminReceiptBatchResponse>
) {
  const recorded = await resultOf(
    acceptBankLinesWorkflow(req.scope).run({
      input: {
        payments: req.validatedBody.lines,
        actor_id: req.auth_context.actor_id,
        request: idempotentRequestOf(req),
      },
    })
  )
  const receipts = recorded.map(({ receipt }) => receipt)
  res.json({
    receipts: await toReceipts(req.scope, receipts),
    warnings: toWarnings(recorded),
  })
}
