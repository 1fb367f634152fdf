import type { ChequeDTO } from "../../../modules/client-ledger/sql/cheques"
import { toNumber } from "../../../modules/client-ledger/utils/money"
import type { AdminCheque } from "../../../types/http"
import { toIso } from "../../utils/serializers"

/** A cheque that waits, or one on its slip: they differ in the states they may have. */
export const toCheque = <State extends string>({
  account_id,
  deposit_id,
  ...cheque
}: Omit<ChequeDTO, "state"> & { state: State }): Omit<AdminCheque, "state"> & { state: State } => ({
  ...cheque,
  client_account_id: account_id,
  cheque_deposit_id: deposit_id,
  amount: toNumber(cheque.amount),
  created_at: toIso(cheque.created_at),
})
