import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { StoreTopUpResponse } from "../../../../../../../types/http/top-ups"
import { openTopUpWorkflow } from "../../../../../../../workflows/client-ledger"
import { idempotentRequestOf } from "../../../../../../utils/idempotency"
import { resultOf } from "../../../../../../utils/result-of"
import { retrieveOwnAccount } from "../../own-account"
import type { TopUpBody } from "../../validators"
import { toOwnTopUp } from "./own-top-up"

export async function POST(
  req: AuthenticatedMedusaRequest<TopUpBody>,
  res: MedusaResponse<StoreTopUpResponse>
) {
  const account = await retrieveOwnAccount(req)
  const topUp = await resultOf(
    openTopUpWorkflow(req.scope).run({
      input: { ...req.validatedBody, account_id: account.id, request: idempotentRequestOf(req) },
    })
  )
  res.json({ top_up: await toOwnTopUp(req.scope, topUp) })
}
