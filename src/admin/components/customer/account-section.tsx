import { Button, Text, clx } from "@medusajs/ui"
import { useState } from "react"
import { Link } from "react-router-dom"
import type { AdminClientAccount, AdminLedgerEntry } from "../../../types/http"
import { useLedgerEntries } from "../../hooks/accounts"
import { useAccountWords } from "../../hooks/use-account-words"
import { useFormat } from "../../hooks/use-format"
import { useWords } from "../../hooks/use-words"
import { accountPath } from "../../lib/paths"
import { Allowed } from "../common/allowed"
import { BalanceBadge } from "../common/balance-badge"
import { ReceiptDrawer } from "../forms/receipt-drawer"

const LATEST = 5

export const AccountSection = ({ account }: { account: AdminClientAccount }) => {
  const t = useWords()
  const words = useAccountWords()
  const { data } = useLedgerEntries(account.id, { limit: LATEST })
  const [isRecording, setIsRecording] = useState(false)
  return (
    <div>
      <div className="flex items-center justify-between gap-x-2 px-6 py-4">
        <Text
          weight="plus"
          leading="compact"
          className={clx({ "text-ui-tag-red-text": account.overdue > 0 })}
        >
          {words.balance(account)}
        </Text>
        <BalanceBadge account={account} />
      </div>
      {data && data.count > 0 && (
        <ul aria-label={t("customer.latest")} className="flex flex-col gap-y-3 px-6 pb-4">
          {data.ledger_entries.map((entry) => (
            <LatestEntry key={entry.id} entry={entry} />
          ))}
        </ul>
      )}
      <div className="flex items-center gap-x-2 px-6 pb-4">
        <Allowed to="record">
          <Button size="small" variant="secondary" onClick={() => setIsRecording(true)}>
            {t("account.action.receive")}
          </Button>
        </Allowed>
        <Button size="small" variant="transparent" asChild>
          <Link to={accountPath(account.id)}>{t("customer.open")}</Link>
        </Button>
      </div>
      {isRecording && (
        <ReceiptDrawer holder={account} direction="in" onClose={() => setIsRecording(false)} />
      )}
    </div>
  )
}

const LatestEntry = ({ entry }: { entry: AdminLedgerEntry }) => {
  const t = useWords()
  const { date, signed } = useFormat()
  const detail = [
    date(entry.value_date),
    entry.order_display_id !== null && `#${entry.order_display_id}`,
    entry.method && t(`method.${entry.method}`),
  ]
  return (
    <li className="flex items-start justify-between gap-x-2">
      <div className="min-w-0">
        <Text size="small" leading="compact" className="truncate">
          {t(`entry.${entry.type}`)}
        </Text>
        <Text size="xsmall" leading="compact" className="text-ui-fg-muted truncate">
          {detail.filter(Boolean).join(" · ")}
        </Text>
      </div>
      <Text size="small" leading="compact" className="shrink-0 tabular-nums">
        {signed(entry.amount, entry.currency_code)}
      </Text>
    </li>
  )
}
