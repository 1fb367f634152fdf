import { Button } from "@medusajs/ui"
import { useFormat } from "../../hooks/use-format"
import { useWords } from "../../hooks/use-words"
import { parseAmount, sum, typedAmount } from "../../lib/amount"
import { denominationsOf } from "../../lib/cash"
import { pressKey } from "../../lib/counter"

/** Nobody pays a basket with a larger one. */
const LARGEST_NOTE = 100

type KeypadProps = {
  currency: string
  text: string
  onChange: (text: string) => void
  /** Adds up the notes that are handed over. */
  withNotes: boolean
}

/** Keys as large as a thumb. */
export const Keypad = ({ currency, text, onChange, withNotes }: KeypadProps) => {
  const t = useWords()
  const format = useFormat()
  const { digits } = format.currency(currency)
  const separator = format.decimalSeparator
  const notes = (denominationsOf(currency)?.notes ?? []).filter((note) => note <= LARGEST_NOTE)
  const addNote = (note: number) => {
    const typed = parseAmount(text, digits)
    const total = sum([typed.ok ? typed.value : 0, note], digits)
    onChange(typedAmount(total, Number.isInteger(total) ? 0 : digits, separator))
  }
  const keys = [..."123456789", separator, "0"]
  return (
    <div className="flex flex-col gap-y-2">
      {withNotes && (
        <div className="flex gap-x-2">
          {[...notes].reverse().map((note) => {
            const label = format.denomination(note, currency)
            return (
              <Button
                key={note}
                type="button"
                variant="secondary"
                className="min-w-0 flex-1 px-1"
                aria-label={t("counter.add", { amount: label })}
                onClick={() => addNote(note)}
              >
                +{label}
              </Button>
            )
          })}
        </div>
      )}
      <div className="grid grid-cols-3 gap-2">
        {keys.map((key) => (
          <Button
            key={key}
            type="button"
            size="xlarge"
            variant="secondary"
            className="w-full py-3"
            aria-label={t("counter.press", { key })}
            onClick={() => onChange(pressKey(text, key, { digits, separator }))}
          >
            {key}
          </Button>
        ))}
        <Button
          type="button"
          size="xlarge"
          variant="secondary"
          className="w-full py-3"
          aria-label={t("counter.erase")}
          onClick={() => onChange(text.slice(0, -1))}
        >
          ⌫
        </Button>
      </div>
    </div>
  )
}
