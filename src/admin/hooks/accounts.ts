import {
  keepPreviousData,
  useMutation,
  useQuery,
  type UseMutationOptions,
} from "@tanstack/react-query"
import type {
  AccountStatus,
  AdminClientAccountListResponse,
  AdminClientAccountResponse,
  AdminClientAccountTotalsResponse,
  AdminLedgerEntryListResponse,
} from "../../types/http"
import { ledgerKeys } from "../lib/query-keys"
import { sdk } from "../lib/sdk"
import { useLedgerMutation } from "./use-ledger-mutation"

export type AccountFilter = {
  q?: string
  currency_code?: string
  customer_id?: string
  status?: AccountStatus
  overdue?: boolean
}
export type AccountListQuery = AccountFilter & { order?: string; limit?: number; offset?: number }

/** Others record payments at the same time: coming back to the window shows theirs. */
const FRESH = { staleTime: 0, refetchOnWindowFocus: true } as const

export const useClientAccounts = (query: AccountListQuery, options: { enabled?: boolean } = {}) =>
  useQuery({
    queryKey: ledgerKeys.accounts(query),
    queryFn: () =>
      sdk.client.fetch<AdminClientAccountListResponse>("/admin/client-accounts", { query }),
    placeholderData: keepPreviousData,
    ...FRESH,
    ...options,
  })

export const useClientAccountTotals = () =>
  useQuery({
    queryKey: ledgerKeys.totals({}),
    queryFn: () =>
      sdk.client.fetch<AdminClientAccountTotalsResponse>("/admin/client-accounts/totals"),
    ...FRESH,
  })

export const useClientAccount = (id: string) =>
  useQuery({
    queryKey: ledgerKeys.account(id),
    queryFn: () => sdk.client.fetch<AdminClientAccountResponse>(`/admin/client-accounts/${id}`),
    ...FRESH,
  })

export const useLedgerEntries = (accountId: string, query: { limit: number; offset?: number }) =>
  useQuery({
    queryKey: ledgerKeys.entries(accountId, query),
    queryFn: () =>
      sdk.client.fetch<AdminLedgerEntryListResponse>(
        `/admin/client-accounts/${accountId}/entries`,
        {
          query,
        }
      ),
    placeholderData: keepPreviousData,
    ...FRESH,
  })

export const useCreateClientAccount = (
  options: UseMutationOptions<
    AdminClientAccountResponse,
    Error,
    { customer_id: string; currency_code: string }
  > = {}
) =>
  useLedgerMutation({
    mutationFn: (body) =>
      sdk.client.fetch<AdminClientAccountResponse>("/admin/client-accounts", {
        method: "POST",
        body,
      }),
    ...options,
  })

/** The list as CSV, by the same filter. */
export const useExportClientAccounts = (
  options: UseMutationOptions<Blob, Error, AccountFilter> = {}
) =>
  useMutation({
    mutationFn: async (query) => {
      const response = await sdk.client.fetch<Response>("/admin/client-accounts/export", {
        query,
        headers: { accept: "text/csv" },
      })
      return response.blob()
    },
    ...options,
  })
