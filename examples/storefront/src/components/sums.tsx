import type { StoreCart } from "@medusajs/types"
import { money } from "../lib/format"
import { words } from "../lib/words"

type Props = { cart: StoreCart; applied: number; debt: number }

/** How what is to pay comes about. */
export const Sums = ({ cart, applied, debt }: Props) => {
  const write = (amount: number) => money(amount, cart.currency_code)
  const method = cart.shipping_methods?.at(-1)
  const rows: [label: string, amount: number][] = [[words.checkout.items, cart.item_total]]
  if (method && cart.shipping_total > 0) rows.push([method.name, cart.shipping_total])
  if (applied > 0) rows.push([words.checkout.fromReserve, -applied])
  if (debt > 0) rows.push([words.checkout.fromLastTime, debt])
  return (
    <dl className="card sums">
      {rows.map(([label, amount]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{write(amount)}</dd>
        </div>
      ))}
      <div className="sums-total">
        <dt>{words.checkout.toPay}</dt>
        <dd data-testid="to-pay">{write(cart.total + debt)}</dd>
      </div>
    </dl>
  )
}
