import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { AdminClientMailListResponse } from "../../../../../types/http"
import { hasMailProvider } from "../../../../../workflows/client-ledger/utils/mail-provider"
import { ledgerOf } from "../../../../utils/ledger"
import { toClientMails } from "../../../../utils/mails"
import type { ListMailsQuery } from "../../validators"

export async function GET(
  req: AuthenticatedMedusaRequest<unknown, ListMailsQuery>,
  res: MedusaResponse<AdminClientMailListResponse>
) {
  const { limit, offset } = req.validatedQuery as ListMailsQuery
  const [mails, count] = await ledgerOf(req.scope).listMails(req.params.id!, { limit, offset })
  const client_mails = await toClientMails(req.scope, mails)
  res.json({ client_mails, can_send: hasMailProvider(req.scope), count, offset, limit })
}
