import {
  useMutation,
  useQuery,
  useQueryClient,
  type UseMutationOptions,
} from "@tanstack/react-query"
import { useEffect, useRef } from "react"
import type { AdminOrderLedgerResponse } from "../../types/http"
import { ledgerKeys, refreshLedger, refreshMedusaOrders } from "../lib/query-keys"
import { sdk } from "../lib/sdk"

/** The ledger posts a moment after Medusa has committed, woken by an event. */
const AFTER_AN_EVENT_MS = [400, 1200, 2500, 5000]
const NOT_POSTED_YET_MS = 2000

export const useOrderLedger = (orderId: string) =>
  useQuery({
    queryKey: ledgerKeys.order(orderId),
    queryFn: () =>
      sdk.client.fetch<AdminOrderLedgerResponse>(`/admin/client-ledger/orders/${orderId}`),
    staleTime: 0,
    refetchOnWindowFocus: true,
    // An order that was placed this very moment: its first entry is on its way.
    refetchInterval: ({ state }) => {
      const ledger = state.data?.order_ledger
      return ledger?.in_ledger && !ledger.client_account ? NOT_POSTED_YET_MS : false
    },
  })

/** Refreshes the ledger's screens a few times over the next seconds. */
export const useRefreshSoon = () => {
  const client = useQueryClient()
  const timers = useRef<number[]>([])
  const cancel = () => timers.current.forEach((timer) => window.clearTimeout(timer))
  useEffect(() => cancel, [])
  return () => {
    cancel()
    timers.current = AFTER_AN_EVENT_MS.map((delay) =>
      window.setTimeout(() => void refreshLedger(client), delay)
    )
  }
}

export type Capture = { payment_id: string; amount: number }

/** Medusa's own capture; the ledger makes its receipt of it. */
export const useCapturePayment = (options: UseMutationOptions<unknown, Error, Capture> = {}) => {
  const client = useQueryClient()
  const refreshSoon = useRefreshSoon()
  return useMutation({
    mutationFn: ({ payment_id, amount }) =>
      sdk.client.fetch(`/admin/payments/${payment_id}/capture`, {
        method: "POST",
        body: { amount },
      }),
    ...options,
    onSettled: (...args) => {
      void refreshMedusaOrders(client)
      refreshSoon()
      return options.onSettled?.(...args)
    },
  })
}
