import type { StoreCart, StoreCustomer } from "@medusajs/types"
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query"
import { keepReserve, readAccountCredit, spendReserve } from "../api/account-credit"
import { readCart } from "../api/cart"
import {
  choosePayment,
  choosePickup,
  chosenPayment,
  listProviders,
  openCheckout,
  placeOrder,
} from "../api/checkout"
import { listPaymentMethods } from "../api/payment-methods"
import { useShop } from "../lib/shop"

/** Where the basket can be picked up. */
export function usePickupOptions(cart: StoreCart, customer: StoreCustomer) {
  const shop = useShop()
  const queries = useQueryClient()
  return useQuery({
    queryKey: ["pickup-options", cart.id],
    staleTime: Infinity,
    queryFn: async () => {
      const options = await openCheckout(shop, cart, customer)
      await queries.invalidateQueries({ queryKey: ["cart"] })
      return options
    },
  })
}

export type Offer = {
  provider_id: string
  method: string
  title: string
  instructions: string
}

/** The ways to pay: on-site as the market words them, and the card when Stripe's key is set. */
export function useOffers(card: { title: string; instructions: string }) {
  const shop = useShop()
  return useQuery({
    queryKey: ["offers"],
    queryFn: async (): Promise<Offer[]> => {
      const [methods, providers] = await Promise.all([
        listPaymentMethods(shop),
        listProviders(shop),
      ])
      const stripe = shop.config.stripe_publishable_key && providers.find(isStripe)
      return stripe ? [{ provider_id: stripe, method: "card", ...card }, ...methods] : methods
    },
  })
}

export const isStripe = (providerId: string) => providerId.startsWith("pp_stripe_")

/** What the account has to do with the cart; null where the server doesn't offer it. */
export function useAccountCredit(cart: StoreCart) {
  const { sdk } = useShop()
  return useQuery({
    queryKey: ["account-credit", cart.id],
    queryFn: () => readAccountCredit(sdk, cart.id),
  })
}

/** What changes the cart's price or payment. The server is asked anew after each: it knows what is left to pay. */
export function useCheckoutActs(cart: StoreCart) {
  const shop = useShop()
  const queries = useQueryClient()
  const readAgain = () =>
    Promise.all(
      [["cart"], ["account-credit", cart.id]].map((queryKey) =>
        queries.invalidateQueries({ queryKey })
      )
    )
  const scope = { id: "checkout" }
  const pickup = useMutation({
    scope,
    mutationFn: (optionId: string) => choosePickup(shop, cart, optionId),
    onSettled: readAgain,
  })
  const payment = useMutation({
    scope,
    mutationFn: (providerId: string) => choosePayment(shop, cart, providerId),
    onSettled: readAgain,
  })
  const reserve = useMutation({
    scope,
    mutationFn: async (wanted: boolean) => {
      const chosen = chosenPayment(cart)?.provider_id
      await (wanted ? spendReserve : keepReserve)(shop.sdk, cart.id)
      // Another amount is left to pay: the payment that was chosen is for the one before.
      const after = await readCart(shop)
      if (chosen && after && after.total > 0) await choosePayment(shop, after, chosen)
    },
    onSettled: readAgain,
  })
  const place = useMutation({
    scope,
    mutationFn: (providerId: string | null) => placeWith(shop, cart, providerId),
    onError: readAgain,
  })
  return { pickup, payment, reserve, place }
}

type Shop = ReturnType<typeof useShop>

/** A payment that is lost, as when the basket changed in another window, is chosen anew. */
async function placeWith(shop: Shop, cart: StoreCart, providerId: string | null) {
  const chosen = chosenPayment(cart)
  if (providerId && chosen?.provider_id !== providerId) await choosePayment(shop, cart, providerId)
  return placeOrder(shop, cart)
}
