import { type UseMutationOptions } from "@tanstack/react-query"
import { sdk } from "../lib/sdk"
import { useLedgerMutation } from "./use-ledger-mutation"

/** What moves money: its body, and the key under which it is recorded once. */
export type Posting<TBody> = { body: TBody; idempotencyKey: string }

export type PostingOptions<TResult, TBody> = UseMutationOptions<TResult, Error, Posting<TBody>>

/** A POST that moves money. */
export const usePosting = <TResult, TBody extends object>(
  path: string,
  options: PostingOptions<TResult, TBody> = {}
) =>
  useLedgerMutation({
    mutationFn: ({ body, idempotencyKey }) =>
      sdk.client.fetch<TResult>(path, {
        method: "POST",
        body,
        headers: { "Idempotency-Key": idempotencyKey },
      }),
    ...options,
  })
