import { words } from "../lib/words"

type Props = { name: string; quantity: number; onChange: (quantity: number) => void }

/** How many: one less, one more. */
export const Stepper = ({ name, quantity, onChange }: Props) => (
  <div className="stepper">
    <button type="button" aria-label={words.shop.less(name)} onClick={() => onChange(quantity - 1)}>
      −
    </button>
    <output>{quantity}</output>
    <button type="button" aria-label={words.shop.more(name)} onClick={() => onChange(quantity + 1)}>
      +
    </button>
  </div>
)
