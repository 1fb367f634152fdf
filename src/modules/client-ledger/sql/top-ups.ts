import { generateEntityId, MedusaError } from "@medusajs/framework/utils"
import type { Amount, Timestamp, TopUpStatus } from "../types"
import type { Sql } from "./runner"

const COLUMNS = `t.id, t.account_id, t.customer_id, trim_scale(t.amount)::text as amount,
  trim_scale(t.refunded)::text as refunded, t.currency_code, t.provider_id, t.payment_collection_id,
  t.payment_session_id, t.payment_id, t.status, t.version, t.expires_at, t.paid_at, t.created_at`

/** What a client pays online onto his account, without an order. */
export type TopUpDTO = {
  id: string
  account_id: string
  customer_id: string
  amount: Amount
  refunded: Amount
  currency_code: string
  provider_id: string
  payment_collection_id: string
  payment_session_id: string
  /** Medusa's payment, once it was paid. */
  payment_id: string | null
  status: TopUpStatus
  /** How often it was recorded. */
  version: number
  expires_at: Timestamp
  paid_at: Timestamp | null
  created_at: Timestamp
}

export type NewTopUp = Pick<
  TopUpDTO,
  | "account_id"
  | "customer_id"
  | "amount"
  | "currency_code"
  | "provider_id"
  | "payment_collection_id"
  | "payment_session_id"
> & { expires_at: Date }

export async function insertTopUp(sql: Sql, topUp: NewTopUp): Promise<string> {
  const id = generateEntityId(undefined, "clttp")
  await sql(
    `insert into client_top_up (id, account_id, customer_id, amount, currency_code, provider_id, payment_collection_id,
       payment_session_id, expires_at)
     values (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    [
      id,
      topUp.account_id,
      topUp.customer_id,
      topUp.amount,
      topUp.currency_code,
      topUp.provider_id,
      topUp.payment_collection_id,
      topUp.payment_session_id,
      topUp.expires_at.toISOString(),
    ]
  )
  return id
}

/** One that the client began, of the same amount with the same provider, and may still pay. */
export async function findPendingTopUp(
  sql: Sql,
  asked: Pick<TopUpDTO, "account_id" | "amount" | "provider_id">
): Promise<TopUpDTO | undefined> {
  const [topUp] = await sql<TopUpDTO>(
    `select ${COLUMNS} from client_top_up t
     where t.account_id = ? and t.amount = ? and t.provider_id = ? and t.status = 'pending' and t.expires_at > now()
     order by t.created_at, t.id limit 1`,
    [asked.account_id, asked.amount, asked.provider_id]
  )
  return topUp
}

/** @param accountId whose it has to be, unless left out. @throws NOT_FOUND also for one of another account. */
export async function retrieveTopUp(sql: Sql, id: string, accountId?: string): Promise<TopUpDTO> {
  const [topUp] = await sql<TopUpDTO>(`select ${COLUMNS} from client_top_up t where t.id = ?`, [id])
  if (!topUp || (accountId !== undefined && topUp.account_id !== accountId)) {
    throw new MedusaError(MedusaError.Types.NOT_FOUND, `Top-up with id: ${id} was not found`)
  }
  return topUp
}

/** A page of an account's top-ups, newest first, and their number. */
export async function listTopUps(
  sql: Sql,
  accountId: string,
  page: { limit: number; offset: number }
): Promise<[TopUpDTO[], number]> {
  const rows = await sql<TopUpDTO>(
    `select ${COLUMNS} from client_top_up t where t.account_id = ?
     order by t.created_at desc, t.id desc limit ? offset ?`,
    [accountId, page.limit, page.offset]
  )
  const [total] = await sql<{ count: number }>(
    `select count(*)::int as count from client_top_up where account_id = ?`,
    [accountId]
  )
  return [rows, total!.count]
}

/** The top-ups that these payment collections of Medusa's are for. */
export async function findTopUpsOf(sql: Sql, collectionIds: string[]): Promise<TopUpDTO[]> {
  if (!collectionIds.length) return []
  return sql(`select ${COLUMNS} from client_top_up t where t.payment_collection_id = any(?)`, [
    collectionIds,
  ])
}

/** The next top-ups by id, to go through them all. */
export async function listTopUpsAfter(sql: Sql, after: string, limit: number): Promise<TopUpDTO[]> {
  return sql(`select ${COLUMNS} from client_top_up t where t.id > ? order by t.id limit ?`, [
    after,
    limit,
  ])
}

/** The pending ones that were begun before a moment, oldest first. */
export async function listPendingTopUps(sql: Sql, before: Date): Promise<TopUpDTO[]> {
  return sql(
    `select ${COLUMNS} from client_top_up t where t.status = 'pending' and t.created_at <= ? order by t.created_at, t.id`,
    [before.toISOString()]
  )
}

/** Nobody pays it any more. @returns whether it was still pending. */
export async function closeTopUp(
  sql: Sql,
  id: string,
  status: "canceled" | "expired"
): Promise<boolean> {
  const closed = await sql(
    `update client_top_up set status = ?, version = version + 1, updated_at = now()
     where id = ? and status = 'pending' returning id`,
    [status, id]
  )
  return closed.length > 0
}
