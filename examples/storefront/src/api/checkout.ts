import type {
  StoreCart,
  StoreCartShippingOption,
  StoreCustomer,
  StoreOrder,
  StorePaymentSession,
} from "@medusajs/types"
import type { Shop } from "../lib/shop"
import { forgetCart } from "./cart"

/** Names the client on the cart, and lists where the basket can be picked up: the first one is taken by itself. */
export async function openCheckout(
  { sdk, region }: Shop,
  cart: StoreCart,
  customer: StoreCustomer
): Promise<StoreCartShippingOption[]> {
  await sdk.store.cart.update(cart.id, {
    email: customer.email,
    shipping_address: {
      first_name: customer.first_name ?? "",
      last_name: customer.last_name ?? "",
      country_code: region.countries?.[0]?.iso_2,
    },
  })
  const { shipping_options } = await sdk.store.fulfillment.listCartOptions({ cart_id: cart.id })
  const [first] = shipping_options
  if (first && !cart.shipping_methods?.length) {
    await sdk.store.cart.addShippingMethod(cart.id, { option_id: first.id })
  }
  return shipping_options
}

export const choosePickup = ({ sdk }: Shop, cart: StoreCart, optionId: string) =>
  sdk.store.cart.addShippingMethod(cart.id, { option_id: optionId })

/** The providers that Medusa accepts in the region. */
export async function listProviders({ sdk, region }: Shop): Promise<string[]> {
  const { payment_providers } = await sdk.store.payment.listPaymentProviders({
    region_id: region.id,
  })
  return payment_providers.map(({ id }) => id)
}

/** Tells Medusa how the cart will be paid: for what it costs at this moment, less what the account pays. */
export async function choosePayment({ sdk }: Shop, cart: StoreCart, providerId: string) {
  await sdk.store.payment.initiatePaymentSession(cart, { provider_id: providerId })
}

/** The payment that is chosen, as long as the cart hasn't changed since. */
export const chosenPayment = (cart: StoreCart): StorePaymentSession | undefined =>
  cart.payment_collection?.payment_sessions?.find(({ status }) => status !== "canceled")

/**
 * Places the order.
 * @throws with the server's reason: a payment that was declined, or a market that wants an old debt paid first.
 */
export async function placeOrder({ sdk }: Shop, cart: StoreCart): Promise<StoreOrder> {
  const answer = await sdk.store.cart.complete(cart.id)
  if (answer.type === "cart") throw new Error(answer.error.message)
  forgetCart()
  return answer.order
}
