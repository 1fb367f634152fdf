import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { CLIENT_LEDGER_MODULE } from "../../../modules/client-ledger"
import type ClientLedgerModuleService from "../../../modules/client-ledger/service"
import type { DebtPolicyInput } from "../../../modules/client-ledger/utils/debt-policy"

export type ChangeDebtPolicyInput = {
  /** Without it, the policy of the market. */
  client_account_id?: string
  /** Null ends a client's exception. */
  debt_policy: DebtPolicyInput | null
  actor_id: string | null
}

export const changeDebtPolicyStepId = "change-client-debt-policy"

/** The workflow's only step: there is nothing to undo after it. */
export const changeDebtPolicyStep = createStep(
  changeDebtPolicyStepId,
  async ({ client_account_id, debt_policy, actor_id }: ChangeDebtPolicyInput, { container }) => {
    const ledger = container.resolve<ClientLedgerModuleService>(CLIENT_LEDGER_MODULE)
    if (client_account_id) {
      await ledger.changeAccountDebtPolicy(client_account_id, debt_policy, actor_id)
    } else if (debt_policy) await ledger.changeDebtPolicy(debt_policy, actor_id)
    return new StepResponse(undefined)
  }
)
