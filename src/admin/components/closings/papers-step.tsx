import { Input } from "@medusajs/ui"
import type { ReceiptMethod } from "../../../types/http"
import type { ClosingForm } from "../../hooks/use-closing-form"
import { useFormat } from "../../hooks/use-format"
import { useWords } from "../../hooks/use-words"
import { AmountField } from "../common/amount-field"
import { Field } from "../common/field"

type PapersStepProps = { form: ClosingForm; isChecked: boolean }

export const PapersStep = ({ form, isChecked }: PapersStepProps) => {
  const t = useWords()
  const { money } = useFormat()
  const { currency, typed, type } = form
  const cheques = form.movement("cheque")
  const errorOf = (method: "cheque" | "card_terminal", text: string) => {
    if (!isChecked || isCounted(form, method, text)) return undefined
    return t(text.trim() ? "error.amountInvalid" : "closing.countMissing")
  }
  return (
    <>
      <Field
        label={t("closing.chequeCount")}
        hint={t("closing.recordedCheques", {
          cheques: t("closing.cheques", { count: cheques.count }),
          amount: money(cheques.expected, currency),
        })}
      >
        {(control) => (
          <Input
            {...control}
            inputMode="numeric"
            autoComplete="off"
            value={typed.chequeCount}
            onChange={(event) =>
              type({ chequeCount: event.target.value.replace(/\D/g, "").slice(0, 4) })
            }
          />
        )}
      </Field>
      <AmountField
        label={t("closing.chequeTotal")}
        currency={currency}
        value={typed.cheques}
        onChange={(text) => type({ cheques: text })}
        error={errorOf("cheque", typed.cheques)}
      />
      <AmountField
        label={t("closing.terminalTotal")}
        currency={currency}
        value={typed.terminal}
        onChange={(terminal) => type({ terminal })}
        hint={t("closing.recorded", {
          amount: money(form.movement("card_terminal").expected, currency),
        })}
        error={errorOf("card_terminal", typed.terminal)}
      />
    </>
  )
}

/** What moved must be counted; what didn't may be left empty. */
const isCounted = (form: ClosingForm, method: "cheque" | "card_terminal", text: string) =>
  form.counted[method] !== null || (!text.trim() && !hasMoved(form, method))

const hasMoved = (form: ClosingForm, method: ReceiptMethod) => {
  const { received, paid_out, reversed } = form.movement(method)
  return received !== 0 || paid_out !== 0 || reversed !== 0
}

export const papersAreCounted = (form: ClosingForm): boolean =>
  isCounted(form, "cheque", form.typed.cheques) &&
  isCounted(form, "card_terminal", form.typed.terminal)
