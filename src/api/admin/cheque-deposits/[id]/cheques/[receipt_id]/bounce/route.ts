import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { AdminBouncedChequeResponse } from "../../../../../../../types/http"
import { bounceChequeWorkflow } from "../../../../../../../workflows/client-ledger"
import { idempotentRequestOf } from "../../../../../../utils/idempotency"
import { resultOf } from "../../../../../../utils/result-of"
import { toClientAccount } from "../../../../../../utils/serializers"
import { toReceipts } from "../../../../../receipts/serializers"
import { toDepositDetails } from "../../../../serializers"
import type { BounceBody } from "../../../../validators"

export async function POST(
  req: AuthenticatedMedusaRequest<BounceBody>,
  res: MedusaResponse<AdminBouncedChequeResponse>
) {
  const bounced = await resultOf(
    bounceChequeWorkflow(req.scope).run({
      input: {
        bounce: {
          ...req.validatedBody,
          deposit_id: req.params.id!,
          receipt_id: req.params.receipt_id!,
          actor_id: req.auth_context.actor_id,
        },
        request: idempotentRequestOf(req),
      },
    })
  )
  const [receipt] = await toReceipts(req.scope, [bounced.receipt])
  res.json({
    cheque_deposit: await toDepositDetails(req.scope, bounced.deposit),
    receipt: receipt!,
    client_account: toClientAccount(bounced.client_account),
  })
}
