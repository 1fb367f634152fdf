import { defineRouteConfig } from "@medusajs/admin-sdk"
import { ArrowDownTray } from "@medusajs/icons"
import { Button } from "@medusajs/ui"
import { useState } from "react"
import { useActColumns } from "../../../components/acts/act-columns"
import { ActFilters } from "../../../components/acts/act-filters"
import { Allowed } from "../../../components/common/allowed"
import { Crumb } from "../../../components/common/crumb"
import { RecordList, useListPage } from "../../../components/common/record-list"
import { useActs, useExportActs, type ActFilter } from "../../../hooks/acts"
import { useFailureToast } from "../../../hooks/use-failure-toast"
import { useWideScreen } from "../../../hooks/use-wide-screen"
import { useWords } from "../../../hooks/use-words"
import { saveFile } from "../../../lib/download"
import { isoDay } from "../../../lib/locale"
import { accountPath } from "../../../lib/paths"

const ActsPage = () => {
  const t = useWords()
  const page = useListPage()
  const [filter, setFilter] = useState<ActFilter>({})
  const { data, error, refetch } = useActs(filter, page.query)
  const download = useExportActs({
    onSuccess: (csv) => saveFile(csv, `${t("acts.fileName")}-${isoDay(new Date())}.csv`),
    onError: useFailureToast(),
  })
  const change = (next: ActFilter) => {
    page.setPageIndex(0)
    setFilter(next)
  }
  return (
    <RecordList
      title={t("acts.title")}
      hint={t("acts.hint")}
      action={
        <Allowed to="export">
          <Button
            size="small"
            variant="secondary"
            isLoading={download.isPending}
            onClick={() => download.mutate(filter)}
          >
            <ArrowDownTray />
            {t("acts.export")}
          </Button>
        </Allowed>
      }
      filters={<ActFilters filter={filter} change={change} />}
      empty={{ heading: t("acts.empty"), description: t("acts.emptyText") }}
      columns={useActColumns(useWideScreen())}
      page={page}
      rows={data?.acts}
      count={data?.count}
      error={error}
      onRetry={() => void refetch()}
      pathOf={({ client_account_id }) => client_account_id && accountPath(client_account_id)}
    />
  )
}

export const config = defineRouteConfig({
  label: "nav.acts",
  translationNs: "clientLedger",
})

export const handle = { breadcrumb: () => <Crumb word="nav.acts" /> }

export default ActsPage
