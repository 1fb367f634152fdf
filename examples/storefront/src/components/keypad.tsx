import { erased, typed, type TypedAmount } from "../lib/amount"
import { words } from "../lib/words"

const KEYS = ["1", "2", "3", "4", "5", "6", "7", "8", "9", "00", "0"]

type Props = {
  amount: TypedAmount
  isDone: boolean
  onChange: (amount: TypedAmount) => void
  onDone: () => void
}

/** Digits come in from the right, as on a card terminal: there is no comma to forget. */
export const Keypad = ({ amount, isDone, onChange, onDone }: Props) => (
  <>
    <div className="keypad">
      {KEYS.map((key) => (
        <button
          key={key}
          type="button"
          aria-label={words.pay.key(key)}
          onClick={() => onChange(typed(amount, key))}
        >
          {key}
        </button>
      ))}
      <button type="button" aria-label={words.pay.erase} onClick={() => onChange(erased(amount))}>
        ⌫
      </button>
    </div>
    <button type="button" className="button" disabled={!isDone} onClick={onDone}>
      {words.pay.how}
    </button>
  </>
)
