import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query"
import { claimCart, forgetCart } from "../api/cart"
import { logIn, logOut, readCustomer, register, type Registration } from "../api/session"
import { useShop } from "../lib/shop"

/** Who is logged in; null for nobody, undefined while it isn't known yet. */
export function useCustomer() {
  const { sdk } = useShop()
  return useQuery({ queryKey: ["customer"], queryFn: () => readCustomer(sdk) }).data
}

/** Logs in, or registers first when there is a name. */
export function useLogIn() {
  const shop = useShop()
  const queries = useQueryClient()
  return useMutation({
    mutationFn: async (person: Registration | { email: string; password: string }) => {
      if ("first_name" in person) await register(shop.sdk, person)
      else await logIn(shop.sdk, person.email, person.password)
      await claimCart(shop)
    },
    onSuccess: () => queries.invalidateQueries(),
  })
}

export function useLogOut() {
  const { sdk } = useShop()
  const queries = useQueryClient()
  return async () => {
    await logOut(sdk)
    forgetCart()
    queries.clear()
  }
}
