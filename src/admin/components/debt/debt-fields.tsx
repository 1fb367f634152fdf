import type { DebtForm } from "../../hooks/use-debt-form"
import { useWords } from "../../hooks/use-words"
import { AmountField } from "../common/amount-field"
import { ChoiceField } from "../common/choice-field"

const RULES = ["allowed", "limited", "provision"] as const
const ACTIONS = ["warn", "block"] as const

type DebtFieldsProps = { form: DebtForm; currency: string; error?: string }

/** What clients may do, and what happens otherwise. */
export const DebtFields = ({ form, currency, error }: DebtFieldsProps) => {
  const t = useWords()
  return (
    <>
      <ChoiceField
        label={t("debt.rule")}
        choices={RULES.map((rule) => ({ value: rule, label: t(`debt.rules.${rule}`) }))}
        value={form.rule}
        onChange={form.setRule}
      />
      {form.rule === "limited" && (
        <AmountField
          label={t("debt.limit")}
          currency={currency}
          value={form.limit.text}
          onChange={form.limit.setText}
          hint={t("debt.limitHint")}
          error={error}
        />
      )}
      {form.rule !== "allowed" && (
        <ChoiceField
          label={t("debt.action")}
          choices={ACTIONS.map((action) => ({ value: action, label: t(`debt.actions.${action}`) }))}
          value={form.action}
          onChange={form.setAction}
        />
      )}
    </>
  )
}
