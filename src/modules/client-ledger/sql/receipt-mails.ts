import type { Amount, ReceiptDTO } from "../types"
import { insertMails } from "./mails"
import { RECEIPT_COLUMNS } from "./receipts"
import type { Sql } from "./runner"

/** What comes to light later isn't news to the client any more. */
const NEWS_FOR = "interval '1 day'"

/**
 * Writes the mail of each receipt, or of these, that came in since such mails are switched on, stands, and has none.
 * @returns the ids of the mails.
 */
export async function queueReceiptMails(sql: Sql, receiptIds?: string[]): Promise<string[]> {
  const due = await sql<{ id: string; account_id: string }>(
    `select r.id, r.account_id
     from client_ledger_settings s
     join client_receipt r on r.created_at >= greatest(s.receipt_mails_since, now() - ${NEWS_FOR})
     join client_account a on a.id = r.account_id
     where s.id = 'store' and s.receipt_mails_since is not null and r.direction = 'in' and r.reversed_at is null
       and a.customer_email is not null and not exists (select 1 from client_mail m where m.receipt_id = r.id)
       ${receiptIds ? "and r.id = any(?)" : ""}
     order by r.created_at, r.id`,
    receiptIds ? [receiptIds] : []
  )
  return insertMails(
    sql,
    due.map(({ id, account_id }) => ({ account_id, kind: "receipt" as const, receipt_id: id }))
  )
}

/** A receipt as its client reads it: what it left on the account, and what it settled. */
export type ReceiptNews = ReceiptDTO & {
  customer_id: string
  customer_name: string | null
  customer_email: string | null
  balance_after: Amount
  /** What of it settles orders, oldest first. */
  orders: { order_id: string; display_id: number | null; amount: Amount }[]
  /** What of it settles anything else. */
  other: Amount
}

/** Of a receipt that is known to exist. */
export async function retrieveReceiptNews(sql: Sql, receiptId: string): Promise<ReceiptNews> {
  const [news] = await sql<ReceiptNews>(
    `select ${RECEIPT_COLUMNS}, a.customer_id, a.customer_name, a.customer_email,
       coalesce(entry.balance_after, '0') as balance_after, settled.orders, settled.other
     from client_receipt r join client_account a on a.id = r.account_id
     left join lateral (
       select trim_scale(e.balance_after)::text as balance_after from client_ledger_entry e
       where e.receipt_id = r.id and e.account_id = r.account_id order by e.sequence limit 1
     ) entry on true
     cross join lateral (
       select
         coalesce(json_agg(json_build_object('order_id', o.id, 'display_id', o.display_id,
           'amount', trim_scale(l.amount)::text) order by o.ordered_at, o.id) filter (where o.id is not null), '[]') as orders,
         trim_scale(coalesce(sum(l.amount) filter (where o.id is null), 0))::text as other
       from client_allocation l left join client_order o on o.id = l.debt_id
       where l.credit_id = r.id and l.amount > 0
     ) settled
     where r.id = ?`,
    [receiptId]
  )
  return news!
}
