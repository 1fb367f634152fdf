import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { AdminTransferResponse } from "../../../../../types/http"
import { recordTransferWorkflow } from "../../../../../workflows/client-ledger"
import { idempotentRequestOf } from "../../../../utils/idempotency"
import { resultOf } from "../../../../utils/result-of"
import { toClientAccount } from "../../../../utils/serializers"
import type { RecordTransferBody } from "../../validators"

export async function POST(
  req: AuthenticatedMedusaRequest<RecordTransferBody>,
  res: MedusaResponse<AdminTransferResponse>
) {
  const { to_client_account_id, ...transfer } = req.validatedBody
  const [from, to] = await resultOf(
    recordTransferWorkflow(req.scope).run({
      input: {
        transfer: {
          ...transfer,
          from_account_id: req.params.id!,
          to_account_id: to_client_account_id,
          actor_id: req.auth_context.actor_id,
        },
        request: idempotentRequestOf(req),
      },
    })
  )
  res.json({ client_account: toClientAccount(from!), to_client_account: toClientAccount(to!) })
}
