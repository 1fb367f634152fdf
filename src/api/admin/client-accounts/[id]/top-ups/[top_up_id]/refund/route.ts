import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { AdminTopUpRefundResponse } from "../../../../../../../types/http/top-ups"
import { refundTopUpWorkflow } from "../../../../../../../workflows/client-ledger"
import { idempotentRequestOf } from "../../../../../../utils/idempotency"
import { ledgerOf } from "../../../../../../utils/ledger"
import { resultOf } from "../../../../../../utils/result-of"
import { toClientAccount } from "../../../../../../utils/serializers"
import type { RefundTopUpBody } from "../../../../validators"
import { retrieveTopUpOfAccount, toAdminTopUp } from "../../account-top-up"

export async function POST(
  req: AuthenticatedMedusaRequest<RefundTopUpBody>,
  res: MedusaResponse<AdminTopUpRefundResponse>
) {
  const { id: top_up_id, account_id } = await retrieveTopUpOfAccount(req)
  const { top_up } = await resultOf(
    refundTopUpWorkflow(req.scope).run({
      input: {
        refund: { ...req.validatedBody, top_up_id, actor_id: req.auth_context.actor_id },
        request: idempotentRequestOf(req),
      },
    })
  )
  const account = await ledgerOf(req.scope).retrieveBalance(account_id)
  res.json({ top_up: toAdminTopUp(top_up), client_account: toClientAccount(account) })
}
