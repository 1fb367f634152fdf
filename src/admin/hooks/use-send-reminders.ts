import { useMutation, useQueryClient, type UseMutationOptions } from "@tanstack/react-query"
import { useRef, useState } from "react"
import type { AdminSendRemindersResponse } from "../../types/http"
import { newIdempotencyKey } from "../lib/idempotency"
import { refreshLedger } from "../lib/query-keys"
import { sdk } from "../lib/sdk"
import { REMINDERS } from "./mails"

/** Few at a time, so that the person sees how far it is, and that a lost answer loses little. */
const AT_ONCE = 10

/**
 * Sends reminders, some at a time. Tried again after a failure, those that were sent answer as they did: the same clients are
 * the same act.
 */
export const useSendReminders = (
  options: UseMutationOptions<AdminSendRemindersResponse, Error, string[]> = {}
) => {
  const client = useQueryClient()
  const keys = useRef(new Map<string, string>())
  const [done, setDone] = useState(0)
  const send = (ids: string[]) => {
    const act = ids.join(" ")
    const key = keys.current.get(act) ?? newIdempotencyKey()
    keys.current.set(act, key)
    return sdk.client.fetch<AdminSendRemindersResponse>(REMINDERS, {
      method: "POST",
      body: { client_account_ids: ids },
      headers: { "Idempotency-Key": key },
    })
  }
  const mutation = useMutation({
    mutationFn: async (accountIds: string[]) => {
      const report: AdminSendRemindersResponse = { client_mails: [], skipped: [] }
      for (let at = 0; at < accountIds.length; at += AT_ONCE) {
        setDone(at)
        const { client_mails, skipped } = await send(accountIds.slice(at, at + AT_ONCE))
        report.client_mails.push(...client_mails)
        report.skipped.push(...skipped)
      }
      return report
    },
    ...options,
    onSettled: (...args) => {
      void refreshLedger(client)
      return options.onSettled?.(...args)
    },
  })
  return { ...mutation, done }
}
