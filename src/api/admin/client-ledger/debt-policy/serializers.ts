import type { AccountDebtPolicy } from "../../../../modules/client-ledger/sql/debt-policies"
import type { DebtPolicy } from "../../../../modules/client-ledger/utils/debt-policy"
import { toNumber } from "../../../../modules/client-ledger/utils/money"
import type {
  AdminAccountDebtPolicyResponse,
  AdminDebtPolicy,
} from "../../../../types/http/account-credit"

export const toDebtPolicy = ({ rule, limit, action }: DebtPolicy): AdminDebtPolicy => ({
  rule,
  limit: limit === null ? null : toNumber(limit),
  action,
})

export const toAccountDebtPolicy = ({
  own,
  effective,
}: AccountDebtPolicy): AdminAccountDebtPolicyResponse => ({
  debt_policy: { own: own && toDebtPolicy(own), effective: toDebtPolicy(effective) },
})
