import { useState } from "react"
import type { AdminReminder } from "../../types/http"
import { sum } from "../lib/amount"
import { useFormat } from "./use-format"

/** The reminders that are due, all ticked at first, and those that aren't. */
export const useReminderPicks = (reminders: AdminReminder[]) => {
  const { money, currency } = useFormat()
  const [unticked, setUnticked] = useState<ReadonlySet<string>>(new Set())
  const due = reminders.filter(({ skip }) => skip === null)
  const picked = due.filter(({ client_account_id: id }) => !unticked.has(id))
  const currencies = [...new Set(picked.map(({ currency_code }) => currency_code))]
  return {
    due,
    skipped: reminders.filter(({ skip }) => skip !== null),
    ids: picked.map(({ client_account_id }) => client_account_id),
    /** What is asked for, per currency. */
    total: currencies
      .map((code) => {
        const amounts = picked.flatMap(({ currency_code, overdue }) =>
          currency_code === code ? [overdue] : []
        )
        return money(sum(amounts, currency(code).digits), code)
      })
      .join(" + "),
    isPicked: (id: string) => !unticked.has(id),
    toggle: (id: string) =>
      setUnticked((before) => {
        const after = new Set(before)
        if (!after.delete(id)) after.add(id)
        return after
      }),
    toggleAll: () =>
      setUnticked(
        new Set(picked.length ? due.map(({ client_account_id }) => client_account_id) : [])
      ),
  }
}

export type ReminderPicks = ReturnType<typeof useReminderPicks>
