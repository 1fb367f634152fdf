import { Button, Text } from "@medusajs/ui"
import { useState } from "react"
import type { AdminClientAccount, AdminReceiptBatchResponse } from "../../../types/http"
import { useRecordReceipts } from "../../hooks/receipts"
import { useAttemptKey } from "../../hooks/use-attempt-key"
import { useBatchForm } from "../../hooks/use-batch-form"
import { useConfirmPayment } from "../../hooks/use-confirm-payment"
import { useFailureToast } from "../../hooks/use-failure-toast"
import { useFormat } from "../../hooks/use-format"
import { useWords } from "../../hooks/use-words"
import { sum } from "../../lib/amount"
import { BatchFrame } from "./batch-frame"
import { BatchReport } from "./batch-report"
import { BatchRowFields } from "./batch-row-fields"

type BatchModalProps = {
  currency: string
  accounts: AdminClientAccount[]
  /** True when more clients owe than are shown. */
  hasMore: boolean
  onClose: () => void
}

/** Many payments at once, from a notebook or a bank statement: all are recorded, or none. */
export const BatchModal = ({ currency, accounts, hasMore, onClose }: BatchModalProps) => {
  const t = useWords()
  const { money, currency: currencyOf } = useFormat()
  const form = useBatchForm(accounts)
  const keyOf = useAttemptKey()
  const confirm = useConfirmPayment()
  const [isChecked, setIsChecked] = useState(false)
  const [recorded, setRecorded] = useState<AdminReceiptBatchResponse | null>(null)
  const record = useRecordReceipts({
    onSuccess: setRecorded,
    onError: useFailureToast(),
  })
  const submit = async () => {
    setIsChecked(true)
    if (!form.isComplete) return
    const receipts = await confirm(form.payments())
    if (!receipts) return
    const body = { receipts }
    record.mutate({ idempotencyKey: keyOf(body), body })
  }
  const count = form.chosen.length
  const done = recorded && {
    count: recorded.receipts.length,
    amount: money(
      sum(
        recorded.receipts.map(({ amount }) => amount),
        currencyOf(currency).digits
      ),
      currency
    ),
  }

  return (
    <BatchFrame
      title={done ? t("batch.done", done) : t("batch.title")}
      hint={done ? "" : t("batch.hint")}
      isPending={record.isPending}
      onClose={onClose}
      footer={
        recorded ? (
          <Button size="small" onClick={onClose}>
            {t("actions.close")}
          </Button>
        ) : (
          <>
            <Text size="small" className="mr-auto tabular-nums" role="status">
              {t("batch.selected", { count, amount: money(form.total(currency), currency) })}
            </Text>
            <Button
              size="small"
              disabled={count === 0}
              isLoading={record.isPending}
              onClick={() => void submit()}
            >
              {t("batch.submit")}
            </Button>
          </>
        )
      }
    >
      {recorded ? (
        <BatchReport {...recorded} />
      ) : (
        <ul className="divide-y">
          {form.rows.map((row) => (
            <BatchRowFields
              key={row.account.id}
              row={row}
              change={form.change}
              isChecked={isChecked}
            />
          ))}
        </ul>
      )}
      {!accounts.length && <Text>{t("batch.nobody")}</Text>}
      {hasMore && !recorded && (
        <Text size="small" className="text-ui-fg-muted">
          {t("batch.more", { count: accounts.length })}
        </Text>
      )}
    </BatchFrame>
  )
}
