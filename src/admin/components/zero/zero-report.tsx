import type { AdminBringToZeroResponse } from "../../../types/http"
import { useAccountWords } from "../../hooks/use-account-words"
import { useFormat } from "../../hooks/use-format"
import { useWords } from "../../hooks/use-words"
import { BatchReport, ReportLine } from "../batch/batch-report"

/** What brought each client to zero. */
export const ZeroReport = ({ brought }: { brought: AdminBringToZeroResponse }) => {
  const t = useWords()
  const words = useAccountWords()
  const { money } = useFormat()
  const clientOf = new Map(brought.client_accounts.map((account) => [account.id, account]))
  return (
    <>
      <BatchReport receipts={brought.receipts} warnings={brought.warnings} />
      {brought.write_offs.length > 0 && (
        <ul className="divide-y">
          {brought.write_offs.map((entry) => {
            const account = clientOf.get(entry.account_id)
            return (
              <ReportLine
                key={entry.id}
                name={account ? words.name(account) : t("common.unnamed")}
                detail={[t("entry.write_off"), entry.note].filter(Boolean).join(" · ")}
                amount={money(Math.abs(entry.amount), entry.currency_code)}
              />
            )
          })}
        </ul>
      )}
    </>
  )
}
