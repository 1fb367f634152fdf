import { Input, Textarea, toast } from "@medusajs/ui"
import { useState } from "react"
import type { AdminReceiptResponse, OnSiteMethod, ReceiptDirection } from "../../../types/http"
import { useRecordReceipt } from "../../hooks/receipts"
import { useAccountWords } from "../../hooks/use-account-words"
import { useAmount } from "../../hooks/use-amount"
import { useConfirmPayment } from "../../hooks/use-confirm-payment"
import { useFailureToast } from "../../hooks/use-failure-toast"
import { useFormat } from "../../hooks/use-format"
import { useWords } from "../../hooks/use-words"
import { newIdempotencyKey } from "../../lib/idempotency"
import { isoDay } from "../../lib/locale"
import { AmountField } from "../common/amount-field"
import { CashLimitTip } from "../common/cash-limit-tip"
import { DateField } from "../common/date-field"
import { Field } from "../common/field"
import { FormDrawer } from "../common/form-drawer"
import { MethodField } from "../common/method-field"
import { RepeatedChequeTip } from "../common/repeated-cheque-tip"

/** Whose account it is. `id` is missing when the receipt is what opens it. */
export type Holder = {
  id?: string
  customer_id: string
  customer_name: string | null
  customer_email: string | null
  currency_code: string
  balance: number
}

type ReceiptDrawerProps = {
  holder: Holder
  direction: ReceiptDirection
  /** What is most likely: all that is owed, or all that is held. */
  proposed?: number
  onClose: () => void
}

export const ReceiptDrawer = ({ holder, direction, proposed, onClose }: ReceiptDrawerProps) => {
  const t = useWords()
  const words = useAccountWords()
  const { money } = useFormat()
  const confirm = useConfirmPayment()
  const currency = holder.currency_code
  const name = words.name(holder)

  const [idempotencyKey] = useState(newIdempotencyKey)
  const amount = useAmount(currency, proposed ?? likelyAmount(holder, direction))
  const [method, setMethod] = useState<OnSiteMethod | null>(null)
  const [reference, setReference] = useState("")
  const [valueDate, setValueDate] = useState(() => isoDay(new Date()))
  const [note, setNote] = useState("")
  const [isChecked, setIsChecked] = useState(false)

  const onSuccess = ({ receipt, client_account }: AdminReceiptResponse) => {
    const said = money(receipt.amount, receipt.currency_code)
    toast.success(
      t(direction === "in" ? "receipt.recorded" : "receipt.paidOut", { amount: said }),
      {
        description: t("receipt.now", { name, balance: words.balance(client_account) }),
      }
    )
    onClose()
  }
  const record = useRecordReceipt({ onSuccess, onError: useFailureToast() })

  const submit = async () => {
    setIsChecked(true)
    if (amount.value === null || !method || !valueDate) return
    const proposed = {
      ...(holder.id ? { client_account_id: holder.id } : { customer_id: holder.customer_id }),
      currency_code: currency,
      direction,
      method,
      amount: amount.value,
      value_date: valueDate,
      ...(reference.trim() && { reference: reference.trim() }),
      ...(note.trim() && { note: note.trim() }),
    }
    const [body] = (await confirm([{ holder, body: proposed }])) ?? []
    if (body) record.mutate({ idempotencyKey, body })
  }

  return (
    <FormDrawer
      title={t(direction === "in" ? "receipt.inTitle" : "receipt.outTitle")}
      hint={t(direction === "in" ? "receipt.inHint" : "receipt.outHint", {
        name,
        balance: words.balance(holder),
      })}
      submitLabel={t(direction === "in" ? "receipt.submitIn" : "receipt.submitOut")}
      isPending={record.isPending}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      <AmountField
        label={t("common.amount")}
        currency={currency}
        value={amount.text}
        onChange={amount.setText}
        error={isChecked ? amount.error : undefined}
        autoFocus
      />
      <MethodField
        value={method}
        onChange={setMethod}
        error={isChecked && !method ? t("error.methodMissing") : undefined}
      />
      <CashLimitTip
        currency={currency}
        amount={amount.value}
        isCashIn={direction === "in" && method === "cash"}
      />
      <Field label={t("common.reference")} optional hint={t("receipt.referenceHint")}>
        {(control) => (
          <Input
            {...control}
            value={reference}
            onChange={(event) => setReference(event.target.value)}
            autoComplete="off"
          />
        )}
      </Field>
      <RepeatedChequeTip
        accountId={holder.id}
        number={reference}
        isChequeIn={direction === "in" && method === "cheque"}
      />
      <DateField
        label={t("common.valueDate")}
        value={valueDate}
        onChange={setValueDate}
        error={isChecked && !valueDate ? t("error.dateMissing") : undefined}
      />
      <Field label={t("common.note")} optional>
        {(control) => (
          <Textarea {...control} value={note} onChange={(event) => setNote(event.target.value)} />
        )}
      </Field>
    </FormDrawer>
  )
}

/** All that the client owes, or all that he holds. */
const likelyAmount = ({ balance }: Holder, direction: ReceiptDirection): number =>
  Math.max(0, direction === "in" ? -balance : balance)
