import type { StoreCart } from "@medusajs/types"
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query"
import { addToCart, changeQuantity, readCart } from "../api/cart"
import { useShop } from "../lib/shop"

const KEY = ["cart"]
/** One change after the other, so that each sees the one before. */
const SCOPE = { id: "cart" }

export function useCart() {
  const shop = useShop()
  return useQuery({ queryKey: KEY, queryFn: () => readCart(shop) })
}

/** It has become an order. */
export function useEmptyBasket() {
  const queries = useQueryClient()
  return () => queries.setQueryData(KEY, null)
}

export function useAddToCart() {
  const shop = useShop()
  const queries = useQueryClient()
  return useMutation({
    scope: SCOPE,
    mutationFn: (variantId: string) => addToCart(shop, variantId),
    onSuccess: (cart) => queries.setQueryData(KEY, cart),
  })
}

type Change = { lineId: string; quantity: number }

/** The new number is shown at once, and the server's answer after it. */
export function useChangeQuantity() {
  const shop = useShop()
  const queries = useQueryClient()
  return useMutation({
    scope: SCOPE,
    mutationFn: ({ lineId, quantity }: Change) =>
      changeQuantity(shop, queries.getQueryData<StoreCart>(KEY)!, lineId, quantity),
    onMutate: async (change: Change) => {
      await queries.cancelQueries({ queryKey: KEY })
      queries.setQueryData<StoreCart>(KEY, (cart) => cart && withQuantity(cart, change))
    },
    onSuccess: (cart) => {
      // A later change is on its way already, and knows better.
      if (queries.isMutating({ predicate: ({ options }) => options.scope?.id === SCOPE.id }) === 1)
        queries.setQueryData(KEY, cart)
    },
    onError: () => queries.invalidateQueries({ queryKey: KEY }),
  })
}

const withQuantity = (cart: StoreCart, { lineId, quantity }: Change): StoreCart => ({
  ...cart,
  items: cart.items?.flatMap((line) =>
    line.id !== lineId ? [line] : quantity > 0 ? [{ ...line, quantity }] : []
  ),
})
