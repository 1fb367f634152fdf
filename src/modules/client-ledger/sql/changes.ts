import { generateEntityId } from "@medusajs/framework/utils"
import { differences, type Values } from "../utils/differences"
import type { Sql } from "./runner"

export type ChangeSubject =
  "settings" | "journal" | "debt_policy" | "reminders" | "cheque_deposit" | "archive"

export type Change = {
  subject: ChangeSubject
  /** The account's or the slip's id, the archive's year; "store" for the market's own. */
  subject_id: string
  account_id?: string
  before: Values
  after: Values
  /** Null when it went by itself: what failed on the way is put back. */
  actor_id: string | null
}

/** Writes what a change made different; nothing where nothing is. */
export async function logChange(sql: Sql, change: Change): Promise<void> {
  const { before, after } = differences(change.before, change.after)
  if (!Object.keys(after).length) return
  await sql(
    `insert into client_ledger_change (id, subject, subject_id, account_id, before, after, actor_id)
     values (?, ?, ?, ?, ?::jsonb, ?::jsonb, ?)`,
    [
      generateEntityId(undefined, "clchg"),
      change.subject,
      change.subject_id,
      change.account_id ?? null,
      JSON.stringify(before),
      JSON.stringify(after),
      change.actor_id,
    ]
  )
}
