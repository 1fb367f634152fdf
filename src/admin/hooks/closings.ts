import {
  keepPreviousData,
  useMutation,
  useQuery,
  type UseMutationOptions,
} from "@tanstack/react-query"
import type {
  AdminCloseDay,
  AdminClosingListResponse,
  AdminClosingPreviewResponse,
  AdminClosingResponse,
} from "../../types/http"
import { ledgerKeys } from "../lib/query-keys"
import { sdk } from "../lib/sdk"
import { usePosting, type PostingOptions } from "./use-posting"

const CLOSINGS = "/admin/client-ledger/closings"

/** Others record payments until the day is closed: coming back to the window shows theirs. */
export const useClosingPreview = (currency: string) =>
  useQuery({
    queryKey: ledgerKeys.closingPreview(currency),
    queryFn: () =>
      sdk.client.fetch<AdminClosingPreviewResponse>(`${CLOSINGS}/preview`, {
        query: currency ? { currency_code: currency } : {},
      }),
    placeholderData: keepPreviousData,
    staleTime: 0,
    refetchOnWindowFocus: true,
  })

export const useClosings = (query: { limit: number; offset: number }) =>
  useQuery({
    queryKey: ledgerKeys.closings(query),
    queryFn: () => sdk.client.fetch<AdminClosingListResponse>(CLOSINGS, { query }),
    placeholderData: keepPreviousData,
  })

export const useClosing = (id: string) =>
  useQuery({
    queryKey: ledgerKeys.closing(id),
    queryFn: () => sdk.client.fetch<AdminClosingResponse>(`${CLOSINGS}/${id}`),
  })

export const useCloseDay = (options?: PostingOptions<AdminClosingResponse, AdminCloseDay>) =>
  usePosting(CLOSINGS, options)

export type ClosingFormat = "pdf" | "csv"

/** The closing as a file, in the reader's language and time. */
export const useClosingFile = (
  id: string,
  options: UseMutationOptions<Blob, Error, { format: ClosingFormat; locale: string }> = {}
) =>
  useMutation({
    mutationFn: async ({ format, locale }) => {
      const response = await sdk.client.fetch<Response>(`${CLOSINGS}/${id}/${format}`, {
        query: { locale, time_zone: Intl.DateTimeFormat().resolvedOptions().timeZone },
        headers: { accept: format === "pdf" ? "application/pdf" : "text/csv" },
      })
      return response.blob()
    },
    ...options,
  })
