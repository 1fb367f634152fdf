import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { CLIENT_LEDGER_MODULE } from "../../../modules/client-ledger"
import type ClientLedgerModuleService from "../../../modules/client-ledger/service"
import type {
  BankAccountPatch,
  NewBankAccount,
} from "../../../modules/client-ledger/sql/bank-accounts"

export type KeepBankAccountInput =
  { create: NewBankAccount } | { id: string; patch: BankAccountPatch }

export const keepBankAccountStepId = "keep-bank-account"

/** Writes it. It is the workflow's last step, so that nothing can fail after it. */
export const keepBankAccountStep = createStep(
  keepBankAccountStepId,
  async (input: KeepBankAccountInput, { container }) => {
    const ledger = container.resolve<ClientLedgerModuleService>(CLIENT_LEDGER_MODULE)
    const account =
      "create" in input
        ? await ledger.createBankAccount(input.create)
        : await ledger.updateBankAccount(input.id, input.patch)
    return new StepResponse(account)
  }
)
