import {
  keepPreviousData,
  useMutation,
  useQuery,
  type UseMutationOptions,
} from "@tanstack/react-query"
import type { AdminClientImportListResponse, AdminClientImportResponse } from "../../types/http"
import { ledgerKeys } from "../lib/query-keys"
import { sdk } from "../lib/sdk"

const IMPORTS = "/admin/client-ledger/imports"

export const useImports = (query: { limit: number; offset: number }) =>
  useQuery({
    queryKey: ledgerKeys.imports(query),
    queryFn: () => sdk.client.fetch<AdminClientImportListResponse>(IMPORTS, { query }),
    placeholderData: keepPreviousData,
  })

/** The report and a page of its lines. */
export const useImport = (
  id: string,
  query: { limit: number; offset: number; differing?: boolean }
) =>
  useQuery({
    queryKey: ledgerKeys.import(id, query),
    queryFn: () => sdk.client.fetch<AdminClientImportResponse>(`${IMPORTS}/${id}`, { query }),
    placeholderData: keepPreviousData,
  })

/** All lines of a report as CSV. */
export const useImportFile = (id: string, options: UseMutationOptions<Blob, Error, void>) =>
  useMutation({
    mutationFn: async () => {
      const response = await sdk.client.fetch<Response>(`${IMPORTS}/${id}/csv`, {
        headers: { accept: "text/csv" },
      })
      return response.blob()
    },
    ...options,
  })
