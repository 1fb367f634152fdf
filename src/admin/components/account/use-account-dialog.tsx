import { useState } from "react"
import type { AdminClientAccount } from "../../../types/http"
import { ManualEntryDrawer } from "../forms/manual-entry-drawer"
import { ReceiptDrawer } from "../forms/receipt-drawer"

export type AccountAct = "in" | "out" | "adjustment" | "write_off" | "opening_balance"

/** The drawer that is open on an account, one at a time. */
export const useAccountDialog = (account: AdminClientAccount) => {
  const [act, setAct] = useState<AccountAct | null>(null)
  const onClose = () => setAct(null)
  const dialog =
    act === null ? null : act === "in" || act === "out" ? (
      <ReceiptDrawer holder={account} direction={act} onClose={onClose} />
    ) : (
      <ManualEntryDrawer account={account} type={act} onClose={onClose} />
    )
  return { open: setAct, dialog }
}
