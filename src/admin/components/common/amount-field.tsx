import { CurrencyInput } from "@medusajs/ui"
import { useEffect, useRef } from "react"
import { useFormat } from "../../hooks/use-format"
import { Field } from "./field"

type AmountFieldProps = {
  label: string
  currency: string
  /** As typed: "12,40". */
  value: string
  onChange: (value: string) => void
  error?: string
  hint?: string
  autoFocus?: boolean
}

/** An amount in the currency's own digits; comma and dot are both a decimal separator. */
export const AmountField = ({
  label,
  currency,
  value,
  onChange,
  error,
  hint,
  autoFocus,
}: AmountFieldProps) => {
  const { currency: currencyOf, decimalSeparator } = useFormat()
  const { symbol } = currencyOf(currency)
  const input = useRef<HTMLInputElement>(null)

  useEffect(() => {
    if (!autoFocus) return
    // Once the drawer has taken the focus: a proposed amount is replaced by typing over it.
    const timer = window.setTimeout(() => {
      input.current?.focus()
      input.current?.select()
    }, 50)
    return () => window.clearTimeout(timer)
  }, [autoFocus])

  return (
    <Field label={label} error={error} hint={hint}>
      {(control) => (
        <CurrencyInput
          {...control}
          ref={input}
          symbol={symbol}
          code={currency}
          value={value}
          onValueChange={(typed) => onChange(typed ?? "")}
          inputMode="decimal"
          autoComplete="off"
          allowNegativeValue={false}
          disableAbbreviations
          disableGroupSeparators
          groupSeparator=" "
          decimalSeparator={decimalSeparator}
          // Finer than the currency is refused with a word, never cut in silence.
          decimalsLimit={8}
          transformRawValue={(raw) => withOneSeparator(raw, decimalSeparator)}
          formatValueOnBlur={false}
        />
      )}
    </Field>
  )
}

/** "1.234,56", "1234.56" and "1234,56" are the same amount: the last separator is the decimal one. */
const withOneSeparator = (raw: string, separator: string): string => {
  const last = Math.max(raw.lastIndexOf("."), raw.lastIndexOf(","))
  if (last < 0) return raw
  return raw.slice(0, last).replace(/[.,]/g, "") + separator + raw.slice(last + 1)
}
