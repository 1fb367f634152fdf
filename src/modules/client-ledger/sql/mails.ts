import { MedusaError } from "@medusajs/framework/utils"
import type { MailKind, MailStatus, Timestamp } from "../types"
import { ConflictError } from "../utils/errors"
import type { Language } from "../utils/method-settings"
import { mintIds } from "../utils/mint-ids"
import type { Sql } from "./runner"
import type { StatementPeriod } from "./statements"

export type ClientMailDTO = {
  id: string
  account_id: string
  kind: MailKind
  /** Of a receipt's mail. */
  receipt_id: string | null
  /** Of a statement's. */
  period: StatementPeriod | null
  /** Null before it was written. */
  to: string | null
  language: Language | null
  subject: string | null
  status: MailStatus
  attempts: number
  /** Why it failed, or wasn't due any more. */
  error: string | null
  /** Medusa's notification. */
  notification_id: string | null
  /** Who sent it; null when it went by itself. */
  actor_id: string | null
  sent_at: Timestamp | null
  created_at: Timestamp
  /** It failed, or nothing was heard of it for so long that it may be sent again. */
  can_send_again: boolean
}

/** So long a provider may take to answer; after it, its answer is lost. */
const LOST_AFTER = "interval '5 minutes'"
/** What is queued is sent at once; what still is after that was left behind by a server that stopped. */
const LEFT_AFTER = "interval '1 minute'"

const CAN_SEND_AGAIN = `(m.status = 'failed' or (m.status = 'sending' and m.taken_at < now() - ${LOST_AFTER}))`

const MAIL_COLUMNS = `m.id, m.account_id, m.kind, m.receipt_id, m.period, m."to", m.language, m.subject, m.status,
  m.attempts, m.error, m.notification_id, m.actor_id, m.sent_at, m.created_at, ${CAN_SEND_AGAIN} as can_send_again`

export type NewMail = {
  account_id: string
  kind: MailKind
  receipt_id?: string
  period?: StatementPeriod
  language?: Language
  actor_id?: string | null
}

/** Writes mails that are to be sent; one for a receipt that has one already isn't. @returns the ids of those written. */
export async function insertMails(sql: Sql, mails: NewMail[]): Promise<string[]> {
  if (!mails.length) return []
  const ids = mintIds("clmai", mails.length)
  const rows = await sql<{ id: string }>(
    `insert into client_mail (id, account_id, kind, receipt_id, period, language, actor_id)
     select id, account_id, kind, receipt_id, period, language, actor_id
     from jsonb_to_recordset(?::jsonb) as new
       (id text, account_id text, kind text, receipt_id text, period jsonb, language text, actor_id text)
     on conflict (receipt_id) where receipt_id is not null do nothing returning id`,
    [JSON.stringify(mails.map((mail, n) => ({ ...mail, id: ids[n] })))]
  )
  return rows.map(({ id }) => id)
}

/** Gives a mail to the one who sends it; null when another has it, or has sent it. */
export async function takeMail(sql: Sql, id: string): Promise<ClientMailDTO | null> {
  const [mail] = await sql<ClientMailDTO>(
    `update client_mail m set status = 'sending', attempts = attempts + 1, taken_at = now(), updated_at = now()
     where id = ? and status = 'queued' returning ${MAIL_COLUMNS}`,
    [id]
  )
  return mail ?? null
}

/** What became of a mail that was taken. */
export type MailOutcome = { id: string; attempts: number } & (
  | { status: "sent"; to: string; language: Language; subject: string; notification_id: string }
  | { status: "failed"; to?: string; language?: Language; subject?: string; error: string }
  | { status: "canceled"; error: string }
)

/** Written by who took it last; who comes back late is not heard. */
export async function finishMail(sql: Sql, outcome: MailOutcome): Promise<void> {
  const { id, attempts, status, ...told } = outcome
  const said = { to: null, language: null, subject: null, notification_id: null, error: null }
  const row = { ...said, ...told }
  await sql(
    `update client_mail set status = ?, "to" = coalesce(?, "to"), language = coalesce(?, language),
       subject = coalesce(?, subject), error = ?, notification_id = coalesce(?, notification_id),
       sent_at = case when ? = 'sent' then now() end, updated_at = now()
     where id = ? and attempts = ?`,
    [
      ...[status, row.to, row.language, row.subject, row.error, row.notification_id, status],
      ...[id, attempts],
    ]
  )
}

/**
 * Puts a mail that failed, or of which nothing was heard, back among those to send.
 * @throws NOT_FOUND, CONFLICT it was sent, or is on its way.
 */
export async function requeueMail(
  sql: Sql,
  input: { account_id: string; mail_id: string; actor_id: string | null }
): Promise<void> {
  const [mail] = await sql<ClientMailDTO>(
    `select ${MAIL_COLUMNS} from client_mail m where id = ? and account_id = ? for update`,
    [input.mail_id, input.account_id]
  )
  if (!mail) {
    throw new MedusaError(
      MedusaError.Types.NOT_FOUND,
      `Mail with id: ${input.mail_id} was not found`
    )
  }
  if (!mail.can_send_again) {
    throw new ConflictError(
      `Only a mail that failed can be sent again; this one is "${mail.status}"`
    )
  }
  await sql(
    `update client_mail set status = 'queued', error = null, actor_id = ?, updated_at = now() where id = ?`,
    [input.actor_id, mail.id]
  )
}

/** Those that a server left behind before it had begun to send them. */
export async function listQueuedMails(sql: Sql): Promise<string[]> {
  const rows = await sql<{ id: string }>(
    `select id from client_mail where status = 'queued' and updated_at < now() - ${LEFT_AFTER} order by created_at, id`
  )
  return rows.map(({ id }) => id)
}

/** A page of an account's mails, newest first, and their number. */
export async function listMails(
  sql: Sql,
  accountId: string,
  page: { limit: number; offset: number }
): Promise<[ClientMailDTO[], number]> {
  const mails = await sql<ClientMailDTO>(
    `select ${MAIL_COLUMNS} from client_mail m where m.account_id = ?
     order by m.created_at desc, m.id desc limit ? offset ?`,
    [accountId, page.limit, page.offset]
  )
  const [total] = await sql<{ count: number }>(
    `select count(*)::int as count from client_mail where account_id = ?`,
    [accountId]
  )
  return [mails, total?.count ?? 0]
}

/** Mails that are known to exist, in the order asked. */
export async function findMails(sql: Sql, ids: string[]): Promise<ClientMailDTO[]> {
  const rows = await sql<ClientMailDTO>(
    `select ${MAIL_COLUMNS} from client_mail m where m.id = any(?)`,
    [ids]
  )
  const found = new Map(rows.map((mail) => [mail.id, mail]))
  return ids.map((id) => found.get(id)!)
}
