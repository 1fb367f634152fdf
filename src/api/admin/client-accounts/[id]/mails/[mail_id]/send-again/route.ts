import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { AdminClientMailResponse } from "../../../../../../../types/http"
import { sendMailAgainWorkflow } from "../../../../../../../workflows/client-ledger"
import { toClientMails } from "../../../../../../utils/mails"
import { resultOf } from "../../../../../../utils/result-of"

export async function POST(
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<AdminClientMailResponse>
) {
  const mail = await resultOf(
    sendMailAgainWorkflow(req.scope).run({
      input: {
        account_id: req.params.id!,
        mail_id: req.params.mail_id!,
        actor_id: req.auth_context.actor_id,
      },
    })
  )
  const [client_mail] = await toClientMails(req.scope, [mail])
  res.json({ client_mail: client_mail! })
}
