import { InlineTip } from "@medusajs/ui"
import { useLedgerSettings } from "../../hooks/settings"
import { useFormat } from "../../hooks/use-format"
import { useWords } from "../../hooks/use-words"

type CashLimitTipProps = { currency: string; amount: number | null; isCashIn: boolean }

/** Warns of a cash payment above the limit that is set; the law's is one in euros. */
export const CashLimitTip = ({ currency, amount, isCashIn }: CashLimitTipProps) => {
  const t = useWords()
  const { money } = useFormat()
  const { data } = useLedgerSettings()
  const limit = data?.settings.cash_limit ?? null
  if (!isCashIn || currency !== "eur" || limit === null || (amount ?? 0) <= limit) return null
  return (
    <InlineTip variant="warning" label={t("closing.cashLimit")}>
      {t("closing.aboveLimitReceipt", { limit: money(limit, currency) })}
    </InlineTip>
  )
}
