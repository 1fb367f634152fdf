import { Container, Skeleton } from "@medusajs/ui"
import { useParams, type UIMatch } from "react-router-dom"
import { AccountHeader } from "../../../components/account/account-header"
import { EntriesTable } from "../../../components/account/entries-table"
import { MailsSection } from "../../../components/mails/mails-section"
import { LoadError } from "../../../components/common/load-error"
import { useClientAccount } from "../../../hooks/accounts"
import { useAccountWords } from "../../../hooks/use-account-words"

const ClientAccountPage = () => {
  const { id = "" } = useParams()
  const { data, error, refetch } = useClientAccount(id)
  if (error) {
    return (
      <Container className="p-0">
        <LoadError error={error} onRetry={() => void refetch()} />
      </Container>
    )
  }
  return (
    <div className="flex flex-col gap-y-3">
      {data ? (
        <AccountHeader account={data.client_account} />
      ) : (
        <Container>
          <Skeleton className="h-40 w-full" />
        </Container>
      )}
      <EntriesTable accountId={id} />
      {data && <MailsSection account={data.client_account} />}
    </div>
  )
}

const AccountCrumb = ({ id }: { id: string }) => {
  const words = useAccountWords()
  const { data } = useClientAccount(id)
  return <>{data && words.name(data.client_account)}</>
}

export const handle = {
  breadcrumb: (match?: UIMatch) => match?.params.id && <AccountCrumb id={match.params.id} />,
}

export default ClientAccountPage
