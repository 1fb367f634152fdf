import {
  keepPreviousData,
  useMutation,
  useQuery,
  type UseMutationOptions,
} from "@tanstack/react-query"
import type {
  AdminBouncedChequeResponse,
  AdminChequeDepositListResponse,
  AdminChequeDepositResponse,
  AdminChequeListResponse,
  AdminMakeChequeDeposit,
  ChequeState,
} from "../../types/http"
import { ledgerKeys } from "../lib/query-keys"
import { sdk } from "../lib/sdk"
import { useLedgerMutation } from "./use-ledger-mutation"
import { usePosting, type PostingOptions } from "./use-posting"

const CHEQUES = "/admin/cheques"
const DEPOSITS = "/admin/cheque-deposits"

type ChequeQuery = {
  state?: ChequeState
  client_account_id?: string
  number?: string
  order?: string
  limit: number
}

export const useCheques = (query: ChequeQuery, { enabled = true } = {}) =>
  useQuery({
    queryKey: ledgerKeys.cheques(query),
    queryFn: () => sdk.client.fetch<AdminChequeListResponse>(CHEQUES, { query }),
    enabled,
  })

export const useChequeDeposits = (query: { limit: number; offset: number }) =>
  useQuery({
    queryKey: ledgerKeys.chequeDeposits(query),
    queryFn: () => sdk.client.fetch<AdminChequeDepositListResponse>(DEPOSITS, { query }),
    placeholderData: keepPreviousData,
  })

export const useChequeDeposit = (id: string) =>
  useQuery({
    queryKey: ledgerKeys.chequeDeposit(id),
    queryFn: () => sdk.client.fetch<AdminChequeDepositResponse>(`${DEPOSITS}/${id}`),
  })

export const useMakeChequeDeposit = (
  options?: PostingOptions<AdminChequeDepositResponse, AdminMakeChequeDeposit>
) => usePosting(DEPOSITS, options)

export const useBounceCheque = (
  depositId: string,
  receiptId: string,
  options?: PostingOptions<AdminBouncedChequeResponse, { note: string; fee?: number }>
) => usePosting(`${DEPOSITS}/${depositId}/cheques/${receiptId}/bounce`, options)

export type DepositAct =
  | { act: "deposit"; deposited_on: string }
  | { act: "clear"; cleared_on: string; receipt_ids?: string[] }
  | { act: "cancel" }

/** What becomes of a slip; no money moves on the accounts, so no key is needed. */
export const useAdvanceDeposit = (
  id: string,
  options: UseMutationOptions<AdminChequeDepositResponse, Error, DepositAct> = {}
) =>
  useLedgerMutation({
    mutationFn: ({ act, ...body }) =>
      sdk.client.fetch<AdminChequeDepositResponse>(`${DEPOSITS}/${id}/${act}`, {
        method: "POST",
        body,
      }),
    ...options,
  })

/** The slip on paper, in the reader's language. */
export const useDepositPdf = (id: string, options: UseMutationOptions<Blob, Error, string> = {}) =>
  useMutation({
    mutationFn: async (lang) => {
      const response = await sdk.client.fetch<Response>(`${DEPOSITS}/${id}/pdf`, {
        query: { lang },
        headers: { accept: "application/pdf" },
      })
      return response.blob()
    },
    ...options,
  })
