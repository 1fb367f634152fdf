import { Button, Container, DataTable, Heading, Text, useDataTable } from "@medusajs/ui"
import { ArrowDownTray } from "@medusajs/icons"
import { useState } from "react"
import { Link, useNavigate } from "react-router-dom"
import type { AdminClientAccountTotals } from "../../../types/http"
import {
  useClientAccounts,
  useExportClientAccounts,
  type AccountFilter,
} from "../../hooks/accounts"
import { useFailureToast } from "../../hooks/use-failure-toast"
import { PAGE_SIZE, useListState } from "../../hooks/use-list-state"
import { useMay } from "../../hooks/use-may"
import { usePicked } from "../../hooks/use-picked"
import { useTableWords } from "../../hooks/use-table-words"
import { useWideScreen } from "../../hooks/use-wide-screen"
import { useWords } from "../../hooks/use-words"
import { saveFile } from "../../lib/download"
import { isoDay } from "../../lib/locale"
import { accountPath, CLOSINGS_PATH } from "../../lib/paths"
import { BatchButton } from "../batch/batch-button"
import { Allowed } from "../common/allowed"
import { LoadError } from "../common/load-error"
import { RemindersButton } from "../mails/reminders-button"
import { useBalanceColumns } from "./columns"
import { OpenZero } from "../zero/open-zero"
import { EmptyList } from "./empty-list"
import { StatusTabs } from "./status-tabs"
import { ListToolbar } from "./toolbar"

export const BalancesTable = ({ totals }: { totals: AdminClientAccountTotals[] }) => {
  const t = useWords()
  const navigate = useNavigate()
  const may = useMay()
  const state = useListState()
  const tableWords = useTableWords()
  const columns = useBalanceColumns(useWideScreen())
  const { data, isPending, error, refetch } = useClientAccounts(state.query)
  const accounts = data?.client_accounts ?? []

  const { picked, clear, rowSelection } = usePicked(accounts, may("write_off") && may("pay_out"))
  const [isBringing, setIsBringing] = useState(false)

  const table = useDataTable({
    data: accounts,
    columns,
    getRowId: (account) => account.id,
    rowCount: data?.count ?? 0,
    isLoading: isPending,
    autoResetPageIndex: false,
    onRowClick: (_, row) => navigate(accountPath(rowId(row))),
    rowSelection,
    commands: [{ label: t("zero.bring"), shortcut: "z", action: () => setIsBringing(true) }],
    search: {
      state: state.q,
      onSearchChange: (q) => state.change({ q }, { replace: true }),
    },
    sorting: {
      state: { id: state.order.replace("-", ""), desc: state.order.startsWith("-") },
      onSortingChange: (sorting) =>
        state.change({ order: sorting ? `${sorting.desc ? "-" : ""}${sorting.id}` : "" }),
    },
    pagination: {
      state: { pageIndex: Math.floor(state.offset / PAGE_SIZE), pageSize: PAGE_SIZE },
      onPaginationChange: ({ pageIndex }) =>
        state.change({ offset: pageIndex ? String(pageIndex * PAGE_SIZE) : "" }),
    },
  })

  const empty = { custom: <EmptyList state={state} /> }
  const shownTotals = totals.filter(
    ({ currency_code }) => !state.currency || currency_code === state.currency
  )
  return (
    <Container className="divide-y p-0">
      <ListHeader
        filter={state.filter}
        q={state.q}
        batchCurrency={state.currency || totals[0]?.currency_code}
      />
      <div className="px-6 py-3">
        <StatusTabs tab={state.tab} onChange={state.showTab} totals={shownTotals} />
      </div>
      {error ? (
        <LoadError error={error} onRetry={() => void refetch()} />
      ) : (
        <DataTable instance={table}>
          <DataTable.Toolbar className="flex-col items-start justify-between gap-2 md:flex-row md:items-center">
            <ListToolbar
              state={state}
              currencies={totals.map(({ currency_code }) => currency_code)}
            />
          </DataTable.Toolbar>
          <DataTable.Table emptyState={{ empty, filtered: empty }} />
          <DataTable.Pagination translations={tableWords} />
          <DataTable.CommandBar selectedLabel={(count) => t("zero.count", { count })} />
        </DataTable>
      )}
      {isBringing && (
        <OpenZero
          picked={picked}
          onClose={() => setIsBringing(false)}
          onDone={() => {
            setIsBringing(false)
            clear()
          }}
        />
      )}
      <Text className="sr-only" role="status">
        {t("list.title")}: {data?.count ?? 0}
      </Text>
    </Container>
  )
}

/** `useDataTable` types the clicked row as its data, and hands over the table's own row. */
const rowId = (row: { id: string }): string => row.id

type ListHeaderProps = {
  filter: AccountFilter
  q: string
  /** One currency at a time; undefined before the first account is there. */
  batchCurrency?: string
}

const ListHeader = ({ filter, q, batchCurrency }: ListHeaderProps) => {
  const t = useWords()
  const onError = useFailureToast()
  const download = useExportClientAccounts({
    onSuccess: (csv) => saveFile(csv, `${t("list.exportName")}-${isoDay(new Date())}.csv`),
    onError,
  })
  return (
    <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-3 px-6 py-4">
      <div>
        <Heading>{t("list.title")}</Heading>
        <Text size="small" className="text-ui-fg-subtle max-sm:hidden">
          {t("list.hint")}
        </Text>
      </div>
      <div className="flex flex-wrap gap-2">
        <Allowed to="record">
          {batchCurrency && <BatchButton currency={batchCurrency} q={q} />}
        </Allowed>
        <Allowed to="mail">
          <RemindersButton />
        </Allowed>
        <Button size="small" variant="secondary" asChild>
          <Link to={CLOSINGS_PATH}>{t("closing.title")}</Link>
        </Button>
        <Allowed to="export">
          <Button
            size="small"
            variant="secondary"
            isLoading={download.isPending}
            onClick={() => download.mutate(filter)}
          >
            <ArrowDownTray />
            {t("list.export")}
          </Button>
        </Allowed>
      </div>
    </div>
  )
}
