import {
  keepPreviousData,
  useMutation,
  useQuery,
  type UseMutationOptions,
} from "@tanstack/react-query"
import type { AdminActListResponse, AdminActPeopleResponse } from "../../types/http"
import { ledgerKeys } from "../lib/query-keys"
import { sdk } from "../lib/sdk"

const ACTS = "/admin/client-ledger/acts"

export type ActFilter = { actor_id?: string; kind?: string; from?: string; to?: string }

/** Days are those of who looks. */
const asked = (filter: ActFilter) => ({
  ...Object.fromEntries(Object.entries(filter).filter(([, value]) => value)),
  time_zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
})

export const useActs = (filter: ActFilter, page: { limit: number; offset: number }) => {
  const query = { ...asked(filter), ...page }
  return useQuery({
    queryKey: ledgerKeys.acts(query),
    queryFn: () => sdk.client.fetch<AdminActListResponse>(ACTS, { query }),
    placeholderData: keepPreviousData,
    staleTime: 0,
  })
}

/** The acts as CSV, by the same filter. */
export const useExportActs = (options: UseMutationOptions<Blob, Error, ActFilter>) =>
  useMutation({
    mutationFn: async (filter) => {
      const response = await sdk.client.fetch<Response>(`${ACTS}/export`, {
        query: asked(filter),
        headers: { accept: "text/csv" },
      })
      return response.blob()
    },
    ...options,
  })

/** Everyone who did something. */
export const useActPeople = () =>
  useQuery({
    queryKey: ledgerKeys.actPeople(),
    queryFn: () => sdk.client.fetch<AdminActPeopleResponse>(`${ACTS}/people`),
  })
