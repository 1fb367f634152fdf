import { useMutation, useQuery, type UseMutationOptions } from "@tanstack/react-query"
import type { AdminArchiveYearListResponse } from "../../types/http"
import { ledgerKeys } from "../lib/query-keys"
import { sdk } from "../lib/sdk"

const ARCHIVES = "/admin/client-ledger/archives"

/** A year begins and ends where the reader is. */
const here = () => ({ time_zone: Intl.DateTimeFormat().resolvedOptions().timeZone })

export const useArchiveYears = () =>
  useQuery({
    queryKey: ledgerKeys.archiveYears(),
    queryFn: () => sdk.client.fetch<AdminArchiveYearListResponse>(ARCHIVES, { query: here() }),
    staleTime: 0,
  })

/** The archive of a year, as a zip. */
export const useTakeArchive = (options: UseMutationOptions<Blob, Error, number>) =>
  useMutation({
    mutationFn: async (year) => {
      const response = await sdk.client.fetch<Response>(`${ARCHIVES}/${year}`, {
        query: here(),
        headers: { accept: "application/zip" },
      })
      return response.blob()
    },
    ...options,
  })
