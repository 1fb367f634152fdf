import { useState } from "react"
import { parseAmount, typedAmount } from "../lib/amount"
import { useFormat } from "./use-format"
import { useWords } from "./use-words"

/** An amount being typed in a currency, and what is wrong with it once the form is sent. */
export const useAmount = (currency: string, proposed = 0) => {
  const t = useWords()
  const { currency: currencyOf, decimalSeparator } = useFormat()
  const { digits } = currencyOf(currency)
  const [text, setText] = useState(() => typedAmount(proposed, digits, decimalSeparator))
  const parsed = parseAmount(text, digits)

  const errors = {
    missing: t("error.amountMissing"),
    invalid: t("error.amountInvalid"),
    too_fine: t("error.amountTooFine", { count: digits, digits }),
  }
  return {
    text,
    setText,
    /** Writes an amount as a person would; zero leaves the field empty. */
    propose: (amount: number) => setText(typedAmount(amount, digits, decimalSeparator)),
    value: parsed.ok ? parsed.value : null,
    error: parsed.ok ? undefined : errors[parsed.reason],
  }
}
