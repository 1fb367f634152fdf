import { defineRouteConfig } from "@medusajs/admin-sdk"
import { Container, Skeleton } from "@medusajs/ui"
import { useState } from "react"
import { ClosingsTable } from "../../components/closings/closings-table"
import { PreviewSection } from "../../components/closings/preview-section"
import { Crumb } from "../../components/common/crumb"
import { LoadError } from "../../components/common/load-error"
import { useClosingPreview } from "../../hooks/closings"

const ClosingsPage = () => {
  const [currency, setCurrency] = useState("")
  const { data, isPending, error, refetch } = useClosingPreview(currency)
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
      {data && <PreviewSection preview={data.closing_preview} onCurrency={setCurrency} />}
      <ClosingsTable />
    </div>
  )
}

export const config = defineRouteConfig({
  label: "nav.closings",
  translationNs: "clientLedger",
  nested: "/customers",
})

export const handle = { breadcrumb: () => <Crumb word="nav.closings" /> }

export default ClosingsPage
