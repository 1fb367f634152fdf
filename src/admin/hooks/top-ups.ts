import { useQuery } from "@tanstack/react-query"
import type { AdminTopUpRefundResponse, AdminTopUpResponse } from "../../types/http/top-ups"
import { ledgerKeys } from "../lib/query-keys"
import { sdk } from "../lib/sdk"
import { usePosting, type PostingOptions } from "./use-posting"

const pathOf = (accountId: string, topUpId: string) =>
  `/admin/client-accounts/${accountId}/top-ups/${topUpId}`

export const useTopUp = (accountId: string, topUpId: string) =>
  useQuery({
    queryKey: ledgerKeys.topUp(topUpId),
    queryFn: () => sdk.client.fetch<AdminTopUpResponse>(pathOf(accountId, topUpId)),
    staleTime: 0,
  })

export type TopUpRefundBody = { amount: number; note: string; confirmed?: boolean }

export const useRefundTopUp = (
  accountId: string,
  topUpId: string,
  options?: PostingOptions<AdminTopUpRefundResponse, TopUpRefundBody>
) => usePosting(`${pathOf(accountId, topUpId)}/refund`, options)
