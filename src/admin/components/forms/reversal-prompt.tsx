import { Button, Prompt, Textarea, toast } from "@medusajs/ui"
import { useRef, useState, type FormEvent } from "react"
import type { AdminLedgerEntry } from "../../../types/http"
import { useReverseEntry } from "../../hooks/entries"
import { useReverseReceipt } from "../../hooks/receipts"
import { useAccountWords } from "../../hooks/use-account-words"
import { useFailureToast } from "../../hooks/use-failure-toast"
import { useFormat } from "../../hooks/use-format"
import { useWords } from "../../hooks/use-words"
import { newIdempotencyKey } from "../../lib/idempotency"
import { reversalOf } from "../../lib/entry-types"
import { Field } from "../common/field"

type ReversalPromptProps = { entry: AdminLedgerEntry; onClose: () => void }

/** Asks why, and makes sure: a reversal can't be reversed. */
export const ReversalPrompt = ({ entry, onClose }: ReversalPromptProps) => {
  const t = useWords()
  const words = useAccountWords()
  const { money } = useFormat()
  const [idempotencyKey] = useState(newIdempotencyKey)
  const [note, setNote] = useState("")
  const [isChecked, setIsChecked] = useState(false)
  const noteField = useRef<HTMLTextAreaElement>(null)
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
  const isPending = entryReversal.isPending || receiptReversal.isPending

  const submit = (event: FormEvent) => {
    event.preventDefault()
    setIsChecked(true)
    if (!note.trim() || isPending) return
    const posting = { body: { note: note.trim() }, idempotencyKey }
    if (isReceipt) receiptReversal.mutate(posting)
    else entryReversal.mutate(posting)
  }

  return (
    <Prompt open onOpenChange={(open) => !open && !isPending && onClose()}>
      <Prompt.Content
        className="max-sm:max-w-[calc(100%-32px)]"
        onOpenAutoFocus={(event) => {
          event.preventDefault()
          noteField.current?.focus()
        }}
      >
        <form onSubmit={submit} noValidate>
          <Prompt.Header>
            <Prompt.Title>
              {t(isReceipt ? "reverse.receiptTitle" : "reverse.entryTitle")}
            </Prompt.Title>
            <Prompt.Description>
              {t("reverse.text", {
                what: t(`entry.${entry.type}`),
                amount: money(Math.abs(entry.amount), entry.currency_code),
              })}{" "}
              {other && t("move.reverseBoth", { name: words.name(other) })}
            </Prompt.Description>
          </Prompt.Header>
          <div className="px-6 pt-4">
            <Field
              label={t("common.note")}
              hint={t("manual.noteHint")}
              error={isChecked && !note.trim() ? t("error.noteMissing") : undefined}
            >
              {(control) => (
                <Textarea
                  {...control}
                  ref={noteField}
                  value={note}
                  onChange={(event) => setNote(event.target.value)}
                />
              )}
            </Field>
          </div>
          <Prompt.Footer>
            <Prompt.Cancel type="button" disabled={isPending}>
              {t("actions.cancel")}
            </Prompt.Cancel>
            <Button type="submit" size="small" variant="danger" isLoading={isPending}>
              {t("reverse.submit")}
            </Button>
          </Prompt.Footer>
        </form>
      </Prompt.Content>
    </Prompt>
  )
}
