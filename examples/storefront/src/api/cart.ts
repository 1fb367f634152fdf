import type { StoreCart } from "@medusajs/types"
import { ifThere } from "../lib/errors"
import type { Shop } from "../lib/shop"

const KEY = "client-ledger-cart"
const FIELDS = "+completed_at,+items.total,*shipping_methods,*payment_collection.payment_sessions"

/** The basket that this device remembers, or null when there is none, or when it has become an order. */
export async function readCart({ sdk }: Shop): Promise<StoreCart | null> {
  const id = localStorage.getItem(KEY)
  if (!id) return null
  const answer = await ifThere(sdk.store.cart.retrieve(id, { fields: FIELDS }))
  const cart = answer?.cart as (StoreCart & { completed_at?: string | null }) | undefined
  if (cart && !cart.completed_at) return cart
  forgetCart()
  return null
}

export const forgetCart = () => localStorage.removeItem(KEY)

/** Puts something into the basket, which is made with the first thing. */
export async function addToCart(shop: Shop, variantId: string): Promise<StoreCart> {
  const { sdk, region } = shop
  let cart = await readCart(shop)
  if (!cart) {
    cart = (await sdk.store.cart.create({ region_id: region.id })).cart
    localStorage.setItem(KEY, cart.id)
  }
  await sdk.store.cart.createLineItem(cart.id, { variant_id: variantId, quantity: 1 })
  return (await sdk.store.cart.retrieve(cart.id, { fields: FIELDS })).cart
}

/** How many of a line there are; none takes it out. */
export async function changeQuantity(
  { sdk }: Shop,
  cart: StoreCart,
  lineId: string,
  quantity: number
): Promise<StoreCart> {
  if (quantity > 0) await sdk.store.cart.updateLineItem(cart.id, lineId, { quantity })
  else await sdk.store.cart.deleteLineItem(cart.id, lineId)
  return (await sdk.store.cart.retrieve(cart.id, { fields: FIELDS })).cart
}

/** A basket that was begun before its client logged in becomes his. */
export async function claimCart(shop: Shop): Promise<void> {
  const cart = await readCart(shop)
  if (cart) await shop.sdk.store.cart.transferCart(cart.id)
}
