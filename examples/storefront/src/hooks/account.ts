import { useInfiniteQuery, useQuery, useQueryClient } from "@tanstack/react-query"
import { listEntries, readAccount, readPaymentInstructions } from "../api/account"
import { listOpenOrders, readOrder } from "../api/orders"
import { useShop } from "../lib/shop"
import { useCustomer } from "./session"

/** The customer's account. Posting follows an order by a moment, so that it is read anew while somebody looks. */
export function useAccount() {
  const shop = useShop()
  const customer = useCustomer()
  return useQuery({
    queryKey: ["account", customer?.id],
    queryFn: () => readAccount(shop),
    enabled: Boolean(customer),
    refetchInterval: 5_000,
  })
}

export function useEntries(accountId: string, lastEntryAt: string | null) {
  const { sdk } = useShop()
  return useInfiniteQuery({
    queryKey: ["entries", accountId, lastEntryAt],
    queryFn: ({ pageParam }) => listEntries(sdk, accountId, pageParam),
    initialPageParam: 0,
    getNextPageParam: ({ offset, limit, count }) =>
      offset + limit < count ? offset + limit : undefined,
  })
}

export function usePaymentInstructions(accountId: string, amount?: string) {
  const { sdk } = useShop()
  return useQuery({
    queryKey: ["payment-instructions", accountId, amount],
    queryFn: () => readPaymentInstructions(sdk, accountId, amount),
    placeholderData: (before) => before,
  })
}

export function useOpenOrders() {
  const { sdk } = useShop()
  return useQuery({ queryKey: ["open-orders"], queryFn: () => listOpenOrders(sdk) })
}

export function useOrder(id: string) {
  const { sdk } = useShop()
  return useQuery({ queryKey: ["order", id], queryFn: () => readOrder(sdk, id) })
}

/** After money moved: the balance, the entries and the orders are read again. */
export function useAccountReadAgain() {
  const queries = useQueryClient()
  return () =>
    Promise.all(
      ["account", "entries", "open-orders", "payment-instructions"].map((key) =>
        queries.invalidateQueries({ queryKey: [key] })
      )
    )
}
