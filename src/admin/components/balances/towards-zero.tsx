import { Text, clx } from "@medusajs/ui"
import type { AdminClientAccountTotals } from "../../../types/http"
import { useFormat } from "../../hooks/use-format"
import { useWords } from "../../hooks/use-words"

type Age = keyof AdminClientAccountTotals["debt_ages"]

/** The older, the redder. */
const AGES: { age: Age; color: string }[] = [
  { age: "not_due", color: "bg-ui-tag-neutral-icon" },
  { age: "days_0_30", color: "bg-ui-tag-orange-border" },
  { age: "days_31_60", color: "bg-ui-tag-orange-icon" },
  { age: "days_61_90", color: "bg-ui-tag-red-icon opacity-60" },
  { age: "older", color: "bg-ui-tag-red-icon" },
]

type TowardsZeroProps = { totals: AdminClientAccountTotals }

/** How far one currency's clients are from zero: who is there, how old the debts are, which credits sleep. */
export const TowardsZero = ({ totals }: TowardsZeroProps) => {
  const t = useWords()
  const { money, percent } = useFormat()
  const { currency_code: currency, sleeping_credits: sleeping, settled_share: share } = totals
  return (
    <div className="flex flex-col gap-x-8 gap-y-2 px-4 py-3 sm:px-6 lg:flex-row lg:items-center">
      <Text size="small" leading="compact" weight="plus" className="shrink-0">
        {t("zero.share", { share: percent(share) })}
      </Text>
      <DebtAges totals={totals} />
      {sleeping.count > 0 && (
        <Text
          size="small"
          leading="compact"
          className="text-ui-fg-subtle shrink-0"
          title={t("zero.sleepingHint")}
        >
          {t("zero.sleeping", { count: sleeping.count, amount: money(sleeping.amount, currency) })}
        </Text>
      )}
    </div>
  )
}

const DebtAges = ({ totals: { debt_ages, owed, currency_code } }: TowardsZeroProps) => {
  const t = useWords()
  const { money } = useFormat()
  const shown = AGES.filter(({ age }) => debt_ages[age] > 0)
  if (!shown.length) {
    return (
      <Text size="small" leading="compact" className="text-ui-fg-muted flex-1">
        {t("zero.noDebt")}
      </Text>
    )
  }
  return (
    <div className="flex min-w-0 flex-1 flex-col gap-y-2">
      <div className="flex h-1.5 gap-x-0.5 overflow-hidden rounded-full" aria-hidden>
        {shown.map(({ age, color }) => (
          <div
            key={age}
            className={clx("min-w-1", color)}
            style={{ width: `${(100 * debt_ages[age]) / owed}%` }}
          />
        ))}
      </div>
      <dl className="flex flex-wrap gap-x-4 gap-y-1" aria-label={t("zero.debtAges")}>
        {shown.map(({ age, color }) => (
          <div key={age} className="txt-compact-xsmall flex items-center gap-x-1.5">
            <span className={clx("size-2 shrink-0 rounded-full", color)} aria-hidden />
            <dt className="text-ui-fg-subtle">{t(`zero.age.${age}`)}</dt>
            <dd className="tabular-nums">{money(debt_ages[age], currency_code)}</dd>
          </div>
        ))}
      </dl>
    </div>
  )
}
