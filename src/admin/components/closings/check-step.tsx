import { Input, Text, Textarea, clx } from "@medusajs/ui"
import type { ClosingForm, Comparison } from "../../hooks/use-closing-form"
import { useFormat } from "../../hooks/use-format"
import { useWords } from "../../hooks/use-words"
import { Field } from "../common/field"
import { MethodIcon } from "../common/method-icon"

type CheckStepProps = { form: ClosingForm; isChecked: boolean }

export const CheckStep = ({ form, isChecked }: CheckStepProps) => {
  const t = useWords()
  return (
    <>
      <div className="flex flex-col gap-y-3">
        {form.compare().map((comparison) => (
          <MethodCard
            key={comparison.method}
            comparison={comparison}
            form={form}
            isChecked={isChecked}
          />
        ))}
      </div>
      <Field label={t("closing.note")} optional>
        {(control) => (
          <Textarea
            {...control}
            value={form.typed.note}
            onChange={(event) => form.type({ note: event.target.value })}
          />
        )}
      </Field>
    </>
  )
}

type MethodCardProps = CheckStepProps & { comparison: Comparison }

const MethodCard = ({ comparison, form, isChecked }: MethodCardProps) => {
  const t = useWords()
  const { method, gap } = comparison
  const reason = form.reasons[method] ?? ""
  return (
    <section className="shadow-elevation-card-rest flex flex-col gap-y-3 rounded-lg p-4">
      <div className="flex items-center gap-x-2">
        <span className="text-ui-fg-subtle">
          <MethodIcon method={method} />
        </span>
        <Text weight="plus">{t(`method.${method}`)}</Text>
      </div>
      <Amounts comparison={comparison} currency={form.currency} />
      {gap !== null && gap !== 0 && (
        <Field
          label={t("closing.reason")}
          error={isChecked && !reason.trim() ? t("closing.reasonMissing") : undefined}
        >
          {(control) => (
            <Input
              {...control}
              value={reason}
              onChange={(event) => form.setReason(method, event.target.value)}
            />
          )}
        </Field>
      )}
    </section>
  )
}

type AmountsProps = { comparison: Comparison; currency: string }

/** Expected, counted, and the gap: green where there is none, red where there is one. */
export const Amounts = ({ comparison: { expected, counted, gap }, currency }: AmountsProps) => {
  const t = useWords()
  const { money, signed } = useFormat()
  const cells = [
    { label: t("closing.expected"), value: money(expected, currency) },
    {
      label: t("closing.counted"),
      value: counted === null ? t("closing.notCounted") : money(counted, currency),
    },
  ]
  return (
    <dl className="grid grid-cols-3 gap-x-2">
      {cells.map(({ label, value }) => (
        <Figure key={label} label={label} value={value} />
      ))}
      {gap !== null && (
        <Figure
          label={t("closing.gap")}
          value={gap === 0 ? t("closing.noGap") : signed(gap, currency)}
          tone={gap === 0 ? "text-ui-tag-green-text" : "text-ui-tag-red-text"}
        />
      )}
    </dl>
  )
}

type FigureProps = { label: string; value: string; tone?: string }

const Figure = ({ label, value, tone }: FigureProps) => (
  <div>
    <dt className="txt-compact-xsmall text-ui-fg-muted">{label}</dt>
    <dd className={clx("txt-compact-small-plus mt-1 tabular-nums", tone)}>{value}</dd>
  </div>
)
