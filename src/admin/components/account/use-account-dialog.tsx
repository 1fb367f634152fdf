import { useState } from "react"
import type { AdminClientAccount } from "../../../types/http"
import type { ManualEntryType } from "../../lib/entry-types"
import { AccountDebtDrawer } from "../debt/account-debt-drawer"
import { ManualEntryDrawer } from "../forms/manual-entry-drawer"
import { MergeDrawer } from "../forms/merge-drawer"
import { MoveDrawer } from "../forms/move-drawer"
import { ReceiptDrawer } from "../forms/receipt-drawer"
import { StatementDrawer } from "../mails/statement-drawer"

export type AccountAct = "in" | "out" | "move" | "merge" | "debts" | "statement" | ManualEntryType

/** The drawer that is open on an account, one at a time. */
export const useAccountDialog = (account: AdminClientAccount) => {
  const [act, setAct] = useState<AccountAct | null>(null)
  const onClose = () => setAct(null)
  const dialog = act && <AccountDialog account={account} act={act} onClose={onClose} />
  return { open: setAct, dialog }
}

type AccountDialogProps = { account: AdminClientAccount; act: AccountAct; onClose: () => void }

const AccountDialog = ({ account, act, onClose }: AccountDialogProps) => {
  switch (act) {
    case "in":
    case "out":
      return <ReceiptDrawer holder={account} direction={act} onClose={onClose} />
    case "move":
      return <MoveDrawer account={account} onClose={onClose} />
    case "merge":
      return <MergeDrawer account={account} onClose={onClose} />
    case "debts":
      return <AccountDebtDrawer account={account} onClose={onClose} />
    case "statement":
      return <StatementDrawer account={account} onClose={onClose} />
    default:
      return <ManualEntryDrawer account={account} type={act} onClose={onClose} />
  }
}
