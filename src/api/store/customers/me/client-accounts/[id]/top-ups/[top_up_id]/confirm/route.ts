import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { StoreTopUpResultResponse } from "../../../../../../../../../types/http/top-ups"
import { settleTopUpWorkflow } from "../../../../../../../../../workflows/client-ledger"
import { resultOf } from "../../../../../../../../utils/result-of"
import { retrieveOwnAccount } from "../../../../own-account"
import { toOwnAccount } from "../../../../serializers"
import { retrieveOwnTopUp, toOwnTopUp } from "../../own-top-up"

/** The client's browser says that he has paid: the provider is asked, and what it took is posted. */
export async function POST(
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<StoreTopUpResultResponse>
) {
  const { id: top_up_id } = await retrieveOwnTopUp(req)
  const { top_up } = await resultOf(settleTopUpWorkflow(req.scope).run({ input: { top_up_id } }))
  res.json({
    top_up: await toOwnTopUp(req.scope, top_up),
    client_account: toOwnAccount(await retrieveOwnAccount(req)),
  })
}
