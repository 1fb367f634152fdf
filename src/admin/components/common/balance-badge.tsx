import { StatusBadge } from "@medusajs/ui"
import type { AdminClientAccount } from "../../../types/http"
import { useWords } from "../../hooks/use-words"
import { statusColor, statusOf } from "../../lib/status"

type BalanceBadgeProps = { account: Pick<AdminClientAccount, "balance" | "overdue"> }

export const BalanceBadge = ({ account }: BalanceBadgeProps) => {
  const t = useWords()
  const label = account.overdue > 0 ? t("common.overdue") : t(`state.${statusOf(account)}`)
  return (
    <StatusBadge color={statusColor(account)} className="whitespace-nowrap">
      {label}
    </StatusBadge>
  )
}
