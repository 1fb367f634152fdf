import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { AdminClosingListResponse, AdminClosingResponse } from "../../../../types/http"
import { closeDayWorkflow } from "../../../../workflows/client-ledger"
import { idempotentRequestOf } from "../../../utils/idempotency"
import { ledgerOf } from "../../../utils/ledger"
import { resultOf } from "../../../utils/result-of"
import { toClosingDetails, toClosings } from "./serializers"
import type { CloseDayBody, ListClosingsQuery } from "./validators"

export async function GET(
  req: AuthenticatedMedusaRequest<unknown, ListClosingsQuery>,
  res: MedusaResponse<AdminClosingListResponse>
) {
  const { limit, offset } = req.validatedQuery as ListClosingsQuery
  const [closings, count] = await ledgerOf(req.scope).listClosings({ limit, offset })
  res.json({ closings: await toClosings(req.scope, closings), count, offset, limit })
}

export async function POST(
  req: AuthenticatedMedusaRequest<CloseDayBody>,
  res: MedusaResponse<AdminClosingResponse>
) {
  const { id } = await resultOf(
    closeDayWorkflow(req.scope).run({
      input: {
        closing: { ...req.validatedBody, actor_id: req.auth_context.actor_id },
        request: idempotentRequestOf(req),
      },
    })
  )
  const details = await ledgerOf(req.scope).retrieveClosing(id)
  res.json({ closing: await toClosingDetails(req.scope, details) })
}
