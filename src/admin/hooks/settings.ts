import {
  useMutation,
  useQuery,
  useQueryClient,
  type UseMutationOptions,
} from "@tanstack/react-query"
import type {
  AdminClientLedgerSettingsResponse,
  AdminOpeningBalancesResponse,
  AdminReconcileResponse,
  AdminUpdateClientLedgerSettings,
  AdminVerifyResponse,
} from "../../types/http"
import { ledgerKeys } from "../lib/query-keys"
import { sdk } from "../lib/sdk"
import { useLedgerMutation } from "./use-ledger-mutation"
import { usePosting, type PostingOptions } from "./use-posting"

const SETTINGS = "/admin/client-ledger/settings"

export const useLedgerSettings = () =>
  useQuery({
    queryKey: ledgerKeys.settings(),
    queryFn: () => sdk.client.fetch<AdminClientLedgerSettingsResponse>(SETTINGS),
  })

export const useUpdateLedgerSettings = (
  options: UseMutationOptions<
    AdminClientLedgerSettingsResponse,
    Error,
    AdminUpdateClientLedgerSettings
  > = {}
) => {
  const client = useQueryClient()
  return useLedgerMutation({
    mutationFn: (body) =>
      sdk.client.fetch<AdminClientLedgerSettingsResponse>(SETTINGS, { method: "POST", body }),
    ...options,
    onSettled: (...args) => {
      // A method's switch is Medusa's own region setting: its pages show it too.
      void client.invalidateQueries({ queryKey: ["regions"] })
      return options.onSettled?.(...args)
    },
  })
}

export const useReconcile = (
  options: UseMutationOptions<AdminReconcileResponse, Error, void> = {}
) =>
  useLedgerMutation({
    mutationFn: () =>
      sdk.client.fetch<AdminReconcileResponse>("/admin/client-ledger/reconcile", {
        method: "POST",
        body: {},
      }),
    ...options,
  })

export const useVerify = (options: UseMutationOptions<AdminVerifyResponse, Error, void> = {}) =>
  useMutation({
    mutationFn: () => sdk.client.fetch<AdminVerifyResponse>("/admin/client-ledger/verify"),
    ...options,
  })

export type OpeningBalancesBody = { csv: string; dry_run: boolean }

export const useOpeningBalances = (
  options?: PostingOptions<AdminOpeningBalancesResponse, OpeningBalancesBody>
) => usePosting("/admin/client-accounts/opening-balances", options)
