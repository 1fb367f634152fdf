import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { AdminLedgerEntryResponse } from "../../../../../../../types/http"
import { reverseLedgerEntryWorkflow } from "../../../../../../../workflows/client-ledger"
import { idempotentRequestOf } from "../../../../../../utils/idempotency"
import { resultOf } from "../../../../../../utils/result-of"
import { toEntryResponse } from "../../../../../../utils/serializers"
import type { ReverseEntryBody } from "../../../../validators"

export async function POST(
  req: AuthenticatedMedusaRequest<ReverseEntryBody>,
  res: MedusaResponse<AdminLedgerEntryResponse>
) {
  const result = await resultOf(
    reverseLedgerEntryWorkflow(req.scope).run({
      input: {
        reversal: {
          ...req.validatedBody,
          account_id: req.params.id!,
          entry_id: req.params.entry_id!,
          actor_id: req.auth_context.actor_id,
        },
        request: idempotentRequestOf(req),
      },
    })
  )
  res.json(await toEntryResponse(req.scope, result))
}
