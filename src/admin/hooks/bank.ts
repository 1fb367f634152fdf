import {
  keepPreviousData,
  useMutation,
  useQuery,
  type UseMutationOptions,
} from "@tanstack/react-query"
import type {
  AdminAcceptBankLines,
  AdminBankAccountListResponse,
  AdminBankAccountResponse,
  AdminBankLineListResponse,
  AdminBankLineResponse,
  AdminBankStatementListResponse,
  AdminBankStatementPreviewResponse,
  AdminReceiptBatchResponse,
  BankLineState,
  CsvFormat,
} from "../../types/http"
import { ledgerKeys } from "../lib/query-keys"
import { sdk } from "../lib/sdk"
import { uploadFile } from "../lib/upload"
import { useLedgerMutation } from "./use-ledger-mutation"
import { usePosting, type PostingOptions } from "./use-posting"

const ACCOUNTS = "/admin/bank-accounts"
const STATEMENTS = "/admin/bank-statements"
const LINES = "/admin/bank-lines"

export type BankLineQuery = {
  state?: BankLineState
  direction?: "in" | "out"
  bank_account_id?: string
  q?: string
  exact?: boolean
  limit: number
  offset?: number
}

export const fetchBankLines = (query: BankLineQuery) =>
  sdk.client.fetch<AdminBankLineListResponse>(LINES, { query })

export const useBankAccounts = () =>
  useQuery({
    queryKey: ledgerKeys.bankAccounts(),
    queryFn: () => sdk.client.fetch<AdminBankAccountListResponse>(ACCOUNTS),
  })

export const useBankStatements = (query: { limit: number; offset: number }) =>
  useQuery({
    queryKey: ledgerKeys.bankStatements(query),
    queryFn: () => sdk.client.fetch<AdminBankStatementListResponse>(STATEMENTS, { query }),
    placeholderData: keepPreviousData,
  })

export const useBankLines = (query: BankLineQuery) =>
  useQuery({
    queryKey: ledgerKeys.bankLines(query),
    queryFn: () => fetchBankLines(query),
    placeholderData: keepPreviousData,
  })

type NewAccount = { name: string; number: string; currency_code: string }

export const useAddBankAccount = (
  options: UseMutationOptions<AdminBankAccountResponse, Error, NewAccount> = {}
) =>
  useLedgerMutation({
    mutationFn: (body) =>
      sdk.client.fetch<AdminBankAccountResponse>(ACCOUNTS, { method: "POST", body }),
    ...options,
  })

export const useKeepCsvFormat = (
  id: string,
  options: UseMutationOptions<AdminBankAccountResponse, Error, CsvFormat> = {}
) =>
  useLedgerMutation({
    mutationFn: (csv_format) =>
      sdk.client.fetch<AdminBankAccountResponse>(`${ACCOUNTS}/${id}`, {
        method: "POST",
        body: { csv_format },
      }),
    ...options,
  })

/** Enough for a file's first lines. */
const BEGINNING = 256 * 1024

/** What a file is, by its beginning. */
export const useBankPreview = (
  options: UseMutationOptions<AdminBankStatementPreviewResponse, Error, File> = {}
) =>
  useMutation({
    mutationFn: (file) =>
      uploadFile<AdminBankStatementPreviewResponse>(
        `${STATEMENTS}/preview`,
        file.slice(0, BEGINNING),
        () => undefined
      ),
    ...options,
  })

/** Transfers become payments, each once. */
export const useAcceptBankLines = (
  options?: PostingOptions<AdminReceiptBatchResponse, AdminAcceptBankLines>
) => usePosting(`${LINES}/accept`, options)

export type LineJudgement =
  | { act: "match"; cheque_deposit_id: string }
  | { act: "match"; closing_id: string }
  | { act: "set-aside"; note: string }
  | { act: "bring-back" }

/** What a line is that isn't a client's transfer; no money moves on the accounts, so no key is needed. */
export const useJudgeBankLine = (
  id: string,
  options: UseMutationOptions<AdminBankLineResponse, Error, LineJudgement> = {}
) =>
  useLedgerMutation({
    mutationFn: ({ act, ...body }) =>
      sdk.client.fetch<AdminBankLineResponse>(`${LINES}/${id}/${act}`, { method: "POST", body }),
    ...options,
  })
