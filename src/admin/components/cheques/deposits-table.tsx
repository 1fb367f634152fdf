import {
  Container,
  createDataTableColumnHelper,
  DataTable,
  Heading,
  StatusBadge,
  Text,
  useDataTable,
} from "@medusajs/ui"
import { useMemo, useState } from "react"
import { useNavigate } from "react-router-dom"
import type { AdminChequeDeposit } from "../../../types/http"
import { useChequeDeposits } from "../../hooks/cheques"
import { useFormat } from "../../hooks/use-format"
import { useTableWords } from "../../hooks/use-table-words"
import { useWideScreen } from "../../hooks/use-wide-screen"
import { useWords } from "../../hooks/use-words"
import { chequeDepositPath } from "../../lib/paths"
import { depositColors } from "../../lib/status"
import { LoadError } from "../common/load-error"

const PAGE_SIZE = 20
const helper = createDataTableColumnHelper<AdminChequeDeposit>()

export const DepositsTable = () => {
  const t = useWords()
  const navigate = useNavigate()
  const tableWords = useTableWords()
  const columns = useDepositColumns(useWideScreen())
  const [pageIndex, setPageIndex] = useState(0)
  const { data, isPending, error, refetch } = useChequeDeposits({
    limit: PAGE_SIZE,
    offset: pageIndex * PAGE_SIZE,
  })
  const table = useDataTable({
    data: data?.cheque_deposits ?? [],
    columns,
    getRowId: (deposit) => deposit.id,
    rowCount: data?.count ?? 0,
    isLoading: isPending,
    autoResetPageIndex: false,
    onRowClick: (_, row) => navigate(chequeDepositPath(rowId(row))),
    pagination: {
      state: { pageIndex, pageSize: PAGE_SIZE },
      onPaginationChange: (page) => setPageIndex(page.pageIndex),
    },
  })
  const empty = { heading: t("cheque.empty"), description: t("cheque.emptyText") }
  return (
    <Container className="divide-y p-0">
      <div className="px-6 py-4">
        <Heading level="h2">{t("cheque.list")}</Heading>
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

/** On a phone: number and count, total and status. */
const useDepositColumns = (wide: boolean) => {
  const t = useWords()
  const { money, date } = useFormat()
  return useMemo(() => {
    const number = helper.accessor("number", {
      header: t("cheque.slip"),
      cell: ({ row: { original: deposit } }) => (
        <div className="py-2">
          <Text size="small" weight="plus" leading="compact">
            {t("cheque.numbered", { number: deposit.number })}
          </Text>
          {!wide && (
            <Text size="xsmall" className="text-ui-fg-muted">
              {[date(deposit.created_at), money(deposit.total, deposit.currency_code)].join(" · ")}
            </Text>
          )}
        </div>
      ),
    })
    const status = helper.accessor("status", {
      header: t("common.state"),
      cell: ({ getValue }) => (
        <StatusBadge color={depositColors[getValue()]} className="whitespace-nowrap">
          {t(`cheque.status.${getValue()}`)}
        </StatusBadge>
      ),
    })
    if (!wide) return [number, status]
    return [
      number,
      helper.accessor("created_at", {
        header: t("cheque.date"),
        cell: ({ getValue }) => date(getValue()),
      }),
      helper.accessor("deposited_on", {
        header: t("cheque.depositedOn"),
        cell: ({ getValue }) => {
          const day = getValue()
          return day ? date(day) : "–"
        },
      }),
      status,
      helper.accessor("count", {
        header: t("cheque.count"),
        align: "right",
        cell: ({ getValue }) => <span className="tabular-nums">{getValue()}</span>,
      }),
      helper.accessor("total", {
        header: t("cheque.total"),
        align: "right",
        cell: ({ row: { original: deposit } }) => (
          <Text size="small" weight="plus" leading="compact" className="tabular-nums">
            {money(deposit.total, deposit.currency_code)}
          </Text>
        ),
      }),
    ]
  }, [t, money, date, wide])
}
