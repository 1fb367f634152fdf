import { useState } from "react"
import type { AdminDebtPolicy } from "../../../types/http/account-credit"
import { useChangeDebtPolicy } from "../../hooks/debt-policy"
import { useDebtForm } from "../../hooks/use-debt-form"
import { useSaving } from "../../hooks/use-saving"
import { useWords } from "../../hooks/use-words"
import { FormDrawer } from "../common/form-drawer"
import { DebtFields } from "./debt-fields"

type DebtDrawerProps = { policy: AdminDebtPolicy; currency: string; onClose: () => void }

/** The market's rule, for every client without an exception. */
export const DebtDrawer = ({ policy, currency, onClose }: DebtDrawerProps) => {
  const t = useWords()
  const form = useDebtForm(policy, currency)
  const [isChecked, setIsChecked] = useState(false)
  const change = useChangeDebtPolicy(null, useSaving(onClose))

  const submit = () => {
    setIsChecked(true)
    if (!form.error) change.mutate(form.policy())
  }

  return (
    <FormDrawer
      title={t("debt.edit")}
      hint={t("debt.hint")}
      submitLabel={t("actions.save")}
      isPending={change.isPending}
      onSubmit={submit}
      onClose={onClose}
    >
      <DebtFields form={form} currency={currency} error={isChecked ? form.error : undefined} />
    </FormDrawer>
  )
}
