import { useMutation, useQueryClient, type UseMutationOptions } from "@tanstack/react-query"
import { refreshLedger } from "../lib/query-keys"

/**
 * What changes something of the ledger. Refreshes also after a failure: when the answer got lost on the way, the
 * screen must show what stands.
 */
export const useLedgerMutation = <TResult, TInput>(
  options: UseMutationOptions<TResult, Error, TInput>
) => {
  const client = useQueryClient()
  return useMutation({
    ...options,
    onSettled: (...args) => {
      void refreshLedger(client)
      return options.onSettled?.(...args)
    },
  })
}
