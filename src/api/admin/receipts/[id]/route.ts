import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { AdminReceipt } from "../../../../types/http"
import { correctReceiptWorkflow } from "../../../../workflows/client-ledger"
import { ledgerOf } from "../../../utils/ledger"
import { resultOf } from "../../../utils/result-of"
import { toReceipts } from "../serializers"
import type { CorrectReceiptBody } from "../validators"

export async function GET(
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<{ receipt: AdminReceipt }>
) {
  res.json({ receipt: await retrieve(req) })
}

export async function POST(
  req: AuthenticatedMedusaRequest<CorrectReceiptBody>,
  res: MedusaResponse<{ receipt: AdminReceipt }>
) {
  await resultOf(
    correctReceiptWorkflow(req.scope).run({
      input: {
        ...req.validatedBody,
        receipt_id: req.params.id!,
        actor_id: req.auth_context.actor_id,
      },
    })
  )
  res.json({ receipt: await retrieve(req) })
}

async function retrieve(req: AuthenticatedMedusaRequest): Promise<AdminReceipt> {
  const receipt = await ledgerOf(req.scope).retrieveReceipt(req.params.id!)
  const [answer] = await toReceipts(req.scope, [receipt])
  return answer!
}
