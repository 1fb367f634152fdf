import { defineRouteConfig } from "@medusajs/admin-sdk"
import { Container, Skeleton } from "@medusajs/ui"
import { Crumb } from "../../../components/common/crumb"
import { LoadError } from "../../../components/common/load-error"
import { DebtSection } from "../../../components/settings/debt-section"
import { ChecksSection } from "../../../components/settings/checks-section"
import { LedgerSection } from "../../../components/settings/ledger-section"
import { MailSettingsSection } from "../../../components/settings/mail-settings-section"
import { MethodsSection } from "../../../components/settings/methods-section"
import { OpeningBalancesSection } from "../../../components/settings/opening-balances-section"
import { useLedgerSettings } from "../../../hooks/settings"

const ClientPaymentsPage = () => {
  const { data, isPending, error, refetch } = useLedgerSettings()
  return (
    <div className="flex flex-col gap-y-3">
      {isPending && (
        <Container>
          <Skeleton className="h-64 w-full" />
        </Container>
      )}
      {error && (
        <Container className="p-0">
          <LoadError error={error} onRetry={() => void refetch()} />
        </Container>
      )}
      {data && (
        <>
          <LedgerSection settings={data.settings} />
          <MethodsSection settings={data.settings} />
          <DebtSection />
          <MailSettingsSection settings={data.settings} />
          <OpeningBalancesSection />
          <ChecksSection />
        </>
      )}
    </div>
  )
}

export const config = defineRouteConfig({
  label: "nav.settings",
  translationNs: "clientLedger",
})

export const handle = { breadcrumb: () => <Crumb word="nav.settings" /> }

export default ClientPaymentsPage
