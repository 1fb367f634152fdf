import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { AdminReceiptListResponse, AdminReceiptResponse } from "../../../types/http"
import { recordReceiptsWorkflow } from "../../../workflows/client-ledger"
import { idempotentRequestOf } from "../../utils/idempotency"
import { ledgerOf } from "../../utils/ledger"
import { resultOf } from "../../utils/result-of"
import { toReceiptResponse, toReceipts } from "./serializers"
import type { ListReceiptsQuery, RecordReceiptBody } from "./validators"

export async function GET(
  req: AuthenticatedMedusaRequest<unknown, ListReceiptsQuery>,
  res: MedusaResponse<AdminReceiptListResponse>
) {
  const { limit, offset, ...filters } = req.validatedQuery as ListReceiptsQuery
  const [receipts, count] = await ledgerOf(req.scope).listReceipts(filters, { limit, offset })
  res.json({ receipts: await toReceipts(req.scope, receipts), count, offset, limit })
}

export async function POST(
  req: AuthenticatedMedusaRequest<RecordReceiptBody>,
  res: MedusaResponse<AdminReceiptResponse>
) {
  const [recorded] = await resultOf(
    recordReceiptsWorkflow(req.scope).run({
      input: {
        receipts: [{ ...req.validatedBody, actor_id: req.auth_context.actor_id }],
        request: idempotentRequestOf(req),
      },
    })
  )
  res.json(await toReceiptResponse(req.scope, recorded!))
}
