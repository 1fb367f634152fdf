import { Button } from "@medusajs/ui"
import type { AdminClientImportResponse } from "../../../types/http"
import { useWideScreen } from "../../hooks/use-wide-screen"
import { useWords } from "../../hooks/use-words"
import { accountPath } from "../../lib/paths"
import { RecordList, type useListPage } from "../common/record-list"
import { useLineColumns } from "./line-columns"

type ImportLinesProps = {
  data: AdminClientImportResponse
  page: ReturnType<typeof useListPage>
  onlyDiffering: boolean
  setOnlyDiffering: (only: boolean) => void
  onRetry: () => void
}

/** The members, those with something to read first, each a link to his account. */
export const ImportLines = ({
  data: { client_import: report, lines, count },
  page,
  onlyDiffering,
  setOnlyDiffering,
  onRetry,
}: ImportLinesProps) => {
  const t = useWords()
  const choose = (only: boolean) => {
    page.setPageIndex(0)
    setOnlyDiffering(only)
  }
  const choice = (only: boolean, label: string) => (
    <Button
      size="small"
      variant={onlyDiffering === only ? "secondary" : "transparent"}
      aria-pressed={onlyDiffering === only}
      onClick={() => choose(only)}
    >
      {label}
    </Button>
  )
  return (
    <RecordList
      title={t("imports.lines")}
      filters={
        <div className="flex gap-x-2">
          {choice(true, t("imports.onlyDiffering", { count: report.differing }))}
          {choice(false, t("imports.all", { count: report.members }))}
        </div>
      }
      empty={{ heading: t("imports.linesEmpty"), description: t("imports.linesEmptyText") }}
      columns={useLineColumns(report.currency_code, useWideScreen())}
      page={page}
      rows={lines.map((line) => ({ ...line, id: line.foreign_id }))}
      count={count}
      error={null}
      onRetry={onRetry}
      pathOf={({ client_account_id }) => client_account_id && accountPath(client_account_id)}
    />
  )
}
