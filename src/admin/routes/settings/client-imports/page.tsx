import { defineRouteConfig } from "@medusajs/admin-sdk"
import { Crumb } from "../../../components/common/crumb"
import { RecordList, useListPage } from "../../../components/common/record-list"
import { useImportColumns } from "../../../components/imports/import-columns"
import { useImports } from "../../../hooks/imports"
import { useWideScreen } from "../../../hooks/use-wide-screen"
import { useWords } from "../../../hooks/use-words"
import { importPath } from "../../../lib/paths"

const ImportsPage = () => {
  const t = useWords()
  const page = useListPage()
  const { data, error, refetch } = useImports(page.query)
  return (
    <RecordList
      title={t("imports.title")}
      hint={t("imports.hint")}
      empty={{ heading: t("imports.empty"), description: t("imports.emptyText") }}
      columns={useImportColumns(useWideScreen())}
      page={page}
      rows={data?.client_imports}
      count={data?.count}
      error={error}
      onRetry={() => void refetch()}
      pathOf={({ id }) => importPath(id)}
    />
  )
}

export const config = defineRouteConfig({
  label: "nav.imports",
  translationNs: "clientLedger",
})

export const handle = { breadcrumb: () => <Crumb word="nav.imports" /> }

export default ImportsPage
