import { defineRouteConfig } from "@medusajs/admin-sdk"
import { Container, Skeleton } from "@medusajs/ui"
import { DepositsTable } from "../../components/cheques/deposits-table"
import { ToDepositSection } from "../../components/cheques/to-deposit-section"
import { Crumb } from "../../components/common/crumb"
import { LoadError } from "../../components/common/load-error"
import { useCheques } from "../../hooks/cheques"

/** The most that the list answers at once: more cheques than a slip should hold. */
const MOST = 200

const ChequesPage = () => {
  const { data, isPending, error, refetch } = useCheques({ state: "to_deposit", limit: MOST })
  return (
    <div className="flex flex-col gap-y-3">
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
      {data && <ToDepositSection cheques={data.cheques} hasMore={data.count > MOST} />}
      <DepositsTable />
    </div>
  )
}

export const config = defineRouteConfig({
  label: "nav.cheques",
  translationNs: "clientLedger",
  nested: "/customers",
})

export const handle = { breadcrumb: () => <Crumb word="nav.cheques" /> }

export default ChequesPage
