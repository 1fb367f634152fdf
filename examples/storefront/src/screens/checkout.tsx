import type { StoreCart, StoreCustomer } from "@medusajs/types"
import { useState } from "react"
import { Navigate, useNavigate } from "react-router-dom"
import { chosenPayment } from "../api/checkout"
import { Failure, Loading } from "../components/loading"
import { OldDebt, Reserve, Verdict } from "../components/checkout-account"
import { PaymentChoice } from "../components/payment-choice"
import { PickupChoice } from "../components/pickup-choice"
import { PlaceOrder } from "../components/place-order"
import { Sums } from "../components/sums"
import { useAccount } from "../hooks/account"
import { useCart, useEmptyBasket } from "../hooks/cart"
import { useAccountCredit, useCheckoutActs, usePickupOptions } from "../hooks/checkout"
import { useCustomer } from "../hooks/session"
import { words } from "../lib/words"

/** Where the basket is picked up, how it is paid, and what the client's account has to do with it. */
export const CheckoutScreen = () => {
  const cart = useCart()
  const customer = useCustomer()
  // The basket is gone as soon as it is an order: who has placed it goes on to its page, not to the empty basket.
  const [isPlaced, setPlaced] = useState(false)
  if (cart.isPending || !customer) return <Loading />
  if (cart.error) return <Failure error={cart.error} onRetry={() => void cart.refetch()} />
  if (!cart.data?.items?.length && !isPlaced) return <Navigate to="/basket" replace />
  if (!cart.data) return <Loading />
  return <Checkout cart={cart.data} customer={customer} onPlaced={() => setPlaced(true)} />
}

type Props = { cart: StoreCart; customer: StoreCustomer; onPlaced: () => void }

const Checkout = ({ cart, customer, onPlaced }: Props) => {
  const navigate = useNavigate()
  const options = usePickupOptions(cart, customer)
  const acts = useCheckoutActs(cart)
  const emptyBasket = useEmptyBasket()
  const { data: credit } = useAccountCredit(cart)
  const { data: account } = useAccount()
  const [withDebt, setWithDebt] = useState(false)
  const debt = credit?.owed ?? Math.max(0, -(account?.balance ?? 0))
  const isCovered = cart.total === 0
  const chosen = chosenPayment(cart)

  // A change of the cart undoes the payment that was chosen before it: one act after the other.
  const isBusy = options.isPending || Object.values(acts).some(({ isPending }) => isPending)

  const place = () =>
    acts.place.mutate(isCovered ? null : (chosen?.provider_id ?? null), {
      onSuccess: ({ id }) => {
        onPlaced()
        emptyBasket()
        navigate(`/orders/${id}${withDebt ? `?with_debt=${debt}` : ""}`, { replace: true })
      },
    })
  return (
    <>
      <h1>{words.checkout.title}</h1>
      <PickupChoice cart={cart} options={options} choose={acts.pickup.mutate} />
      {credit && <Reserve credit={credit} isBusy={isBusy} spend={acts.reserve.mutate} />}
      {!isCovered && (
        <PaymentChoice
          chosen={acts.payment.isPending ? acts.payment.variables : chosen?.provider_id}
          isBusy={isBusy}
          choose={acts.payment.mutate}
        />
      )}
      {credit && <Verdict credit={credit} />}
      {debt > 0 && <OldDebt debt={debt} isWanted={withDebt} want={setWithDebt} />}
      <Sums cart={cart} applied={credit?.applied ?? 0} debt={withDebt ? debt : 0} />
      {[acts.pickup, acts.payment, acts.reserve, acts.place].map(
        ({ error }, index) => error && <Failure key={index} error={error} />
      )}
      <PlaceOrder
        cart={cart}
        payment={isCovered ? undefined : chosen}
        isAllowed={(isCovered || Boolean(chosen)) && credit?.checkout.allowed !== false}
        isBusy={isBusy}
        place={place}
      />
    </>
  )
}
