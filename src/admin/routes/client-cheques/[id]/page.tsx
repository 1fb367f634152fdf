import { Container, Skeleton } from "@medusajs/ui"
import { useParams, type UIMatch } from "react-router-dom"
import { DepositCheques } from "../../../components/cheques/deposit-cheques"
import { DepositHeader } from "../../../components/cheques/deposit-header"
import { LoadError } from "../../../components/common/load-error"
import { useChequeDeposit } from "../../../hooks/cheques"
import { useWords } from "../../../hooks/use-words"

const ChequeDepositPage = () => {
  const { id = "" } = useParams()
  const { data, error, refetch } = useChequeDeposit(id)
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
  return (
    <div className="flex flex-col gap-y-3">
      <DepositHeader deposit={data.cheque_deposit} />
      <DepositCheques deposit={data.cheque_deposit} />
    </div>
  )
}

const DepositCrumb = ({ id }: { id: string }) => {
  const t = useWords()
  const { data } = useChequeDeposit(id)
  return <>{data && t("cheque.numbered", { number: data.cheque_deposit.number })}</>
}

export const handle = {
  breadcrumb: (match?: UIMatch) => match?.params.id && <DepositCrumb id={match.params.id} />,
}

export default ChequeDepositPage
