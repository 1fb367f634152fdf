import type { AdminDebtPolicy } from "../../types/http/account-credit"
import { useFormat } from "./use-format"
import { useWords } from "./use-words"

/** A debt policy in one line. */
export const useDebtWords = () => {
  const t = useWords()
  const { money } = useFormat()
  return ({ rule, limit, action }: AdminDebtPolicy, currency: string): string => {
    const what = t(`debt.summary.${rule}`, { limit: money(limit ?? 0, currency) })
    return rule === "allowed" ? what : `${what}, ${t(`debt.otherwise.${action}`)}`
  }
}
