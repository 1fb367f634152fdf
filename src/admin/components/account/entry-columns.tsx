import { createDataTableColumnHelper, Text, Tooltip } from "@medusajs/ui"
import { useMemo, type ReactNode } from "react"
import type { AdminLedgerEntry } from "../../../types/http"
import { useFormat, type Format } from "../../hooks/use-format"
import { useWords } from "../../hooks/use-words"
import { EntryText } from "./entry-text"

const helper = createDataTableColumnHelper<AdminLedgerEntry>()

type EntryColumnsProps = {
  wide: boolean
  menuOf: (entry: AdminLedgerEntry) => ReactNode
}

export const useEntryColumns = ({ wide, menuOf }: EntryColumnsProps) => {
  const t = useWords()
  const format = useFormat()
  return useMemo(() => {
    const menu = helper.display({ id: "action", cell: ({ row }) => menuOf(row.original) })
    if (!wide) {
      return [
        helper.display({
          id: "what",
          header: t("account.what"),
          cell: ({ row }) => <CompactEntry entry={row.original} format={format} />,
        }),
        helper.accessor("amount", {
          header: t("common.amount"),
          align: "right",
          size: 110,
          cell: ({ row }) => <Amounts entry={row.original} format={format} />,
        }),
        menu,
      ]
    }
    return [
      helper.accessor("value_date", {
        header: t("common.date"),
        size: 140,
        truncateTooltip: false,
        cell: ({ row }) => (
          <Tooltip
            content={t("account.recordedOn", { date: format.dateTime(row.original.created_at) })}
          >
            <span>{format.date(row.original.value_date)}</span>
          </Tooltip>
        ),
      }),
      helper.display({
        id: "what",
        header: t("account.what"),
        cell: ({ row }) => <EntryText entry={row.original} />,
      }),
      helper.display({
        id: "who",
        header: t("account.who"),
        size: 200,
        cell: ({ row: { original: entry } }) =>
          entry.actor ? (entry.actor.email ?? entry.actor.id) : t("common.automatic"),
      }),
      helper.accessor("amount", {
        header: t("common.amount"),
        align: "right",
        size: 140,
        cell: ({ row }) => <Signed entry={row.original} format={format} />,
      }),
      helper.accessor("balance_after", {
        header: t("account.balanceAfter"),
        align: "right",
        size: 150,
        cell: ({ row }) => (
          <span className="tabular-nums">
            {format.signed(row.original.balance_after, row.original.currency_code)}
          </span>
        ),
      }),
      menu,
    ]
  }, [t, format, wide, menuOf])
}

type CellProps = { entry: AdminLedgerEntry; format: Format }

const Signed = ({ entry, format }: CellProps) => (
  <span className="txt-compact-small-plus text-ui-fg-base tabular-nums">
    {format.signed(entry.amount, entry.currency_code)}
  </span>
)

const Amounts = ({ entry, format }: CellProps) => (
  <div className="flex flex-col items-end gap-y-0.5 py-2">
    <Signed entry={entry} format={format} />
    <Text size="xsmall" leading="compact" className="text-ui-fg-muted tabular-nums">
      = {format.signed(entry.balance_after, entry.currency_code)}
    </Text>
  </div>
)

const CompactEntry = ({ entry, format }: CellProps) => (
  <div className="flex flex-col">
    <EntryText entry={entry} />
    <Text size="xsmall" leading="compact" className="text-ui-fg-muted -mt-1 pb-2">
      {format.date(entry.value_date)}
    </Text>
  </div>
)
