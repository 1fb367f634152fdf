import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { AdminOrderLedgerResponse } from "../../../../../../types/http"
import { pickUpOrderWorkflow } from "../../../../../../workflows/client-ledger"
import { resultOf } from "../../../../../utils/result-of"
import { toOrderLedgerResponse } from "../../serializers"

export async function POST(
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<AdminOrderLedgerResponse>
) {
  const order_id = req.params.id!
  const input = { order_id, actor_id: req.auth_context.actor_id }
  await resultOf(pickUpOrderWorkflow(req.scope).run({ input }))
  res.json(await toOrderLedgerResponse(req.scope, order_id))
}
