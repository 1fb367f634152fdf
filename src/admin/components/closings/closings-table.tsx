import {
  Container,
  createDataTableColumnHelper,
  DataTable,
  Heading,
  Text,
  clx,
  useDataTable,
} from "@medusajs/ui"
import { useMemo, useState } from "react"
import { useNavigate } from "react-router-dom"
import type { AdminClosing } from "../../../types/http"
import { useClosings } from "../../hooks/closings"
import { useFormat } from "../../hooks/use-format"
import { useTableWords } from "../../hooks/use-table-words"
import { useWideScreen } from "../../hooks/use-wide-screen"
import { useWords } from "../../hooks/use-words"
import { closingPath } from "../../lib/paths"
import { LoadError } from "../common/load-error"

const PAGE_SIZE = 20
const helper = createDataTableColumnHelper<AdminClosing>()

export const ClosingsTable = () => {
  const t = useWords()
  const navigate = useNavigate()
  const tableWords = useTableWords()
  const columns = useClosingColumns(useWideScreen())
  const [pageIndex, setPageIndex] = useState(0)
  const { data, isPending, error, refetch } = useClosings({
    limit: PAGE_SIZE,
    offset: pageIndex * PAGE_SIZE,
  })
  const table = useDataTable({
    data: data?.closings ?? [],
    columns,
    getRowId: (closing) => closing.id,
    rowCount: data?.count ?? 0,
    isLoading: isPending,
    autoResetPageIndex: false,
    onRowClick: (_, row) => navigate(closingPath(rowId(row))),
    pagination: {
      state: { pageIndex, pageSize: PAGE_SIZE },
      onPaginationChange: (page) => setPageIndex(page.pageIndex),
    },
  })
  const empty = { heading: t("closing.empty"), description: t("closing.emptyText") }
  return (
    <Container className="divide-y p-0">
      <div className="px-6 py-4">
        <Heading level="h2">{t("closing.list")}</Heading>
      </div>
      {error ? (
        <LoadError error={error} onRetry={() => void refetch()} />
      ) : (
        <DataTable instance={table}>
          <DataTable.Table emptyState={{ empty, filtered: empty }} />
          {(data?.count ?? 0) > PAGE_SIZE && <DataTable.Pagination translations={tableWords} />}
        </DataTable>
      )}
    </Container>
  )
}

/** `useDataTable` types the clicked row as its data, and hands over the table's own row. */
const rowId = (row: { id: string }): string => row.id

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
