import { Link } from "react-router-dom"
import { Failure, Loading } from "../components/loading"
import { Stepper } from "../components/stepper"
import { useCart, useChangeQuantity } from "../hooks/cart"
import { useCustomer } from "../hooks/session"
import { money } from "../lib/format"
import { words } from "../lib/words"

export const BasketScreen = () => {
  const cart = useCart()
  const customer = useCustomer()
  const change = useChangeQuantity()
  if (cart.isPending) return <Loading />
  if (cart.error) return <Failure error={cart.error} onRetry={() => void cart.refetch()} />
  const { items = [], currency_code = "", item_total = 0 } = cart.data ?? {}
  if (!items?.length) {
    return (
      <div className="empty">
        <h1>{words.basket.title}</h1>
        <p>{words.basket.empty}</p>
        <Link to="/" className="button">
          {words.basket.browse}
        </Link>
      </div>
    )
  }
  return (
    <>
      <h1>{words.basket.title}</h1>
      {change.error && <Failure error={change.error} />}
      <div className="card lines">
        {items.map((line) => (
          <div key={line.id} className="line">
            <div>
              <strong>{line.product_title}</strong>
              <p className="hint">
                {line.variant_title} · {money(line.unit_price, currency_code)}
              </p>
            </div>
            <span className="price">{money(line.total ?? 0, currency_code)}</span>
            <Stepper
              name={`${line.product_title}, ${line.variant_title}`}
              quantity={line.quantity}
              onChange={(quantity) => change.mutate({ lineId: line.id, quantity })}
            />
          </div>
        ))}
        <div className="line line-total">
          <strong>{words.basket.total}</strong>
          <strong className="price">{money(item_total, currency_code)}</strong>
        </div>
      </div>
      <div className="bar">
        <Link to="/checkout" className="button">
          {customer === null ? words.basket.logInFirst : words.basket.checkOut}
        </Link>
      </div>
    </>
  )
}
