import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { AdminChequeDepositResponse } from "../../../../types/http"
import { ledgerOf } from "../../../utils/ledger"
import { toDepositDetails } from "../serializers"

export async function GET(
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<AdminChequeDepositResponse>
) {
  const deposit = await ledgerOf(req.scope).retrieveChequeDeposit(req.params.id!)
  res.json({ cheque_deposit: await toDepositDetails(req.scope, deposit) })
}
