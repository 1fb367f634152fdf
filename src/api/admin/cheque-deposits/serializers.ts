import type { MedusaContainer } from "@medusajs/framework/types"
import type {
  ChequeDepositDTO,
  ChequeDepositSummaryDTO,
} from "../../../modules/client-ledger/sql/cheque-deposits"
import { toNumber } from "../../../modules/client-ledger/utils/money"
import type { AdminChequeDeposit, AdminChequeDepositDetails } from "../../../types/http"
import { actorEmails, actorOf } from "../../utils/actors"
import { toIso } from "../../utils/serializers"
import { toCheque } from "../cheques/serializers"

export async function toDeposits(
  scope: MedusaContainer,
  deposits: ChequeDepositSummaryDTO[]
): Promise<AdminChequeDeposit[]> {
  const emails = await actorEmails(scope, deposits)
  return deposits.map((deposit) => ({
    id: deposit.id,
    number: deposit.number,
    currency_code: deposit.currency_code,
    status: deposit.status,
    count: deposit.count,
    total: toNumber(deposit.total),
    cleared: toNumber(deposit.cleared),
    bounced: toNumber(deposit.bounced),
    note: deposit.note,
    deposited_on: deposit.deposited_on,
    canceled_at: deposit.canceled_at && toIso(deposit.canceled_at),
    created_at: toIso(deposit.created_at),
    actor: actorOf(deposit, emails),
  }))
}

export async function toDepositDetails(
  scope: MedusaContainer,
  deposit: ChequeDepositDTO
): Promise<AdminChequeDepositDetails> {
  const [summary] = await toDeposits(scope, [deposit])
  return { ...summary!, cheques: deposit.cheques.map(toCheque) }
}
