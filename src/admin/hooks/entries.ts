import type {
  AdminLedgerEntryResponse,
  AdminMergeResponse,
  AdminTransferResponse,
} from "../../types/http"
import type { ManualEntryType } from "../lib/entry-types"
import { usePosting, type PostingOptions } from "./use-posting"

export type ManualEntryBody = {
  type: ManualEntryType
  amount: number
  note: string
  value_date?: string
}

export const useRecordEntry = (
  accountId: string,
  options?: PostingOptions<AdminLedgerEntryResponse, ManualEntryBody>
) => usePosting(`/admin/client-accounts/${accountId}/entries`, options)

export const useReverseEntry = (
  accountId: string,
  entryId: string,
  options?: PostingOptions<AdminLedgerEntryResponse, { note: string }>
) => usePosting(`/admin/client-accounts/${accountId}/entries/${entryId}/reverse`, options)

export type MoveBody = {
  to_client_account_id: string
  amount: number
  note: string
  value_date?: string
}

export const useMoveMoney = (
  accountId: string,
  options?: PostingOptions<AdminTransferResponse, MoveBody>
) => usePosting(`/admin/client-accounts/${accountId}/transfers`, options)

export type MergeBody = { into_client_account_id: string; note: string }

export const useMergeGuest = (
  accountId: string,
  options?: PostingOptions<AdminMergeResponse, MergeBody>
) => usePosting(`/admin/client-accounts/${accountId}/merge`, options)
