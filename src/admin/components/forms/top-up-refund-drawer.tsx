import { Textarea, toast, usePrompt } from "@medusajs/ui"
import { useState } from "react"
import type { AdminClientAccount } from "../../../types/http"
import type { AdminTopUp } from "../../../types/http/top-ups"
import { useClientAccount } from "../../hooks/accounts"
import { useRefundTopUp, useTopUp } from "../../hooks/top-ups"
import { useAccountWords } from "../../hooks/use-account-words"
import { useAmount } from "../../hooks/use-amount"
import { useAttemptKey } from "../../hooks/use-attempt-key"
import { useFailureToast } from "../../hooks/use-failure-toast"
import { useFormat } from "../../hooks/use-format"
import { useWords } from "../../hooks/use-words"
import { subtract } from "../../lib/amount"
import { AmountField } from "../common/amount-field"
import { Field } from "../common/field"
import { FormDrawer } from "../common/form-drawer"

type TopUpRefundDrawerProps = { accountId: string; topUpId: string; onClose: () => void }

/** Gives money of a top-up back by the way it came: all that is left of it, or a part. */
export const TopUpRefundDrawer = ({ accountId, topUpId, onClose }: TopUpRefundDrawerProps) => {
  const account = useClientAccount(accountId).data?.client_account
  const topUp = useTopUp(accountId, topUpId).data?.top_up
  if (!account || !topUp) return null
  return <RefundForm account={account} topUp={topUp} onClose={onClose} />
}

type RefundFormProps = { account: AdminClientAccount; topUp: AdminTopUp; onClose: () => void }

const RefundForm = ({ account, topUp, onClose }: RefundFormProps) => {
  const t = useWords()
  const words = useAccountWords()
  const { money, currency: currencyOf } = useFormat()
  const prompt = usePrompt()
  const keyOf = useAttemptKey()
  const currency = topUp.currency_code
  const { digits } = currencyOf(currency)
  const left = subtract(topUp.amount, topUp.refunded, digits)
  const amount = useAmount(currency, left)
  const [note, setNote] = useState("")
  const [isChecked, setIsChecked] = useState(false)
  const refund = useRefundTopUp(account.id, topUp.id, {
    onSuccess: (_, { body }) => {
      toast.success(t("topUp.done", { amount: money(body.amount, currency) }))
      onClose()
    },
    onError: useFailureToast(),
  })
  const isBeyond = amount.value !== null && amount.value > left
  const beyond = left > 0 ? t("topUp.beyondLeft", { left: money(left, currency) }) : null
  const amountError = isBeyond ? (beyond ?? t("topUp.nothingLeft")) : amount.error

  const submit = async () => {
    setIsChecked(true)
    if (amount.value === null || isBeyond || !note.trim()) return
    const after = subtract(account.balance, amount.value, digits)
    const name = words.name(account)
    const isMeant = await prompt({
      variant: "danger",
      title: t("topUp.confirmTitle", { amount: money(amount.value, currency), name }),
      description:
        after < 0
          ? t("topUp.confirmDebt", { name, after: money(-after, currency) })
          : t("topUp.confirmText"),
      confirmText: t("topUp.submit"),
      cancelText: t("actions.cancel"),
    })
    if (!isMeant) return
    const body = {
      amount: amount.value,
      note: note.trim(),
      ...(after < 0 && { confirmed: true }),
    }
    refund.mutate({ body, idempotencyKey: keyOf(body) })
  }

  return (
    <FormDrawer
      title={t("topUp.title")}
      hint={t("topUp.hint", { left: money(left, currency), amount: money(topUp.amount, currency) })}
      submitLabel={t("topUp.submit")}
      isPending={refund.isPending}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      <AmountField
        label={t("common.amount")}
        currency={currency}
        value={amount.text}
        onChange={amount.setText}
        error={isChecked ? amountError : undefined}
        autoFocus
      />
      <Field
        label={t("common.note")}
        hint={t("topUp.noteHint")}
        error={isChecked && !note.trim() ? t("error.noteMissing") : undefined}
      >
        {(control) => (
          <Textarea {...control} value={note} onChange={(event) => setNote(event.target.value)} />
        )}
      </Field>
    </FormDrawer>
  )
}
