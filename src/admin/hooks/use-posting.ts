import { useMutation, useQueryClient, type UseMutationOptions } from "@tanstack/react-query"
import { refreshLedger } from "../lib/query-keys"
import { sdk } from "../lib/sdk"

/** What moves money: its body, and the key under which it is recorded once. */
export type Posting<TBody> = { body: TBody; idempotencyKey: string }

export type PostingOptions<TResult, TBody> = UseMutationOptions<TResult, Error, Posting<TBody>>

/**
 * A POST that moves money. Refreshes also after a failure: when the answer got lost on the way,
 * the screen must show that the entry stands.
 */
export const usePosting = <TResult, TBody extends object>(
  path: string,
  options: PostingOptions<TResult, TBody> = {}
) => {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ body, idempotencyKey }) =>
      sdk.client.fetch<TResult>(path, {
        method: "POST",
        body,
        headers: { "Idempotency-Key": idempotencyKey },
      }),
    ...options,
    onSettled: (...args) => {
      void refreshLedger(client)
      return options.onSettled?.(...args)
    },
  })
}
