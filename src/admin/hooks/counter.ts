import { keepPreviousData, useMutation, useQuery, useQueryClient } from "@tanstack/react-query"
import type { AdminCounterClientListResponse, AdminOrderLedgerResponse } from "../../types/http"
import { ledgerKeys, refreshLedger, refreshMedusaOrders } from "../lib/query-keys"
import { sdk } from "../lib/sdk"

/** Others serve clients at the same time. */
const LIVE = { staleTime: 0, refetchOnWindowFocus: true, refetchInterval: 20_000 } as const

export type CounterFilter = {
  q?: string
  ordered_on?: string
  due_on?: string
  shipping_option_id?: string
  location_id?: string
}
type CounterQuery = CounterFilter & { client_account_id?: string; limit?: number }

const fetchClients = (query: CounterQuery) =>
  sdk.client.fetch<AdminCounterClientListResponse>("/admin/client-ledger/counter", { query })

export const useCounterClients = (query: CounterFilter & { limit: number }) =>
  useQuery({
    queryKey: ledgerKeys.counter(query),
    queryFn: () => fetchClients(query),
    placeholderData: keepPreviousData,
    ...LIVE,
  })

/** One client, whatever is left to do; the filter marks which of the orders were asked for. */
export const useCounterClient = (accountId: string, filter: CounterFilter) => {
  const query = { ...filter, client_account_id: accountId }
  return useQuery({
    queryKey: ledgerKeys.counter(query),
    queryFn: () => fetchClients(query),
    select: ({ counter_clients }) => counter_clients[0] ?? null,
    ...LIVE,
  })
}

/** What the counter needs of Medusa's lines. */
export type OrderLine = {
  id: string
  title: string
  variant_title: string | null
  quantity: number
  unit_price: number
  detail: { fulfilled_quantity: number }
}

export const useOrderLines = (orderId: string) =>
  useQuery({
    queryKey: ledgerKeys.orderLines(orderId),
    queryFn: () =>
      sdk.client.fetch<{ order: { items: OrderLine[] } }>(`/admin/orders/${orderId}`, {
        query: { fields: "id,*items,*items.detail" },
      }),
    select: ({ order }) => order.items,
    staleTime: 0,
  })

type Named = { id: string; name: string }

/** Where and how baskets are picked up, by Medusa's own settings. */
export const usePickupPlaces = () =>
  useQuery({
    queryKey: ["client-ledger-pickup-places"],
    queryFn: async () => {
      const query = { fields: "id,name", limit: 200 }
      const [{ shipping_options }, { stock_locations }] = await Promise.all([
        sdk.client.fetch<{ shipping_options: Named[] }>("/admin/shipping-options", { query }),
        sdk.client.fetch<{ stock_locations: Named[] }>("/admin/stock-locations", { query }),
      ])
      return { options: shipping_options, locations: stock_locations }
    },
  })

/** Says of an order what is so now: sent twice it is no other, so that no key is needed. */
const useOrderAct = <TVariables>(
  toRequest: (variables: TVariables) => { path: string; body: object }
) => {
  const client = useQueryClient()
  return useMutation<AdminOrderLedgerResponse, Error, TVariables>({
    mutationFn: (variables) => {
      const { path, body } = toRequest(variables)
      return sdk.client.fetch(`/admin/client-ledger/orders/${path}`, { method: "POST", body })
    },
    onSettled: () => {
      void refreshMedusaOrders(client)
      return refreshLedger(client)
    },
  })
}

export const usePickUp = () =>
  useOrderAct((orderId: string) => ({ path: `${orderId}/pick-up`, body: {} }))

export type ItemsChange = { order_id: string; items: { id: string; quantity: number }[] }

export const useChangeItems = () =>
  useOrderAct(({ order_id, items }: ItemsChange) => ({
    path: `${order_id}/items`,
    body: { items },
  }))
