import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { AdminBringToZeroResponse } from "../../../../types/http"
import { bringToZeroWorkflow } from "../../../../workflows/client-ledger"
import { actorEmails } from "../../../utils/actors"
import { idempotentRequestOf } from "../../../utils/idempotency"
import { resultOf } from "../../../utils/result-of"
import { toClientAccount, toLedgerEntry } from "../../../utils/serializers"
import { toReceipts, toWarnings } from "../../receipts/serializers"
import type { BringToZeroBody } from "../validators"

export async function POST(
  req: AuthenticatedMedusaRequest<BringToZeroBody>,
  res: MedusaResponse<AdminBringToZeroResponse>
) {
  const { accounts, ...rest } = req.validatedBody
  const { actor_id } = req.auth_context
  const brought = await resultOf(
    bringToZeroWorkflow(req.scope).run({
      input: {
        zero: {
          ...rest,
          accounts: accounts.map(({ client_account_id, ...row }) => ({
            ...row,
            account_id: client_account_id,
          })),
          actor_id,
        },
        request: idempotentRequestOf(req),
      },
    })
  )
  const emails = await actorEmails(req.scope, brought.write_offs)
  const receipts = brought.receipts.map(({ receipt }) => receipt)
  res.json({
    receipts: await toReceipts(req.scope, receipts),
    write_offs: brought.write_offs.map((entry) => toLedgerEntry(entry, emails)),
    client_accounts: brought.client_accounts.map(toClientAccount),
    warnings: toWarnings(brought.receipts),
  })
}
