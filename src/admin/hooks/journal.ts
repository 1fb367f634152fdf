import {
  keepPreviousData,
  useMutation,
  useQuery,
  type UseMutationOptions,
} from "@tanstack/react-query"
import type {
  AdminJournalResponse,
  AdminJournalSettingsResponse,
  AdminUpdateJournalSettings,
  JournalFormat,
} from "../../types/http"
import { ledgerKeys } from "../lib/query-keys"
import { sdk } from "../lib/sdk"
import { useLedgerMutation } from "./use-ledger-mutation"

const JOURNAL = "/admin/client-ledger/journal"
const SETTINGS = `${JOURNAL}/settings`

/** Days, both included; the store's own currency unless one is chosen. */
export type JournalPeriod = { from: string; to: string; currency_code?: string }

export const useJournal = (period: JournalPeriod, enabled: boolean) =>
  useQuery({
    queryKey: ledgerKeys.journal(period),
    queryFn: () => sdk.client.fetch<AdminJournalResponse>(JOURNAL, { query: period }),
    placeholderData: keepPreviousData,
    staleTime: 0,
    enabled,
  })

export type JournalFile = { content: Blob; name: string }

/** The journal as a file, by the name that the server gives it. */
export const useExportJournal = (
  options: UseMutationOptions<JournalFile, Error, JournalPeriod & { format: JournalFormat }>
) =>
  useMutation({
    mutationFn: async (query) => {
      const response = await sdk.client.fetch<Response>(`${JOURNAL}/export`, {
        query,
        headers: { accept: "text/plain" },
      })
      const disposition = response.headers.get("content-disposition") ?? ""
      const name = /filename="([^"]+)"/.exec(disposition)?.[1] ?? `journal-${query.to}.txt`
      return { content: await response.blob(), name }
    },
    ...options,
  })

export const useJournalSettings = () =>
  useQuery({
    queryKey: ledgerKeys.journalSettings(),
    queryFn: () => sdk.client.fetch<AdminJournalSettingsResponse>(SETTINGS),
  })

export const useUpdateJournalSettings = (
  options: UseMutationOptions<AdminJournalSettingsResponse, Error, AdminUpdateJournalSettings>
) =>
  useLedgerMutation({
    mutationFn: (body) =>
      sdk.client.fetch<AdminJournalSettingsResponse>(SETTINGS, { method: "POST", body }),
    ...options,
  })
