import { useClientAccounts } from "../../hooks/accounts"
import type { Picked } from "../../hooks/use-picked"
import { ZeroModal } from "./zero-modal"

/** The most that the list answers at once. */
const MOST = 200

type OpenZeroProps = { picked: Picked; onClose: () => void; onDone: () => void }

/** Reads the picked clients as they stand now, wherever in the list they were picked. */
export const OpenZero = ({ picked, onClose, onDone }: OpenZeroProps) => {
  const { data } = useClientAccounts({
    customer_id: [...new Set(Object.values(picked))].join(","),
    // Not by balance: what others record meanwhile mustn't shift the lines under the fingers.
    order: "customer_name",
    limit: MOST,
  })
  if (!data) return null
  const accounts = data.client_accounts.filter(({ id, balance }) => id in picked && balance !== 0)
  const hasMore = data.count > data.client_accounts.length
  return <ZeroModal accounts={accounts} hasMore={hasMore} onClose={onClose} onDone={onDone} />
}
