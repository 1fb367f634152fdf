import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { ConflictError } from "../../../../../../../../modules/client-ledger/utils/errors"
import type {
  StoreTopUpResponse,
  StoreTopUpResultResponse,
} from "../../../../../../../../types/http/top-ups"
import { closeTopUpWorkflow } from "../../../../../../../../workflows/client-ledger"
import { resultOf } from "../../../../../../../utils/result-of"
import { retrieveOwnAccount } from "../../../own-account"
import { toOwnAccount } from "../../../serializers"
import { retrieveOwnTopUp, toOwnTopUp } from "../own-top-up"

export async function GET(
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<StoreTopUpResponse>
) {
  res.json({ top_up: await toOwnTopUp(req.scope, await retrieveOwnTopUp(req)) })
}

/** The client changed his mind. What he has paid stays paid: a refund is the market's. */
export async function DELETE(
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<StoreTopUpResultResponse>
) {
  const { id: top_up_id } = await retrieveOwnTopUp(req)
  const { top_up } = await resultOf(
    closeTopUpWorkflow(req.scope).run({ input: { top_up_id, status: "canceled" } })
  )
  if (top_up.status === "paid" || top_up.status === "refunded") {
    throw new ConflictError(
      `Top-up ${top_up.id} is ${top_up.status}: it can't be cancelled any more`
    )
  }
  res.json({
    top_up: await toOwnTopUp(req.scope, top_up),
    client_account: toOwnAccount(await retrieveOwnAccount(req)),
  })
}
