import { toast } from "@medusajs/ui"
import { useState } from "react"
import type { AdminChequeDepositDetails } from "../../../types/http"
import { useAdvanceDeposit } from "../../hooks/cheques"
import { useFailureToast } from "../../hooks/use-failure-toast"
import { useFormat } from "../../hooks/use-format"
import { useWords } from "../../hooks/use-words"
import { sum } from "../../lib/amount"
import { isoDay } from "../../lib/locale"
import { DateField } from "../common/date-field"
import { FormDrawer } from "../common/form-drawer"

type DayDrawerProps = {
  deposit: AdminChequeDepositDetails
  act: "deposit" | "clear"
  /** The cheques that it is about: all of the slip, unless said. */
  receiptIds?: string[]
  onClose: () => void
}

/** Asks on which day the slip was deposited, or the bank credited it. */
export const DayDrawer = ({ deposit, act, receiptIds, onClose }: DayDrawerProps) => {
  const t = useWords()
  const { money, currency } = useFormat()
  const [day, setDay] = useState(() => isoDay(new Date()))
  const advance = useAdvanceDeposit(deposit.id, {
    onSuccess: ({ cheque_deposit: { number } }) => {
      toast.success(t(`cheque.${act}Done`, { number }))
      onClose()
    },
    onError: useFailureToast(),
  })
  const about = deposit.cheques.filter(({ receipt_id, state }) =>
    receiptIds ? receiptIds.includes(receipt_id) : act === "deposit" || state === "deposited"
  )
  const total = sum(
    about.map(({ amount }) => amount),
    currency(deposit.currency_code).digits
  )
  const submit = () => {
    if (!day) return
    advance.mutate(
      act === "deposit"
        ? { act, deposited_on: day }
        : { act, cleared_on: day, receipt_ids: about.map(({ receipt_id }) => receipt_id) }
    )
  }
  return (
    <FormDrawer
      title={t(`cheque.${act}Title`, { number: deposit.number })}
      hint={t(`cheque.${act}Text`, {
        cheques: t("cheque.waiting", {
          count: about.length,
          amount: money(total, deposit.currency_code),
        }),
      })}
      submitLabel={t(`cheque.${act}`)}
      isPending={advance.isPending}
      onSubmit={submit}
      onClose={onClose}
    >
      <DateField
        label={t(`cheque.${act}Day`)}
        value={day}
        onChange={setDay}
        error={day ? undefined : t("error.dateMissing")}
      />
    </FormDrawer>
  )
}
