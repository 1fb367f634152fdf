import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { AdminOrderLedgerResponse } from "../../../../../../types/http"
import { changeOrderItemsWorkflow } from "../../../../../../workflows/client-ledger"
import { resultOf } from "../../../../../utils/result-of"
import { toOrderLedgerResponse } from "../../serializers"
import type { ChangeOrderItemsBody } from "../../validators"

export async function POST(
  req: AuthenticatedMedusaRequest<ChangeOrderItemsBody>,
  res: MedusaResponse<AdminOrderLedgerResponse>
) {
  const order_id = req.params.id!
  const { items } = req.validatedBody
  const input = { order_id, items, actor_id: req.auth_context.actor_id }
  await resultOf(changeOrderItemsWorkflow(req.scope).run({ input }))
  res.json(await toOrderLedgerResponse(req.scope, order_id))
}
