import { useMemo } from "react"
import type { AdminClientAccount } from "../../types/http"
import { useFormat } from "./use-format"
import { useWords } from "./use-words"

/** What to do next for a client, in words: "Remind: €12.40 due 3 weeks ago". */
export const useNextStep = () => {
  const t = useWords()
  const { money, ago } = useFormat()
  return useMemo(
    () => (account: AdminClientAccount) => {
      const { next_step, currency_code, expected_method, overdue, overdue_since } = account
      const amount = (value: number) => money(Math.abs(value), currency_code)
      if (next_step === "remind") {
        return t("zero.step.remind", { amount: amount(overdue), ago: ago(overdue_since ?? "") })
      }
      if (next_step === "collect") {
        const promise = { amount: amount(account.expected) }
        return expected_method && expected_method !== "on_site"
          ? t("zero.step.collectBy", { ...promise, method: t(`method.${expected_method}`) })
          : t("zero.step.collect", promise)
      }
      return t(`zero.step.${next_step}`, {
        amount: amount(account.balance),
        ago: ago(account.last_entry_at ?? ""),
      })
    },
    [t, money, ago]
  )
}
