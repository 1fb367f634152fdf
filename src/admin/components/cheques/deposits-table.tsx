import { createDataTableColumnHelper, StatusBadge, Text } from "@medusajs/ui"
import { useMemo } from "react"
import type { AdminChequeDeposit } from "../../../types/http"
import { useChequeDeposits } from "../../hooks/cheques"
import { useFormat } from "../../hooks/use-format"
import { useWideScreen } from "../../hooks/use-wide-screen"
import { useWords } from "../../hooks/use-words"
import { chequeDepositPath } from "../../lib/paths"
import { depositColors } from "../../lib/status"
import { RecordList, useListPage } from "../common/record-list"

const helper = createDataTableColumnHelper<AdminChequeDeposit>()

export const DepositsTable = () => {
  const t = useWords()
  const page = useListPage()
  const { data, error, refetch } = useChequeDeposits(page.query)
  return (
    <RecordList
      title={t("cheque.list")}
      empty={{ heading: t("cheque.empty"), description: t("cheque.emptyText") }}
      columns={useDepositColumns(useWideScreen())}
      page={page}
      rows={data?.cheque_deposits}
      count={data?.count}
      error={error}
      onRetry={() => void refetch()}
      pathOf={({ id }) => chequeDepositPath(id)}
    />
  )
}

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
