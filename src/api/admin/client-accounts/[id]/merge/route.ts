import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { AdminMergeResponse } from "../../../../../types/http"
import { mergeGuestWorkflow } from "../../../../../workflows/client-ledger"
import { idempotentRequestOf } from "../../../../utils/idempotency"
import { resultOf } from "../../../../utils/result-of"
import { toClientAccount } from "../../../../utils/serializers"
import type { MergeBody } from "../../validators"

export async function POST(
  req: AuthenticatedMedusaRequest<MergeBody>,
  res: MedusaResponse<AdminMergeResponse>
) {
  const { into_client_account_id, note } = req.validatedBody
  const [guest, client] = await resultOf(
    mergeGuestWorkflow(req.scope).run({
      input: {
        merge: {
          from_account_id: req.params.id!,
          into_account_id: into_client_account_id,
          note,
          actor_id: req.auth_context.actor_id,
        },
        request: idempotentRequestOf(req),
      },
    })
  )
  res.json({
    client_account: toClientAccount(guest!),
    into_client_account: toClientAccount(client!),
  })
}
