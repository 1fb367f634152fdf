import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { AdminClientMailResponse } from "../../../../../../types/http"
import { mailStatementWorkflow } from "../../../../../../workflows/client-ledger"
import { idempotentRequestOf } from "../../../../../utils/idempotency"
import { toClientMails } from "../../../../../utils/mails"
import { resultOf } from "../../../../../utils/result-of"
import type { MailStatementBody } from "../../../validators"

export async function POST(
  req: AuthenticatedMedusaRequest<MailStatementBody>,
  res: MedusaResponse<AdminClientMailResponse>
) {
  const { language, ...period } = req.validatedBody
  const mail = await resultOf(
    mailStatementWorkflow(req.scope).run({
      input: {
        account_id: req.params.id!,
        period,
        language,
        actor_id: req.auth_context.actor_id,
        request: idempotentRequestOf(req),
      },
    })
  )
  const [client_mail] = await toClientMails(req.scope, [mail])
  res.json({ client_mail: client_mail! })
}
