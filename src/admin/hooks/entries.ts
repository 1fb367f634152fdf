import type { AdminLedgerEntryResponse } from "../../types/http"
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
