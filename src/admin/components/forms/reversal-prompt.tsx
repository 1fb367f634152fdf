import { toast } from "@medusajs/ui"
import { useState } from "react"
import type { AdminLedgerEntry } from "../../../types/http"
import { useReverseEntry } from "../../hooks/entries"
import { useReverseReceipt } from "../../hooks/receipts"
import { useAccountWords } from "../../hooks/use-account-words"
import { useFailureToast } from "../../hooks/use-failure-toast"
import { useFormat } from "../../hooks/use-format"
import { useWords } from "../../hooks/use-words"
import { newIdempotencyKey } from "../../lib/idempotency"
import { reversalOf } from "../../lib/entry-types"
import { NotePrompt } from "../common/note-prompt"

type ReversalPromptProps = { entry: AdminLedgerEntry; onClose: () => void }

/** Asks why, and makes sure: a reversal can't be reversed. */
export const ReversalPrompt = ({ entry, onClose }: ReversalPromptProps) => {
  const t = useWords()
  const words = useAccountWords()
  const { money } = useFormat()
  const [idempotencyKey] = useState(newIdempotencyKey)
  const other = entry.transfer_account
  const isReceipt = reversalOf(entry) === "receipt"

  const outcome = {
    onSuccess: () => {
      toast.success(t("reverse.done"))
      onClose()
    },
    onError: useFailureToast(),
  }
  const entryReversal = useReverseEntry(entry.account_id, entry.id, outcome)
  const receiptReversal = useReverseReceipt(entry.receipt_id ?? "", outcome)

  const submit = (note: string) => {
    const posting = { body: { note }, idempotencyKey }
    if (isReceipt) receiptReversal.mutate(posting)
    else entryReversal.mutate(posting)
  }

  const amount = money(Math.abs(entry.amount), entry.currency_code)
  return (
    <NotePrompt
      title={t(isReceipt ? "reverse.receiptTitle" : "reverse.entryTitle")}
      text={
        <>
          {t("reverse.text", { what: t(`entry.${entry.type}`), amount })}{" "}
          {other && t("move.reverseBoth", { name: words.name(other) })}
        </>
      }
      noteLabel={t("common.note")}
      noteHint={t("manual.noteHint")}
      submitLabel={t("reverse.submit")}
      isPending={entryReversal.isPending || receiptReversal.isPending}
      onSubmit={submit}
      onClose={onClose}
    />
  )
}
