import { ArrowUturnLeft, PencilSquare } from "@medusajs/icons"
import { Container, DataTable, Heading, useDataTable } from "@medusajs/ui"
import { useCallback, useState } from "react"
import { useSearchParams } from "react-router-dom"
import type { AdminLedgerEntry } from "../../../types/http"
import { useLedgerEntries } from "../../hooks/accounts"
import { useMay } from "../../hooks/use-may"
import { useTableWords } from "../../hooks/use-table-words"
import { useWideScreen } from "../../hooks/use-wide-screen"
import { useWords } from "../../hooks/use-words"
import { reversalOf } from "../../lib/entry-types"
import { ActionMenu, type Action } from "../common/action-menu"
import { LoadError } from "../common/load-error"
import { ReceiptCorrectionDrawer } from "../forms/receipt-correction-drawer"
import { ReversalPrompt } from "../forms/reversal-prompt"
import { TopUpRefundDrawer } from "../forms/top-up-refund-drawer"
import { useEntryColumns } from "./entry-columns"

const PAGE_SIZE = 20

type OpenDialog = { act: "reverse" | "correct" | "refund"; entry: AdminLedgerEntry }

/** The account's entries, newest first, each with the balance after it. */
export const EntriesTable = ({ accountId }: { accountId: string }) => {
  const t = useWords()
  const tableWords = useTableWords()
  const [params, setParams] = useSearchParams()
  const offset = Math.max(0, Number(params.get("offset")) || 0)
  const { data, isPending, error, refetch } = useLedgerEntries(accountId, {
    limit: PAGE_SIZE,
    offset,
  })
  const [dialog, setDialog] = useState<OpenDialog | null>(null)
  const menuOf = useCallback(
    (entry: AdminLedgerEntry) => <EntryMenu entry={entry} onOpen={setDialog} />,
    []
  )
  const table = useDataTable({
    data: data?.ledger_entries ?? [],
    columns: useEntryColumns({ wide: useWideScreen(), menuOf }),
    getRowId: (entry) => entry.id,
    rowCount: data?.count ?? 0,
    isLoading: isPending,
    pagination: {
      state: { pageIndex: Math.floor(offset / PAGE_SIZE), pageSize: PAGE_SIZE },
      onPaginationChange: ({ pageIndex }) =>
        setParams(pageIndex ? { offset: String(pageIndex * PAGE_SIZE) } : {}),
    },
  })

  return (
    <Container className="p-0">
      <div className="px-6 py-4">
        <Heading level="h2">{t("account.entries")}</Heading>
      </div>
      {error ? (
        <LoadError error={error} onRetry={() => void refetch()} />
      ) : (
        <DataTable instance={table}>
          <DataTable.Table
            emptyState={{
              empty: {
                heading: t("account.empty.title"),
                description: t("account.empty.text"),
              },
            }}
          />
          <DataTable.Pagination translations={tableWords} />
        </DataTable>
      )}
      {dialog?.act === "reverse" && (
        <ReversalPrompt entry={dialog.entry} onClose={() => setDialog(null)} />
      )}
      {dialog?.act === "correct" && (
        <ReceiptCorrectionDrawer entry={dialog.entry} onClose={() => setDialog(null)} />
      )}
      {dialog?.act === "refund" && dialog.entry.top_up_id && (
        <TopUpRefundDrawer
          accountId={accountId}
          topUpId={dialog.entry.top_up_id}
          onClose={() => setDialog(null)}
        />
      )}
    </Container>
  )
}

type EntryMenuProps = { entry: AdminLedgerEntry; onOpen: (dialog: OpenDialog) => void }

const EntryMenu = ({ entry, onOpen }: EntryMenuProps) => {
  const t = useWords()
  const may = useMay()
  const reversal = may("reverse") ? reversalOf(entry) : null
  const actions: Action[] = []
  if (reversal === "receipt") {
    actions.push({
      icon: <PencilSquare />,
      label: t("account.action.correctReceipt"),
      ...(entry.closing_number !== null && {
        disabled: true,
        hint: t("account.action.inClosing", { number: entry.closing_number }),
      }),
      onClick: () => onOpen({ act: "correct", entry }),
    })
  }
  if (entry.type === "capture" && entry.top_up_id && may("pay_out")) {
    actions.push({
      icon: <ArrowUturnLeft />,
      label: t("topUp.refund"),
      onClick: () => onOpen({ act: "refund", entry }),
    })
  }
  if (reversal) {
    actions.push({
      icon: <ArrowUturnLeft />,
      label: t(
        reversal === "receipt" ? "account.action.reverseReceipt" : "account.action.reverseEntry"
      ),
      onClick: () => onOpen({ act: "reverse", entry }),
    })
  }
  return <ActionMenu groups={[actions]} />
}
