import type { StoreCart, StorePaymentSession } from "@medusajs/types"
import { lazy, Suspense } from "react"
import { isStripe } from "../hooks/checkout"
import { money } from "../lib/format"
import { words } from "../lib/words"
import { Loading } from "./loading"

/** Stripe's library comes with the first card, and only then. */
const CardForm = lazy(() => import("./card-form"))

type Props = {
  cart: StoreCart
  payment: StorePaymentSession | undefined
  isAllowed: boolean
  isBusy: boolean
  place: () => void
}

/** The last tap. A card is charged first; all else is a promise. */
export const PlaceOrder = ({ cart, payment, isAllowed, isBusy, place }: Props) => {
  const secret = payment && isStripe(payment.provider_id) && payment.data.client_secret
  if (typeof secret === "string" && isAllowed) {
    const label = words.checkout.placePaying(money(cart.total, cart.currency_code))
    return (
      <Suspense fallback={<Loading />}>
        <CardForm key={secret} clientSecret={secret} label={label} isBusy={isBusy} onPaid={place} />
      </Suspense>
    )
  }
  return (
    <div className="bar">
      <button type="button" className="button" disabled={!isAllowed || isBusy} onClick={place}>
        {words.checkout.place}
      </button>
    </div>
  )
}
