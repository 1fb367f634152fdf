import { keepPreviousData, useQuery, type UseMutationOptions } from "@tanstack/react-query"
import type {
  AdminClientAccountResponse,
  AdminClientMailListResponse,
  AdminClientMailResponse,
  AdminReminderListResponse,
} from "../../types/http"
import { ledgerKeys } from "../lib/query-keys"
import { sdk } from "../lib/sdk"
import { useLedgerMutation } from "./use-ledger-mutation"
import { usePosting, type PostingOptions } from "./use-posting"

const ACCOUNTS = "/admin/client-accounts"
export const REMINDERS = "/admin/client-ledger/reminders"

export const useClientMails = (accountId: string, query: { limit: number; offset: number }) =>
  useQuery({
    queryKey: ledgerKeys.mails(accountId, query),
    queryFn: () =>
      sdk.client.fetch<AdminClientMailListResponse>(`${ACCOUNTS}/${accountId}/mails`, { query }),
    placeholderData: keepPreviousData,
    // Receipts are mailed a moment after they are recorded.
    staleTime: 0,
    refetchOnWindowFocus: true,
  })

/** Who would be reminded now. */
export const useReminders = () =>
  useQuery({
    queryKey: ledgerKeys.reminders(),
    queryFn: () => sdk.client.fetch<AdminReminderListResponse>(REMINDERS),
    staleTime: 0,
    gcTime: 0,
  })

export type StatementBody = {
  from: string
  to: string
  time_zone: string
  language?: "fr" | "en"
}

export const useMailStatement = (
  accountId: string,
  options?: PostingOptions<AdminClientMailResponse, StatementBody>
) => usePosting(`${ACCOUNTS}/${accountId}/statement/mail`, options)

export const useSendMailAgain = (
  accountId: string,
  options: UseMutationOptions<AdminClientMailResponse, Error, string> = {}
) =>
  useLedgerMutation({
    mutationFn: (mailId) =>
      sdk.client.fetch<AdminClientMailResponse>(
        `${ACCOUNTS}/${accountId}/mails/${mailId}/send-again`,
        { method: "POST", body: {} }
      ),
    ...options,
  })

/** Whether the client is reminded when overdue. */
export const useChangeReminders = (
  accountId: string,
  options: UseMutationOptions<AdminClientAccountResponse, Error, { no_reminders: boolean }> = {}
) =>
  useLedgerMutation({
    mutationFn: (body) =>
      sdk.client.fetch<AdminClientAccountResponse>(`${ACCOUNTS}/${accountId}`, {
        method: "POST",
        body,
      }),
    ...options,
  })
