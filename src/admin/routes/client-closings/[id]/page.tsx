import { Container, Skeleton } from "@medusajs/ui"
import { useParams, type UIMatch } from "react-router-dom"
import { ClosingHeader } from "../../../components/closings/closing-header"
import {
  MethodsSection,
  OrdersSection,
  ProofSection,
  ReceiptsSection,
  TaxesSection,
  TotalsSection,
} from "../../../components/closings/closing-sections"
import { LoadError } from "../../../components/common/load-error"
import { useClosing } from "../../../hooks/closings"
import { useWords } from "../../../hooks/use-words"

const ClosingPage = () => {
  const { id = "" } = useParams()
  const { data, error, refetch } = useClosing(id)
  if (error) {
    return (
      <Container className="p-0">
        <LoadError error={error} onRetry={() => void refetch()} />
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
  const { closing } = data
  return (
    <div className="flex flex-col gap-y-3">
      <ClosingHeader closing={closing} />
      <MethodsSection closing={closing} />
      <ReceiptsSection closing={closing} />
      <OrdersSection closing={closing} />
      <TaxesSection closing={closing} />
      <TotalsSection closing={closing} />
      <ProofSection closing={closing} />
    </div>
  )
}

const ClosingCrumb = ({ id }: { id: string }) => {
  const t = useWords()
  const { data } = useClosing(id)
  return <>{data && t("closing.numbered", { number: data.closing.number })}</>
}

export const handle = {
  breadcrumb: (match?: UIMatch) => match?.params.id && <ClosingCrumb id={match.params.id} />,
}

export default ClosingPage
