import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type {
  AdminChequeDepositListResponse,
  AdminChequeDepositResponse,
} from "../../../types/http"
import { makeChequeDepositWorkflow } from "../../../workflows/client-ledger"
import { idempotentRequestOf } from "../../utils/idempotency"
import { ledgerOf } from "../../utils/ledger"
import { resultOf } from "../../utils/result-of"
import { toDepositDetails, toDeposits } from "./serializers"
import type { ListDepositsQuery, MakeDepositBody } from "./validators"

export async function GET(
  req: AuthenticatedMedusaRequest<unknown, ListDepositsQuery>,
  res: MedusaResponse<AdminChequeDepositListResponse>
) {
  const { limit, offset, ...filters } = req.validatedQuery as ListDepositsQuery
  const [deposits, count] = await ledgerOf(req.scope).listChequeDeposits(filters, { limit, offset })
  res.json({ cheque_deposits: await toDeposits(req.scope, deposits), count, offset, limit })
}

export async function POST(
  req: AuthenticatedMedusaRequest<MakeDepositBody>,
  res: MedusaResponse<AdminChequeDepositResponse>
) {
  const deposit = await resultOf(
    makeChequeDepositWorkflow(req.scope).run({
      input: {
        deposit: { ...req.validatedBody, actor_id: req.auth_context.actor_id },
        request: idempotentRequestOf(req),
      },
    })
  )
  res.json({ cheque_deposit: await toDepositDetails(req.scope, deposit) })
}
