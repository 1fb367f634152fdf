import { Button } from "@medusajs/ui"
import type { AdminBringToZeroResponse } from "../../../types/http"
import { useAccountWords } from "../../hooks/use-account-words"
import { useFormat } from "../../hooks/use-format"
import { useWords } from "../../hooks/use-words"
import { BatchFrame } from "../batch/batch-frame"
import { BatchReport, ReportLine } from "../batch/batch-report"

type ZeroReportProps = { brought: AdminBringToZeroResponse; onClose: () => void }

/** What brought each client to zero. */
export const ZeroReport = ({ brought, onClose }: ZeroReportProps) => {
  const t = useWords()
  const words = useAccountWords()
  const { money } = useFormat()
  const { receipts, write_offs, client_accounts, warnings } = brought
  const nameOf = new Map(client_accounts.map((account) => [account.id, words.name(account)]))
  return (
    <BatchFrame
      title={t("zero.done", { count: client_accounts.length })}
      hint=""
      isPending={false}
      onClose={onClose}
      footer={
        <Button size="small" onClick={onClose}>
          {t("actions.close")}
        </Button>
      }
    >
      <BatchReport receipts={receipts} warnings={warnings}>
        {write_offs.map((entry) => (
          <ReportLine
            key={entry.id}
            name={nameOf.get(entry.account_id) ?? t("common.unnamed")}
            detail={[t("entry.write_off"), entry.note].filter(Boolean).join(" · ")}
            amount={money(Math.abs(entry.amount), entry.currency_code)}
          />
        ))}
      </BatchReport>
    </BatchFrame>
  )
}
