import { CheckCircleSolid } from "@medusajs/icons"
import { InlineTip, Text } from "@medusajs/ui"
import type { ReactNode } from "react"
import type { AdminReceipt, AdminReceiptBatchResponse } from "../../../types/http"
import { useFormat } from "../../hooks/use-format"
import { useWords } from "../../hooks/use-words"

type BatchReportProps = AdminReceiptBatchResponse & {
  /** More lines, of what was recorded beside the receipts. */
  children?: ReactNode
}

/** What was recorded, client by client. */
export const BatchReport = ({ receipts, warnings, children }: BatchReportProps) => {
  const t = useWords()
  const { money } = useFormat()
  return (
    <>
      <Warnings receipts={receipts} warnings={warnings} />
      <ul className="divide-y">
        {receipts.map((receipt) => (
          <ReportLine
            key={receipt.id}
            name={receipt.customer_name ?? t("common.unnamed")}
            detail={[
              receipt.direction === "out" && t("entry.payout"),
              t(`method.${receipt.method}`),
              receipt.reference,
            ]
              .filter(Boolean)
              .join(" · ")}
            amount={money(receipt.amount, receipt.currency_code)}
          />
        ))}
        {children}
      </ul>
    </>
  )
}

type ReportLineProps = { name: string; detail: string; amount: string }

export const ReportLine = ({ name, detail, amount }: ReportLineProps) => (
  <li className="flex items-center gap-x-3 py-3">
    <CheckCircleSolid className="text-ui-tag-green-icon shrink-0" />
    <div className="min-w-0 flex-1">
      <Text size="small" weight="plus" className="truncate">
        {name}
      </Text>
      <Text size="xsmall" className="text-ui-fg-muted">
        {detail}
      </Text>
    </div>
    <Text size="small" className="tabular-nums">
      {amount}
    </Text>
  </li>
)

/** What was recorded and is worth a second look: the number of a cheque that was used before. */
const Warnings = ({ receipts, warnings }: AdminReceiptBatchResponse) => {
  const t = useWords()
  const { money, date } = useFormat()
  if (!warnings.length) return null
  const recorded = new Map<string, AdminReceipt>(receipts.map((each) => [each.id, each]))
  return (
    <InlineTip variant="warning" label={t("cheque.repeated")}>
      {warnings.map(({ receipt_id, reference, earlier }) => (
        <p key={receipt_id}>
          {t("cheque.repeatedRecorded", {
            name: recorded.get(receipt_id)?.customer_name ?? t("common.unnamed"),
            number: reference,
            amount: money(earlier.amount, recorded.get(receipt_id)?.currency_code ?? "eur"),
            date: date(earlier.value_date),
          })}
        </p>
      ))}
    </InlineTip>
  )
}
