import { Input, Label, Text } from "@medusajs/ui"
import { useId } from "react"
import type { ClosingForm } from "../../hooks/use-closing-form"
import { useFormat } from "../../hooks/use-format"
import { useWords } from "../../hooks/use-words"
import { AmountField } from "../common/amount-field"

type CashStepProps = { form: ClosingForm; lastLeft: number | null; isChecked: boolean }

export const CashStep = ({ form, lastLeft, isChecked }: CashStepProps) => {
  const t = useWords()
  const { money } = useFormat()
  const { currency, denominations, typed, type } = form
  const invalid = t("error.amountInvalid")
  const leftError = () => {
    if (form.cashLeft === null) return invalid
    return form.cashLeft > (form.cash ?? 0) ? t("closing.cashLeftError") : undefined
  }
  return (
    <>
      <AmountField
        label={t("closing.openingFloat")}
        currency={currency}
        value={typed.openingFloat}
        onChange={(openingFloat) => type({ openingFloat })}
        hint={
          lastLeft === null
            ? undefined
            : t("closing.openingFloatHint", { amount: money(lastLeft, currency) })
        }
        error={isChecked && form.float === null ? invalid : undefined}
      />
      {denominations ? (
        <div className="grid grid-cols-2 gap-x-4">
          <Denominations label={t("closing.notes")} values={denominations.notes} form={form} />
          <Denominations label={t("closing.coins")} values={denominations.coins} form={form} />
        </div>
      ) : (
        <AmountField
          label={t("closing.cashTotal")}
          currency={currency}
          value={typed.cash}
          onChange={(cash) => type({ cash })}
          error={isChecked && form.cash === null ? invalid : undefined}
        />
      )}
      <div className="bg-ui-bg-subtle shadow-elevation-card-rest sticky bottom-0 z-10 flex items-center justify-between rounded-lg px-4 py-3">
        <Text weight="plus">{t("closing.total")}</Text>
        <Text size="large" weight="plus" className="tabular-nums" data-testid="cash-total">
          {money(form.cash ?? 0, currency)}
        </Text>
      </div>
      <AmountField
        label={t("closing.cashLeft")}
        currency={currency}
        value={typed.cashLeft}
        onChange={(cashLeft) => type({ cashLeft })}
        error={isChecked ? leftError() : undefined}
      />
    </>
  )
}

type DenominationsProps = { label: string; values: number[]; form: ClosingForm }

const Denominations = ({ label, values, form }: DenominationsProps) => (
  <fieldset className="flex min-w-0 flex-col gap-y-2">
    <legend className="txt-compact-small-plus mb-2">{label}</legend>
    {values.map((value) => (
      <Denomination key={value} value={value} form={form} />
    ))}
  </fieldset>
)

const Denomination = ({ value, form }: { value: number; form: ClosingForm }) => {
  const id = useId()
  const { denomination } = useFormat()
  return (
    <div className="flex items-center gap-x-2">
      <Label htmlFor={id} size="small" className="w-16 shrink-0 text-right tabular-nums">
        {denomination(value, form.currency)}
      </Label>
      <Text size="small" className="text-ui-fg-muted" aria-hidden>
        ×
      </Text>
      <div className="min-w-0 flex-1">
        <Input
          id={id}
          inputMode="numeric"
          autoComplete="off"
          placeholder="0"
          value={form.quantities[value] ?? ""}
          onChange={(event) =>
            form.setQuantity(value, event.target.value.replace(/\D/g, "").slice(0, 5))
          }
        />
      </div>
    </div>
  )
}
