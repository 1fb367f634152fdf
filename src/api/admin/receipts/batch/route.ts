import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { AdminReceiptBatchResponse } from "../../../../types/http"
import { recordReceiptsWorkflow } from "../../../../workflows/client-ledger"
import { idempotentRequestOf } from "../../../utils/idempotency"
import { resultOf } from "../../../utils/result-of"
import { toReceipts, toWarnings } from "../serializers"
import type { RecordReceiptBatchBody } from "../validators"

export async function POST(
  req: AuthenticatedMedusaRequest<RecordReceiptBatchBody>,
  res: MedusaResponse<AdminReceiptBatchResponse>
) {
  const { actor_id } = req.auth_context
  const recorded = await resultOf(
    recordReceiptsWorkflow(req.scope).run({
      input: {
        receipts: req.validatedBody.receipts.map((receipt) => ({ ...receipt, actor_id })),
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
