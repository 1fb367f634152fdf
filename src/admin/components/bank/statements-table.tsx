import { createDataTableColumnHelper, Text } from "@medusajs/ui"
import { useMemo } from "react"
import type { AdminBankStatement } from "../../../types/http"
import { useBankStatements } from "../../hooks/bank"
import { useFormat } from "../../hooks/use-format"
import { useWideScreen } from "../../hooks/use-wide-screen"
import { useWords } from "../../hooks/use-words"
import { RecordList, useListPage } from "../common/record-list"

const helper = createDataTableColumnHelper<AdminBankStatement>()

export const StatementsTable = () => {
  const t = useWords()
  const page = useListPage()
  const { data, error, refetch } = useBankStatements(page.query)
  return (
    <RecordList
      title={t("bank.list")}
      empty={{ heading: t("bank.listEmpty"), description: t("bank.listEmptyText") }}
      columns={useStatementColumns(useWideScreen())}
      page={page}
      rows={data?.bank_statements}
      count={data?.count}
      error={error}
      onRetry={() => void refetch()}
      pathOf={() => null}
    />
  )
}

/** On a phone: the file with its period, and what was new of it. */
const useStatementColumns = (wide: boolean) => {
  const t = useWords()
  const { date, dateTime, number } = useFormat()
  return useMemo(() => {
    const period = ({ first_day, last_day }: AdminBankStatement) =>
      first_day && last_day ? `${date(first_day)} – ${date(last_day)}` : "–"
    const count = (key: "lines" | "added", header: string) =>
      helper.accessor(key, {
        header,
        align: "right" as const,
        cell: ({ getValue }) => <span className="tabular-nums">{number(getValue())}</span>,
      })
    const file = helper.accessor("file_name", {
      header: t("bank.file"),
      cell: ({ row: { original: statement } }) => (
        <div className="min-w-0 whitespace-normal py-2">
          <Text size="small" weight="plus" leading="compact" className="break-words">
            {statement.file_name || statement.format}
          </Text>
          {!wide && (
            <Text size="xsmall" className="text-ui-fg-muted">
              {period(statement)}
            </Text>
          )}
        </div>
      ),
    })
    const added = count("added", t("bank.newLines"))
    if (!wide) return [file, added]
    return [
      file,
      helper.display({
        id: "period",
        header: t("bank.period"),
        cell: ({ row }) => period(row.original),
      }),
      count("lines", t("bank.lines")),
      added,
      helper.accessor("created_at", {
        header: t("bank.readOn"),
        cell: ({ getValue }) => dateTime(getValue()),
      }),
    ]
  }, [t, date, dateTime, number, wide])
}
