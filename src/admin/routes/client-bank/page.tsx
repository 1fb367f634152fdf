import { defineRouteConfig } from "@medusajs/admin-sdk"
import { Container, Skeleton } from "@medusajs/ui"
import { useState } from "react"
import { AddAccountDrawer } from "../../components/bank/add-account-drawer"
import { BankHeader } from "../../components/bank/bank-header"
import { ColumnsDrawer } from "../../components/bank/columns-drawer"
import { LinesSection } from "../../components/bank/lines-section"
import { StatementsTable } from "../../components/bank/statements-table"
import { Crumb } from "../../components/common/crumb"
import { LoadError } from "../../components/common/load-error"
import { useBankAccounts } from "../../hooks/bank"
import { useBankUpload } from "../../hooks/use-bank-upload"

const BankPage = () => {
  const { data, isPending, error, refetch } = useBankAccounts()
  const [chosen, setChosen] = useState("")
  const [isAdding, setIsAdding] = useState(false)
  const upload = useBankUpload()
  const accounts = data?.bank_accounts ?? []
  const account = accounts.find(({ id }) => id === chosen) ?? accounts[0]
  if (isPending || error) {
    return (
      <Container className="p-0">
        {error && <LoadError error={error} onRetry={() => void refetch()} />}
        {isPending && <Skeleton className="m-6 h-24" />}
      </Container>
    )
  }
  const { asked } = upload
  return (
    <div className="flex flex-col gap-y-3">
      <BankHeader
        accounts={accounts}
        account={account}
        onChoose={setChosen}
        upload={upload}
        onAdd={() => setIsAdding(true)}
      />
      {account && <LinesSection key={account.id} account={account} />}
      {account && <StatementsTable />}
      {isAdding && <AddAccountDrawer onAdded={setChosen} onClose={() => setIsAdding(false)} />}
      {asked && (
        <ColumnsDrawer
          account={asked.account}
          preview={asked.preview}
          onKept={(kept) => upload.send({ account: kept, file: asked.file })}
          onClose={upload.close}
        />
      )}
    </div>
  )
}

export const config = defineRouteConfig({
  label: "nav.bank",
  translationNs: "clientLedger",
  nested: "/customers",
})

export const handle = { breadcrumb: () => <Crumb word="nav.bank" /> }

export default BankPage
