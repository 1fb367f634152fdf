import { Container, Skeleton } from "@medusajs/ui"
import { useState } from "react"
import { useParams } from "react-router-dom"
import { Crumb } from "../../../../components/common/crumb"
import { LoadError } from "../../../../components/common/load-error"
import { useListPage } from "../../../../components/common/record-list"
import { ImportFindings } from "../../../../components/imports/import-findings"
import { ImportHeader } from "../../../../components/imports/import-header"
import { ImportLines } from "../../../../components/imports/import-lines"
import { useImport } from "../../../../hooks/imports"

const ImportPage = () => {
  const { id = "" } = useParams()
  const page = useListPage()
  const [onlyDiffering, setOnlyDiffering] = useState(true)
  const { data, error, refetch } = useImport(id, {
    ...page.query,
    ...(onlyDiffering && { differing: true }),
  })
  const retry = () => void refetch()
  if (error) {
    return (
      <Container className="p-0">
        <LoadError error={error} onRetry={retry} />
      </Container>
    )
  }
  if (!data) {
    return (
      <Container>
        <Skeleton className="h-64 w-full" />
      </Container>
    )
  }
  return (
    <div className="flex flex-col gap-y-3">
      <ImportHeader report={data.client_import} />
      <ImportFindings report={data.client_import} />
      <ImportLines
        data={data}
        page={page}
        onlyDiffering={onlyDiffering}
        setOnlyDiffering={setOnlyDiffering}
        onRetry={retry}
      />
    </div>
  )
}

export const handle = { breadcrumb: () => <Crumb word="imports.report" /> }

export default ImportPage
