import { toast } from "@medusajs/ui"
import type { AdminDepositedCheque } from "../../../types/http"
import { useBounceCheque } from "../../hooks/cheques"
import { useAccountWords } from "../../hooks/use-account-words"
import { useAmount } from "../../hooks/use-amount"
import { useAttemptKey } from "../../hooks/use-attempt-key"
import { useFailureToast } from "../../hooks/use-failure-toast"
import { useFormat } from "../../hooks/use-format"
import { useWords } from "../../hooks/use-words"
import { AmountField } from "../common/amount-field"
import { NotePrompt } from "../common/note-prompt"

type BouncePromptProps = { cheque: AdminDepositedCheque; onClose: () => void }

/** Asks what the bank says and took, and makes sure: a reversal can't be reversed. */
export const BouncePrompt = ({ cheque, onClose }: BouncePromptProps) => {
  const t = useWords()
  const words = useAccountWords()
  const { money } = useFormat()
  const keyOf = useAttemptKey()
  const fee = useAmount(cheque.currency_code)
  const name = cheque.customer_name ?? t("common.unnamed")
  const isFeeWrong = fee.text.trim() !== "" && fee.value === null

  const bounce = useBounceCheque(cheque.cheque_deposit_id ?? "", cheque.receipt_id, {
    onSuccess: ({ client_account }) => {
      toast.success(t("cheque.bounced", { name, balance: words.balance(client_account) }))
      onClose()
    },
    onError: useFailureToast(),
  })
  const submit = (note: string) => {
    if (isFeeWrong) return
    const body = { note, ...(fee.value !== null && { fee: fee.value }) }
    bounce.mutate({ idempotencyKey: keyOf(body), body })
  }

  return (
    <NotePrompt
      title={t("cheque.bounceTitle")}
      text={t("cheque.bounceText", { name, amount: money(cheque.amount, cheque.currency_code) })}
      noteLabel={t("cheque.bounceReason")}
      submitLabel={t("cheque.bounceSubmit")}
      isPending={bounce.isPending}
      onSubmit={submit}
      onClose={onClose}
    >
      {(isChecked) => (
        <AmountField
          label={t("cheque.bounceFee")}
          hint={t("cheque.bounceFeeHint")}
          currency={cheque.currency_code}
          value={fee.text}
          onChange={fee.setText}
          error={isChecked && isFeeWrong ? fee.error : undefined}
        />
      )}
    </NotePrompt>
  )
}
