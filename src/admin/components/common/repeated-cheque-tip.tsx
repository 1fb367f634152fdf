import { InlineTip } from "@medusajs/ui"
import { useCheques } from "../../hooks/cheques"
import { useFormat } from "../../hooks/use-format"
import { useSettledValue } from "../../hooks/use-settled-value"
import { useWords } from "../../hooks/use-words"

type RepeatedChequeTipProps = {
  /** Undefined for a client whose first payment it is. */
  accountId?: string
  number: string
  isChequeIn: boolean
}

/** Warns of a cheque whose number another one of the same client bears. */
export const RepeatedChequeTip = ({ accountId, number, isChequeIn }: RepeatedChequeTipProps) => {
  const t = useWords()
  const { money, date } = useFormat()
  const settled = useSettledValue(number.trim())
  const isAsked = isChequeIn && Boolean(accountId) && settled !== ""
  const { data } = useCheques(
    { client_account_id: accountId, number: settled, order: "-value_date", limit: 1 },
    { enabled: isAsked }
  )
  const [earlier] = data?.cheques ?? []
  if (!isAsked || !earlier) return null
  return (
    <InlineTip variant="warning" label={t("cheque.repeated")}>
      {t("cheque.repeatedText", {
        number: settled,
        amount: money(earlier.amount, earlier.currency_code),
        date: date(earlier.value_date),
      })}
    </InlineTip>
  )
}
