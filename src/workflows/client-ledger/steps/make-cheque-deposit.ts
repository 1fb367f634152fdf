import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { CLIENT_LEDGER_MODULE } from "../../../modules/client-ledger"
import type ClientLedgerModuleService from "../../../modules/client-ledger/service"
import type { ChequeDepositInput } from "../../../modules/client-ledger/sql/deposit-cheques"
import type { IdempotentRequest } from "../../../modules/client-ledger/types"

export type MakeChequeDepositInput = { deposit: ChequeDepositInput; request?: IdempotentRequest }

export const makeChequeDepositStepId = "make-cheque-deposit"

/** Writes the slip. It isn't undone: its number is taken for ever. */
export const makeChequeDepositStep = createStep(
  makeChequeDepositStepId,
  async ({ deposit, request }: MakeChequeDepositInput, { container }) => {
    const ledger = container.resolve<ClientLedgerModuleService>(CLIENT_LEDGER_MODULE)
    return new StepResponse(await ledger.makeChequeDeposit(deposit, request))
  }
)
