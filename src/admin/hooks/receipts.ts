import { type UseMutationOptions } from "@tanstack/react-query"
import type {
  AdminReceipt,
  AdminReceiptBatchResponse,
  AdminReceiptResponse,
  OnSiteMethod,
  ReceiptDirection,
} from "../../types/http"
import { sdk } from "../lib/sdk"
import { useLedgerMutation } from "./use-ledger-mutation"
import { usePosting, type PostingOptions } from "./use-posting"

export type ReceiptBody = {
  client_account_id?: string
  customer_id?: string
  currency_code: string
  direction: ReceiptDirection
  method: OnSiteMethod
  amount: number
  reference?: string
  value_date?: string
  note?: string
  order_ids?: string[]
  /** A person was asked, and is sure. */
  confirmed?: boolean
}

export type ReceiptCorrection = { method?: OnSiteMethod; reference?: string | null }

export const useRecordReceipt = (options?: PostingOptions<AdminReceiptResponse, ReceiptBody>) =>
  usePosting("/admin/receipts", options)

/** Many at once, all or none. */
export const useRecordReceipts = (
  options?: PostingOptions<AdminReceiptBatchResponse, { receipts: ReceiptBody[] }>
) => usePosting("/admin/receipts/batch", options)

export const useReverseReceipt = (
  id: string,
  options?: PostingOptions<AdminReceiptResponse, { note: string }>
) => usePosting(`/admin/receipts/${id}/reverse`, options)

/** Its method and reference; no money moves, so no key is needed. */
export const useCorrectReceipt = (
  id: string,
  options: UseMutationOptions<{ receipt: AdminReceipt }, Error, ReceiptCorrection> = {}
) =>
  useLedgerMutation({
    mutationFn: (body) =>
      sdk.client.fetch<{ receipt: AdminReceipt }>(`/admin/receipts/${id}`, {
        method: "POST",
        body,
      }),
    ...options,
  })
