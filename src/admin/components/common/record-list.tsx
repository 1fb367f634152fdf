import { Container, DataTable, Heading, Text, useDataTable } from "@medusajs/ui"
import { useState, type ReactNode } from "react"
import { useNavigate } from "react-router-dom"
import { useTableWords } from "../../hooks/use-table-words"
import { LoadError } from "./load-error"

const PAGE_SIZE = 20

/** Which page of a list is shown, and the query that asks for it. */
export const useListPage = () => {
  const [pageIndex, setPageIndex] = useState(0)
  return { pageIndex, setPageIndex, query: { limit: PAGE_SIZE, offset: pageIndex * PAGE_SIZE } }
}

type RecordListProps<TRow extends { id: string }> = {
  title: string
  hint?: string
  /** Beside the title. */
  action?: ReactNode
  /** Between title and list. */
  filters?: ReactNode
  empty: { heading: string; description: string }
  columns: Parameters<typeof useDataTable<TRow>>[0]["columns"]
  page: ReturnType<typeof useListPage>
  /** Undefined until they have come. */
  rows: TRow[] | undefined
  count: number | undefined
  error: Error | null
  onRetry: () => void
  /** Where a row leads; null when nowhere. */
  pathOf: (row: TRow) => string | null
}

/** What was recorded, newest first, each row a link to its page; pages only where one isn't enough. */
export const RecordList = <TRow extends { id: string }>({
  title,
  hint,
  action,
  filters,
  empty,
  columns,
  page: { pageIndex, setPageIndex },
  rows,
  count = 0,
  error,
  onRetry,
  pathOf,
}: RecordListProps<TRow>) => {
  const navigate = useNavigate()
  const tableWords = useTableWords()
  const table = useDataTable({
    data: rows ?? [],
    columns,
    getRowId: (row) => row.id,
    rowCount: count,
    isLoading: !rows,
    autoResetPageIndex: false,
    onRowClick: (_, { id }) => {
      const row = rows?.find((each) => each.id === id)
      const path = row && pathOf(row)
      if (path) navigate(path)
    },
    pagination: {
      state: { pageIndex, pageSize: PAGE_SIZE },
      onPaginationChange: (page) => setPageIndex(page.pageIndex),
    },
  })
  return (
    <Container className="divide-y p-0">
      <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-3 px-6 py-4">
        <div>
          <Heading level="h2">{title}</Heading>
          {hint && (
            <Text size="small" className="text-ui-fg-subtle">
              {hint}
            </Text>
          )}
        </div>
        {action}
      </div>
      {filters && <div className="px-6 py-3">{filters}</div>}
      {error ? (
        <LoadError error={error} onRetry={onRetry} />
      ) : (
        <DataTable instance={table}>
          <DataTable.Table emptyState={{ empty, filtered: empty }} />
          {count > PAGE_SIZE && <DataTable.Pagination translations={tableWords} />}
        </DataTable>
      )}
    </Container>
  )
}
