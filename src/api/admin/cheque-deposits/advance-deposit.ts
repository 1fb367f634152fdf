import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { AdminChequeDepositResponse } from "../../../types/http"
import { advanceChequeDepositWorkflow } from "../../../workflows/client-ledger"
import { resultOf } from "../../utils/result-of"
import { toDepositDetails } from "./serializers"

/** A route that brings a slip one step on, and answers it as it is then. */
export const advanceDeposit =
  (to: "deposited" | "cleared" | "canceled") =>
  async (
    req: AuthenticatedMedusaRequest<object>,
    res: MedusaResponse<AdminChequeDepositResponse>
  ) => {
    const deposit = await resultOf(
      advanceChequeDepositWorkflow(req.scope).run({
        input: {
          ...req.validatedBody,
          to,
          deposit_id: req.params.id!,
          actor_id: req.auth_context.actor_id,
        },
      })
    )
    res.json({ cheque_deposit: await toDepositDetails(req.scope, deposit) })
  }
