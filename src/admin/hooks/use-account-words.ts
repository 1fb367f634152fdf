import { useMemo } from "react"
import type { AdminClientAccount } from "../../types/http"
import { statusOf } from "../lib/status"
import { useFormat } from "./use-format"
import { useWords } from "./use-words"

type Named = Pick<AdminClientAccount, "customer_name" | "customer_email" | "customer_id">
type Balanced = Pick<AdminClientAccount, "balance" | "currency_code">

/** An account in words: who it is, and "owes €12.40", "holds €50.00" or "at zero". */
export const useAccountWords = () => {
  const t = useWords()
  const { money } = useFormat()
  return useMemo(
    () => ({
      name: (account: Named) =>
        account.customer_name?.trim() || account.customer_email || t("common.unnamed"),
      balance: (account: Balanced) =>
        t(`balance.${statusOf(account)}`, {
          amount: money(Math.abs(account.balance), account.currency_code),
        }),
    }),
    [t, money]
  )
}
