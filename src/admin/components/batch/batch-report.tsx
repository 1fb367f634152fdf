import { CheckCircleSolid } from "@medusajs/icons"
import { Text } from "@medusajs/ui"
import type { AdminReceipt } from "../../../types/http"
import { useFormat } from "../../hooks/use-format"
import { useWords } from "../../hooks/use-words"

/** What was recorded, client by client. */
export const BatchReport = ({ receipts }: { receipts: AdminReceipt[] }) => {
  const t = useWords()
  const { money } = useFormat()
  return (
    <ul className="divide-y">
      {receipts.map((receipt) => (
        <li key={receipt.id} className="flex items-center gap-x-3 py-3">
          <CheckCircleSolid className="text-ui-tag-green-icon shrink-0" />
          <div className="min-w-0 flex-1">
            <Text size="small" weight="plus" className="truncate">
              {receipt.customer_name ?? t("common.unnamed")}
            </Text>
            <Text size="xsmall" className="text-ui-fg-muted">
              {[t(`method.${receipt.method}`), receipt.reference].filter(Boolean).join(" · ")}
            </Text>
          </div>
          <Text size="small" className="tabular-nums">
            {money(receipt.amount, receipt.currency_code)}
          </Text>
        </li>
      ))}
    </ul>
  )
}
