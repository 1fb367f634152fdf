import type { Amount, ReminderSkip, Timestamp } from "../types"
import { reminderSkip } from "../utils/reminder-rules"
import { lockAccounts, retrieveAccounts } from "./accounts"
import { findOverdueBalances, type ClientBalanceDTO } from "./balances"
import { insertMails } from "./mails"
import type { Sql } from "./runner"
import { retrieveSettings } from "./settings"

/** An order that is open past its due date. */
export type OverdueOrder = { display_id: number | null; ordered_on: string | null; open: Amount }

/** An overdue client, what of, and whether he is reminded today. */
export type ReminderDTO = ClientBalanceDTO & {
  orders: OverdueOrder[]
  last_reminded_at: Timestamp | null
  /** In whose language he may be written to. */
  newest_order_id: string | null
  /** Null: he is reminded. */
  skip: ReminderSkip | null
}

type Details = Pick<ReminderDTO, "id" | "orders" | "last_reminded_at" | "newest_order_id">

/** All overdue clients, or those of these accounts, the most overdue first: three statements, however many. */
export async function listReminders(
  sql: Sql,
  today: string,
  accountIds?: string[]
): Promise<ReminderDTO[]> {
  const settings = await retrieveSettings(sql)
  const balances = await findOverdueBalances(sql, today, accountIds)
  const details = await findDetails(
    sql,
    balances.map(({ id }) => id),
    today
  )
  return balances.map((balance) => {
    const reminder = { ...balance, ...details.get(balance.id)! }
    return { ...reminder, skip: reminderSkip(reminder, settings, today) }
  })
}

async function findDetails(sql: Sql, ids: string[], today: string): Promise<Map<string, Details>> {
  const rows = await sql<Details>(
    `select a.id,
       (select max(m.created_at) from client_mail m where m.account_id = a.id and m.kind = 'reminder'
          and m.status in ('queued', 'sending', 'sent')) as last_reminded_at,
       (select o.id from client_order o where o.account_id = a.id
          order by o.ordered_at desc nulls last limit 1) as newest_order_id,
       coalesce((
         select json_agg(json_build_object('display_id', o.display_id, 'ordered_on', o.ordered_at::date::text,
           'open', trim_scale(o.owed - o.paid)::text) order by o.due_on, o.id)
         from client_order o where o.account_id = a.id and o.owed > o.paid and o.due_on < ?::date
       ), '[]') as orders
     from client_account a where a.id = any(?)`,
    [today, ids]
  )
  return new Map(rows.map((row) => [row.id, row]))
}

export type QueuedReminders = {
  mail_ids: string[]
  skipped: { account_id: string; reason: ReminderSkip }[]
}

/**
 * Writes a reminder for each of the accounts whose client is reminded today, and says why the others get none. The accounts
 * are locked meanwhile, so that nobody is reminded twice by two people at once.
 * @throws NOT_FOUND an account.
 */
export async function queueReminders(
  sql: Sql,
  input: { account_ids: string[]; actor_id: string | null },
  today: string
): Promise<QueuedReminders> {
  const ids = [...new Set(input.account_ids)]
  await lockAccounts(sql, ids)
  await retrieveAccounts(sql, ids)
  const reminders = await listReminders(sql, today, ids)
  const skipOf = new Map(reminders.map(({ id, skip }) => [id, skip]))
  const reasonOf = (id: string) => (skipOf.has(id) ? skipOf.get(id)! : "not_overdue")
  const due = ids.filter((id) => reasonOf(id) === null)
  const mail_ids = await insertMails(
    sql,
    due.map((account_id) => ({
      account_id,
      kind: "reminder" as const,
      actor_id: input.actor_id,
    }))
  )
  const skipped = ids.flatMap((account_id) => {
    const reason = reasonOf(account_id)
    return reason ? [{ account_id, reason }] : []
  })
  return { mail_ids, skipped }
}
