import { useState } from "react"
import type { AdminClientAccount } from "../../../types/http"
import type { AdminAccountDebtPolicyResponse } from "../../../types/http/account-credit"
import { useAccountDebtPolicy, useChangeDebtPolicy } from "../../hooks/debt-policy"
import { useAccountWords } from "../../hooks/use-account-words"
import { useDebtForm } from "../../hooks/use-debt-form"
import { useSaving } from "../../hooks/use-saving"
import { useWords } from "../../hooks/use-words"
import { ChoiceField } from "../common/choice-field"
import { FormDrawer } from "../common/form-drawer"
import { DebtFields } from "./debt-fields"

type AccountDebtDrawerProps = { account: AdminClientAccount; onClose: () => void }

/** The exception of one client, or the market's rule. */
export const AccountDebtDrawer = (props: AccountDebtDrawerProps) => {
  const { data } = useAccountDebtPolicy(props.account.id)
  return data ? <ExceptionForm {...props} policies={data.debt_policy} /> : null
}

type ExceptionFormProps = AccountDebtDrawerProps & {
  policies: AdminAccountDebtPolicyResponse["debt_policy"]
}

const ExceptionForm = ({ account, policies, onClose }: ExceptionFormProps) => {
  const t = useWords()
  const words = useAccountWords()
  const [whose, setWhose] = useState<"market" | "own">(policies.own ? "own" : "market")
  const [isChecked, setIsChecked] = useState(false)
  const form = useDebtForm(policies.effective, account.currency_code)
  const change = useChangeDebtPolicy(account.id, useSaving(onClose))

  const submit = () => {
    setIsChecked(true)
    if (whose === "market") change.mutate(null)
    else if (!form.error) change.mutate(form.policy())
  }

  return (
    <FormDrawer
      title={t("debt.edit")}
      hint={t("debt.accountHint", { name: words.name(account) })}
      submitLabel={t("actions.save")}
      isPending={change.isPending}
      onSubmit={submit}
      onClose={onClose}
    >
      <ChoiceField
        label={t("debt.whose")}
        choices={[
          { value: "market", label: t("debt.market") },
          { value: "own", label: t("debt.own") },
        ]}
        value={whose}
        onChange={setWhose}
      />
      {whose === "own" && (
        <DebtFields
          form={form}
          currency={account.currency_code}
          error={isChecked ? form.error : undefined}
        />
      )}
    </FormDrawer>
  )
}
