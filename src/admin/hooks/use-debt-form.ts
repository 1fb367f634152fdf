import { useState } from "react"
import type { AdminDebtPolicy } from "../../types/http/account-credit"
import { useAmount } from "./use-amount"
import { useWords } from "./use-words"

/** A debt policy being edited: its limit is asked for only where the rule has one. */
export const useDebtForm = (stands: AdminDebtPolicy, currency: string) => {
  const t = useWords()
  const [rule, setRule] = useState(stands.rule)
  const [action, setAction] = useState(stands.action)
  const limit = useAmount(currency, stands.limit ?? 0)
  // Nothing may be overdue: zero is an answer here.
  const isNothing = /^0+([.,]0+)?$/.test(limit.text.trim()) || (stands.limit === 0 && !limit.text)
  const amount = isNothing ? 0 : limit.value
  return {
    rule,
    setRule,
    action,
    setAction,
    limit,
    error: rule === "limited" && amount === null ? t("debt.limitMissing") : undefined,
    policy: (): AdminDebtPolicy => ({ rule, limit: rule === "limited" ? amount : null, action }),
  }
}

export type DebtForm = ReturnType<typeof useDebtForm>
