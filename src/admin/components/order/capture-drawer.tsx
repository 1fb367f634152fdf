import { useState } from "react"
import { useAmount } from "../../hooks/use-amount"
import { useFormat } from "../../hooks/use-format"
import { useWords } from "../../hooks/use-words"
import { AmountField } from "../common/amount-field"
import { FormDrawer } from "../common/form-drawer"

type CaptureDrawerProps = {
  currency: string
  expected: number
  isPending: boolean
  onReceive: (amount: number) => void
  onClose: () => void
}

/** A part of what is expected on the order. */
export const CaptureDrawer = ({
  currency,
  expected,
  isPending,
  onReceive,
  onClose,
}: CaptureDrawerProps) => {
  const t = useWords()
  const { money } = useFormat()
  const amount = useAmount(currency)
  const [isChecked, setIsChecked] = useState(false)
  const isBeyond = amount.value !== null && amount.value > expected
  const error = isBeyond
    ? t("order.beyondExpected", { amount: money(expected, currency) })
    : amount.error
  return (
    <FormDrawer
      title={t("order.receivedOther")}
      hint={t("order.receivedOf", { amount: money(expected, currency) })}
      submitLabel={t("receipt.submitIn")}
      isPending={isPending}
      onSubmit={() => {
        setIsChecked(true)
        if (amount.value !== null && !isBeyond) onReceive(amount.value)
      }}
      onClose={onClose}
    >
      <AmountField
        label={t("common.amount")}
        currency={currency}
        value={amount.text}
        onChange={amount.setText}
        error={isChecked ? error : undefined}
        autoFocus
      />
    </FormDrawer>
  )
}
