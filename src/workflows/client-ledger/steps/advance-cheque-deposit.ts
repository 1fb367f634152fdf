import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { CLIENT_LEDGER_MODULE } from "../../../modules/client-ledger"
import type ClientLedgerModuleService from "../../../modules/client-ledger/service"
import type {
  ChequeClearing,
  DepositCancellation,
  DepositDay,
} from "../../../modules/client-ledger/sql/deposit-cheques"

/** What becomes of a slip: it goes to the bank, the bank credits it, or it is void. */
export type AdvanceChequeDepositInput =
  | ({ to: "deposited" } & DepositDay)
  | ({ to: "cleared" } & ChequeClearing)
  | ({ to: "canceled" } & DepositCancellation)

export const advanceChequeDepositStepId = "advance-cheque-deposit"

/** Writes it. It is the workflow's last step, so that nothing can fail after it. */
export const advanceChequeDepositStep = createStep(
  advanceChequeDepositStepId,
  async (input: AdvanceChequeDepositInput, { container }) => {
    const ledger = container.resolve<ClientLedgerModuleService>(CLIENT_LEDGER_MODULE)
    if (input.to === "deposited") return new StepResponse(await ledger.depositCheques(input))
    if (input.to === "cleared") return new StepResponse(await ledger.clearCheques(input))
    return new StepResponse(await ledger.cancelChequeDeposit(input))
  }
)
