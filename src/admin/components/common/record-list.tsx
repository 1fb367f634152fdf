import { Container, DataTable, Heading, useDataTable } from "@medusajs/ui"
import { useState } from "react"
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
  empty: { heading: string; description: string }
  columns: Parameters<typeof useDataTable<TRow>>[0]["columns"]
  page: ReturnType<typeof useListPage>
  /** Undefined until they have come. */
  rows: TRow[] | undefined
  count: number | undefined
  error: Error | null
  onRetry: () => void
  pathOf: (id: string) => string
}

/** What was recorded, newest first, each row a link to its page; pages only where one isn't enough. */
export const RecordList = <TRow extends { id: string }>({
  title,
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
    onRowClick: (_, row) => navigate(pathOf(rowId(row))),
    pagination: {
      state: { pageIndex, pageSize: PAGE_SIZE },
      onPaginationChange: (page) => setPageIndex(page.pageIndex),
    },
  })
  return (
    <Container className="divide-y p-0">
      <div className="px-6 py-4">
        <Heading level="h2">{title}</Heading>
      </div>
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

/** `useDataTable` types the clicked row as its data, and hands over the table's own row. */
const rowId = (row: { id: string }): string => row.id
