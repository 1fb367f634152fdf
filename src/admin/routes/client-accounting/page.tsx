import { defineRouteConfig } from "@medusajs/admin-sdk"
import { Container, Skeleton } from "@medusajs/ui"
import { Crumb } from "../../components/common/crumb"
import { LoadError } from "../../components/common/load-error"
import { ChartSection } from "../../components/journal/chart-section"
import { JournalSection } from "../../components/journal/journal-section"
import { useJournalSettings } from "../../hooks/journal"

const AccountingPage = () => {
  const { data, isPending, error, refetch } = useJournalSettings()
  return (
    <div className="flex flex-col gap-y-3">
      <JournalSection />
      {isPending && (
        <Container>
          <Skeleton className="h-32 w-full" />
        </Container>
      )}
      {error && (
        <Container className="p-0">
          <LoadError error={error} onRetry={() => void refetch()} />
        </Container>
      )}
      {data && <ChartSection settings={data.journal_settings} />}
    </div>
  )
}

export const config = defineRouteConfig({
  label: "nav.accounting",
  translationNs: "clientLedger",
  nested: "/customers",
})

export const handle = { breadcrumb: () => <Crumb word="nav.accounting" /> }

export default AccountingPage
