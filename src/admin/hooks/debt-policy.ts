import { useQuery, type UseMutationOptions } from "@tanstack/react-query"
import type {
  AdminAccountDebtPolicyResponse,
  AdminDebtPolicy,
  AdminDebtPolicyResponse,
} from "../../types/http/account-credit"
import { ledgerKeys } from "../lib/query-keys"
import { sdk } from "../lib/sdk"
import { useLedgerMutation } from "./use-ledger-mutation"

const MARKET = "/admin/client-ledger/debt-policy"
const ofAccount = (id: string) => `/admin/client-accounts/${id}/debt-policy`

export const useDebtPolicy = () =>
  useQuery({
    queryKey: ledgerKeys.debtPolicy("market"),
    queryFn: () => sdk.client.fetch<AdminDebtPolicyResponse>(MARKET),
  })

export const useAccountDebtPolicy = (accountId: string) =>
  useQuery({
    queryKey: ledgerKeys.debtPolicy(accountId),
    queryFn: () => sdk.client.fetch<AdminAccountDebtPolicyResponse>(ofAccount(accountId)),
  })

type Change = UseMutationOptions<unknown, Error, AdminDebtPolicy | null>

/** Of the market, or of one account; null ends the account's exception. */
export const useChangeDebtPolicy = (accountId: string | null, options: Change = {}) =>
  useLedgerMutation({
    mutationFn: (debt_policy) =>
      sdk.client.fetch(accountId ? ofAccount(accountId) : MARKET, {
        method: "POST",
        body: { debt_policy },
      }),
    ...options,
  })
