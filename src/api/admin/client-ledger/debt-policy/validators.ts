import { z } from "@medusajs/framework/zod"
import { DEBT_ACTIONS, DEBT_RULES } from "../../../../modules/client-ledger/utils/debt-policy"
import { amountField } from "../../../utils/schemas"

const policy = z.strictObject({
  rule: z.enum(DEBT_RULES),
  limit: amountField.nullish(),
  action: z.enum(DEBT_ACTIONS),
})

export const debtPolicyBody = z.strictObject({ debt_policy: policy })
export type DebtPolicyBody = z.infer<typeof debtPolicyBody>

/** Null ends the client's exception. */
export const accountDebtPolicyBody = z.strictObject({ debt_policy: policy.nullable() })
export type AccountDebtPolicyBody = z.infer<typeof accountDebtPolicyBody>
