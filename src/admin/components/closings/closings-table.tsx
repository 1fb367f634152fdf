import { createDataTableColumnHelper, Text, clx } from "@medusajs/ui"
import { useMemo } from "react"
import type { AdminClosing } from "../../../types/http"
import { useClosings } from "../../hooks/closings"
import { useFormat } from "../../hooks/use-format"
import { useWideScreen } from "../../hooks/use-wide-screen"
import { useWords } from "../../hooks/use-words"
import { closingPath } from "../../lib/paths"
import { RecordList, useListPage } from "../common/record-list"
import { ArchiveButton } from "./archive-button"

const helper = createDataTableColumnHelper<AdminClosing>()

export const ClosingsTable = () => {
  const t = useWords()
  const page = useListPage()
  const { data, error, refetch } = useClosings(page.query)
  return (
    <RecordList
      title={t("closing.list")}
      action={<ArchiveButton />}
      empty={{ heading: t("closing.empty"), description: t("closing.emptyText") }}
      columns={useClosingColumns(useWideScreen())}
      page={page}
      rows={data?.closings}
      count={data?.count}
      error={error}
      onRetry={() => void refetch()}
      pathOf={({ id }) => closingPath(id)}
    />
  )
}

/** On a phone: number and day, net and gap. */
const useClosingColumns = (wide: boolean) => {
  const t = useWords()
  const format = useFormat()
  return useMemo(() => {
    const number = helper.accessor("number", {
      header: t("closing.number"),
      cell: ({ row: { original: closing } }) => (
        <div className="py-2">
          <Text size="small" weight="plus" leading="compact">
            {t("closing.numbered", { number: closing.number })}
          </Text>
          {!wide && (
            <Text size="xsmall" className="text-ui-fg-muted">
              {format.date(closing.day)}
            </Text>
          )}
        </div>
      ),
    })
    const net = helper.accessor("net", {
      header: t("closing.net"),
      align: "right",
      cell: ({ row: { original: closing } }) => (
        <div className="py-2 tabular-nums">
          <Text size="small" weight="plus" leading="compact">
            {format.money(closing.net, closing.currency_code)}
          </Text>
          {!wide && closing.gap !== 0 && (
            <Text size="xsmall" className="text-ui-tag-red-text">
              {format.signed(closing.gap, closing.currency_code)}
            </Text>
          )}
        </div>
      ),
    })
    if (!wide) return [number, net]
    return [
      number,
      helper.accessor("day", {
        header: t("closing.day"),
        cell: ({ getValue }) => format.date(getValue()),
      }),
      helper.display({
        id: "by",
        header: t("closing.by"),
        cell: ({ row }) => row.original.actor?.email ?? "–",
      }),
      helper.accessor("gap", {
        header: t("closing.gap"),
        align: "right",
        cell: ({ row: { original: closing } }) => (
          <span className={clx("tabular-nums", { "text-ui-tag-red-text": closing.gap !== 0 })}>
            {closing.gap === 0 ? "–" : format.signed(closing.gap, closing.currency_code)}
          </span>
        ),
      }),
      net,
    ]
  }, [t, format, wide])
}
