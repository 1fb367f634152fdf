import { Button } from "@medusajs/ui"
import { useState } from "react"
import { useClientAccounts } from "../../hooks/accounts"
import { useWords } from "../../hooks/use-words"
import { BatchModal } from "./batch-modal"

/** The most that the list answers at once; a batch may hold more, a person's patience doesn't. */
const MOST = 200

type BatchButtonProps = { currency: string; q: string }

/** Opens the table of those who owe, as they are searched on the page behind it. */
export const BatchButton = ({ currency, q }: BatchButtonProps) => {
  const t = useWords()
  const [isOpen, setIsOpen] = useState(false)
  return (
    <>
      <Button size="small" variant="secondary" onClick={() => setIsOpen(true)}>
        {t("batch.open")}
      </Button>
      {isOpen && <OpenBatch currency={currency} q={q} onClose={() => setIsOpen(false)} />}
    </>
  )
}

const OpenBatch = ({ currency, q, onClose }: BatchButtonProps & { onClose: () => void }) => {
  const { data, isFetching } = useClientAccounts({
    status: "owing",
    currency_code: currency,
    limit: MOST,
    ...(q && { q }),
  })
  // What others record meanwhile mustn't take a line away under the fingers.
  const [first, setFirst] = useState<typeof data>()
  if (data && !isFetching && !first) setFirst(data)
  if (!first) return null
  return (
    <BatchModal
      currency={currency}
      accounts={first.client_accounts}
      hasMore={first.count > first.client_accounts.length}
      onClose={onClose}
    />
  )
}
