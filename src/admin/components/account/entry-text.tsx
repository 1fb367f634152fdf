import { Badge, Text, clx } from "@medusajs/ui"
import { Link } from "react-router-dom"
import type { AdminLedgerEntry } from "../../../types/http"
import { useAccountWords } from "../../hooks/use-account-words"
import { useWords } from "../../hooks/use-words"
import { accountPath, orderPath } from "../../lib/paths"

/** What an entry is about: its kind, its order, how it was paid, and the note. */
export const EntryText = ({ entry }: { entry: AdminLedgerEntry }) => {
  const t = useWords()
  const isReversed = entry.reversed_by_id !== null
  const details = [entry.method && t(`method.${entry.method}`), entry.reference, entry.note]
    .filter(Boolean)
    .join(" · ")
  return (
    <div className="flex min-w-0 flex-col gap-y-0.5 py-2">
      <div className="flex flex-wrap items-center gap-x-2">
        <Text
          as="span"
          size="small"
          leading="compact"
          weight="plus"
          className={clx({ "text-ui-fg-muted line-through": isReversed })}
        >
          {t(`entry.${entry.type}`)}
        </Text>
        <OrderLink entry={entry} />
        <OtherAccountLink entry={entry} />
        {isReversed && (
          <Badge size="2xsmall" rounded="full">
            {t("account.reversed")}
          </Badge>
        )}
      </div>
      {details && (
        <Text
          size="xsmall"
          leading="compact"
          className="text-ui-fg-subtle whitespace-normal break-words"
        >
          {details}
        </Text>
      )}
    </div>
  )
}

const OrderLink = ({ entry }: { entry: AdminLedgerEntry }) => {
  const t = useWords()
  if (!entry.order_id) return null
  return (
    <Link
      to={orderPath(entry.order_id)}
      className="txt-compact-small text-ui-fg-interactive hover:text-ui-fg-interactive-hover"
    >
      {entry.order_display_id === null ? t("common.orderLink") : `#${entry.order_display_id}`}
    </Link>
  )
}

/** Where money that was moved went to, or came from. */
const OtherAccountLink = ({ entry }: { entry: AdminLedgerEntry }) => {
  const t = useWords()
  const words = useAccountWords()
  const other = entry.transfer_account
  if (!other) return null
  return (
    <Link
      to={accountPath(other.id)}
      className="txt-compact-small text-ui-fg-interactive hover:text-ui-fg-interactive-hover"
    >
      {t(entry.amount < 0 ? "move.toAccount" : "move.fromAccount", { name: words.name(other) })}
    </Link>
  )
}
