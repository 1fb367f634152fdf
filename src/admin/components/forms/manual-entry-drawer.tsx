import { Textarea, toast, usePrompt } from "@medusajs/ui"
import { useState } from "react"
import type { AdminClientAccount } from "../../../types/http"
import { useRecordEntry } from "../../hooks/entries"
import { useAccountWords } from "../../hooks/use-account-words"
import { useAmount } from "../../hooks/use-amount"
import { useFailureToast } from "../../hooks/use-failure-toast"
import { useFormat } from "../../hooks/use-format"
import { useWords, type WordKey } from "../../hooks/use-words"
import type { ManualEntryType } from "../../lib/entry-types"
import { newIdempotencyKey } from "../../lib/idempotency"
import { isoDay } from "../../lib/locale"
import { AmountField } from "../common/amount-field"
import { ChoiceField } from "../common/choice-field"
import { DateField } from "../common/date-field"
import { Field } from "../common/field"
import { FormDrawer } from "../common/form-drawer"
import { useSignChoice } from "./use-sign-choice"

type ManualEntryDrawerProps = {
  account: AdminClientAccount
  type: ManualEntryType
  onClose: () => void
}

const TITLE = {
  adjustment: ["manual.adjustmentTitle", "manual.adjustmentHint"],
  write_off: ["manual.writeOffTitle", "manual.writeOffHint"],
  opening_balance: ["manual.openingTitle", "manual.openingHint"],
} as const satisfies Record<ManualEntryType, [WordKey, WordKey]>

/** An adjustment, a write-off or an opening balance: an amount, in whose favour, and why. */
export const ManualEntryDrawer = ({ account, type, onClose }: ManualEntryDrawerProps) => {
  const t = useWords()
  const words = useAccountWords()
  const { money } = useFormat()
  const prompt = usePrompt()
  const isWriteOff = type === "write_off"
  const name = words.name(account)
  const held = Math.abs(account.balance)

  const [idempotencyKey] = useState(newIdempotencyKey)
  const amount = useAmount(account.currency_code, isWriteOff ? held : 0)
  const direction = useSignChoice(type)
  const [valueDate, setValueDate] = useState(() => isoDay(new Date()))
  const [note, setNote] = useState("")
  const [isChecked, setIsChecked] = useState(false)

  const record = useRecordEntry(account.id, {
    onSuccess: ({ client_account }) => {
      toast.success(t("manual.recorded"), {
        description: t("receipt.now", { name, balance: words.balance(client_account) }),
      })
      onClose()
    },
    onError: useFailureToast(),
  })

  const beyondBalance = isWriteOff && amount.value !== null && amount.value > held
  const amountError = beyondBalance
    ? t("error.beyondBalance", { amount: money(held, account.currency_code) })
    : amount.error
  const sign = isWriteOff ? (account.balance < 0 ? 1 : -1) : direction.sign

  const submit = async () => {
    setIsChecked(true)
    if (amount.value === null || beyondBalance || !note.trim() || !valueDate || !sign) return
    const confirmed =
      !isWriteOff ||
      (await prompt({
        title: t("manual.writeOffConfirmTitle", {
          amount: money(amount.value, account.currency_code),
        }),
        description: t(sign > 0 ? "manual.writeOffConfirmOwing" : "manual.writeOffConfirmHeld", {
          name,
        }),
        confirmText: t("manual.submitWriteOff"),
        cancelText: t("actions.cancel"),
      }))
    if (!confirmed) return
    record.mutate({
      idempotencyKey,
      body: { type, amount: sign * amount.value, note: note.trim(), value_date: valueDate },
    })
  }

  const [title, hint] = TITLE[type]
  return (
    <FormDrawer
      title={t(title)}
      hint={t(hint, { name, balance: words.balance(account) })}
      submitLabel={t(isWriteOff ? "manual.submitWriteOff" : "manual.submit")}
      isPending={record.isPending}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      <AmountField
        label={t("common.amount")}
        currency={account.currency_code}
        value={amount.text}
        onChange={amount.setText}
        error={isChecked ? amountError : undefined}
        autoFocus
      />
      {!isWriteOff && (
        <ChoiceField
          {...direction.field}
          error={isChecked && !direction.sign ? t("error.directionMissing") : undefined}
        />
      )}
      <Field
        label={t("common.note")}
        hint={t("manual.noteHint")}
        error={isChecked && !note.trim() ? t("error.noteMissing") : undefined}
      >
        {(control) => (
          <Textarea {...control} value={note} onChange={(event) => setNote(event.target.value)} />
        )}
      </Field>
      <DateField
        label={t("common.valueDate")}
        value={valueDate}
        onChange={setValueDate}
        error={isChecked && !valueDate ? t("error.dateMissing") : undefined}
      />
    </FormDrawer>
  )
}
