import { Button, Prompt, Textarea, toast } from "@medusajs/ui"
import { useRef, useState, type FormEvent } from "react"
import type { AdminDepositedCheque } from "../../../types/http"
import { useBounceCheque } from "../../hooks/cheques"
import { useAccountWords } from "../../hooks/use-account-words"
import { useAmount } from "../../hooks/use-amount"
import { useAttemptKey } from "../../hooks/use-attempt-key"
import { useFailureToast } from "../../hooks/use-failure-toast"
import { useFormat } from "../../hooks/use-format"
import { useWords } from "../../hooks/use-words"
import { AmountField } from "../common/amount-field"
import { Field } from "../common/field"

type BouncePromptProps = { cheque: AdminDepositedCheque; onClose: () => void }

/** Asks what the bank says and took, and makes sure: a reversal can't be reversed. */
export const BouncePrompt = ({ cheque, onClose }: BouncePromptProps) => {
  const t = useWords()
  const words = useAccountWords()
  const { money } = useFormat()
  const keyOf = useAttemptKey()
  const fee = useAmount(cheque.currency_code)
  const [note, setNote] = useState("")
  const [isChecked, setIsChecked] = useState(false)
  const noteField = useRef<HTMLTextAreaElement>(null)
  const name = cheque.customer_name ?? t("common.unnamed")
  const isFeeWrong = fee.text.trim() !== "" && fee.value === null

  const bounce = useBounceCheque(cheque.cheque_deposit_id ?? "", cheque.receipt_id, {
    onSuccess: ({ client_account }) => {
      toast.success(t("cheque.bounced", { name, balance: words.balance(client_account) }))
      onClose()
    },
    onError: useFailureToast(),
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setIsChecked(true)
    if (!note.trim() || isFeeWrong || bounce.isPending) return
    const body = { note: note.trim(), ...(fee.value !== null && { fee: fee.value }) }
    bounce.mutate({ idempotencyKey: keyOf(body), body })
  }

  return (
    <Prompt open onOpenChange={(open) => !open && !bounce.isPending && onClose()}>
      <Prompt.Content
        className="max-sm:max-w-[calc(100%-32px)]"
        onOpenAutoFocus={(event) => {
          event.preventDefault()
          noteField.current?.focus()
        }}
      >
        <form onSubmit={submit} noValidate>
          <Prompt.Header>
            <Prompt.Title>{t("cheque.bounceTitle")}</Prompt.Title>
            <Prompt.Description>
              {t("cheque.bounceText", { name, amount: money(cheque.amount, cheque.currency_code) })}
            </Prompt.Description>
          </Prompt.Header>
          <div className="flex flex-col gap-y-4 px-6 pt-4">
            <Field
              label={t("cheque.bounceReason")}
              error={isChecked && !note.trim() ? t("error.noteMissing") : undefined}
            >
              {(control) => (
                <Textarea
                  {...control}
                  ref={noteField}
                  rows={2}
                  value={note}
                  onChange={(event) => setNote(event.target.value)}
                />
              )}
            </Field>
            <AmountField
              label={t("cheque.bounceFee")}
              hint={t("cheque.bounceFeeHint")}
              currency={cheque.currency_code}
              value={fee.text}
              onChange={fee.setText}
              error={isChecked && isFeeWrong ? fee.error : undefined}
            />
          </div>
          <Prompt.Footer>
            <Prompt.Cancel type="button" disabled={bounce.isPending}>
              {t("actions.cancel")}
            </Prompt.Cancel>
            <Button type="submit" size="small" variant="danger" isLoading={bounce.isPending}>
              {t("cheque.bounceSubmit")}
            </Button>
          </Prompt.Footer>
        </form>
      </Prompt.Content>
    </Prompt>
  )
}
