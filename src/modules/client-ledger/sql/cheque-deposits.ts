import { MedusaError } from "@medusajs/framework/utils"
import type { Amount, ChequeDepositStatus, ChequeState, Timestamp } from "../types"
import { CHEQUE_COLUMNS, type ChequeDTO } from "./cheques"
import type { Sql } from "./runner"
import type { LedgerProblem } from "./verify"

export type ChequeDepositSummaryDTO = {
  id: string
  /** 1, 2, 3… per currency. */
  number: number
  currency_code: string
  status: ChequeDepositStatus
  count: number
  /** Of its cheques, the bounced ones included: what is written on the slip. */
  total: Amount
  /** What of the total the bank has credited, and what it has returned. */
  cleared: Amount
  bounced: Amount
  note: string | null
  /** YYYY-MM-DD; null until it is deposited. */
  deposited_on: string | null
  canceled_at: Timestamp | null
  created_at: Timestamp
  actor_id: string | null
}

/** A line of a slip; those of a canceled one say so, whatever has become of the cheque since. */
export type DepositedChequeDTO = Omit<ChequeDTO, "state"> & {
  state: Exclude<ChequeState, "to_deposit"> | "canceled"
}

export type ChequeDepositDTO = ChequeDepositSummaryDTO & { cheques: DepositedChequeDTO[] }

const SUMMARY_COLUMNS = `d.id, d.number, d.currency_code, d.status, d.count, trim_scale(d.total)::text as total,
  settled.cleared, settled.bounced, d.note, d.deposited_on::text as deposited_on, d.canceled_at, d.created_at, d.actor_id`

const DEPOSITS = `cheque_deposit d cross join lateral (
    select trim_scale(coalesce(sum(l.amount) filter (where l.state = 'cleared'), 0))::text as cleared,
      trim_scale(coalesce(sum(l.amount) filter (where l.state = 'bounced'), 0))::text as bounced
    from cheque_deposit_line l where l.deposit_id = d.id
  ) settled`

/**
 * The slip, locked until the transaction ends: before accounts, orders and receipts.
 * @throws NOT_FOUND
 */
export async function lockDeposit(
  sql: Sql,
  id: string
): Promise<{ number: number; status: ChequeDepositStatus; deposited_on: string | null }> {
  const [deposit] = await sql<{
    number: number
    status: ChequeDepositStatus
    deposited_on: string | null
  }>(
    `select number, status, deposited_on::text as deposited_on from cheque_deposit where id = ? for update`,
    [id]
  )
  if (!deposit) throw notFound(id)
  return deposit
}

type Settlement = {
  deposit_id: string
  actor_id?: string | null
  receipt_ids: string[]
  state: "cleared" | "bounced"
  day: string
}

/** What the bank did with some cheques. A slip whose last cheque is settled is done with. */
export async function settleLines(sql: Sql, settlement: Settlement): Promise<void> {
  const { deposit_id, receipt_ids, state, day, actor_id } = settlement
  await sql(
    `update cheque_deposit_line set state = ?, settled_on = ?, settled_by = ?, updated_at = now()
     where deposit_id = ? and receipt_id = any(?)`,
    [state, day, actor_id ?? null, deposit_id, receipt_ids]
  )
  await sql(
    `update cheque_deposit d set status = 'cleared', updated_at = now() where id = ? and status = 'deposited'
       and not exists (select from cheque_deposit_line l where l.deposit_id = d.id and l.state = 'deposited')`,
    [deposit_id]
  )
}

/** @throws NOT_FOUND */
export async function retrieveDeposit(sql: Sql, id: string): Promise<ChequeDepositDTO> {
  const [deposit] = await sql<ChequeDepositSummaryDTO>(
    `select ${SUMMARY_COLUMNS} from ${DEPOSITS} where d.id = ?`,
    [id]
  )
  if (!deposit) throw notFound(id)
  const cheques = await sql<DepositedChequeDTO>(
    `select ${CHEQUE_COLUMNS}, l.state, l.drawer, l.bank, l.cheque_number as number
     from cheque_deposit_line l join cheque_deposit d on d.id = l.deposit_id
     join client_receipt r on r.id = l.receipt_id join client_account a on a.id = r.account_id
     where l.deposit_id = ? order by l.position`,
    [id]
  )
  return { ...deposit, cheques }
}

export type DepositFilters = { status?: ChequeDepositStatus[]; currency_code?: string }

/** Slips, newest first, and how many the filters leave. */
export async function listDeposits(
  sql: Sql,
  { status, currency_code }: DepositFilters,
  page: { limit: number; offset: number }
): Promise<[ChequeDepositSummaryDTO[], number]> {
  const where = `where d.market = 'store' and d.status = any(coalesce(?::text[], array[d.status]))
    and d.currency_code = coalesce(?, d.currency_code)`
  const values = [status ?? null, currency_code?.toLowerCase() ?? null]
  const rows = await sql<ChequeDepositSummaryDTO>(
    `select ${SUMMARY_COLUMNS} from ${DEPOSITS} ${where} order by d.created_at desc, d.id desc limit ? offset ?`,
    [...values, page.limit, page.offset]
  )
  const [total] = await sql<{ count: number }>(
    `select count(*)::int as count from cheque_deposit d ${where}`,
    values
  )
  return [rows, total?.count ?? 0]
}

/** Slips are numbered without a gap, add up, and say of each cheque what its receipt says. */
export async function wrongDeposits(sql: Sql): Promise<LedgerProblem[]> {
  return sql(
    `select 'cheque_deposit_differs' as kind, d.id, 'Deposit slip no. ' || d.number || ' (' || d.currency_code ||
         '): one before it is missing, or its cheques are not those it was made of' as message
     from (
       select *, row_number() over (partition by market, currency_code order by number) as position from cheque_deposit
     ) d
     left join cheque_deposit_line l on l.deposit_id = d.id left join client_receipt r on r.id = l.receipt_id
     group by d.id, d.number, d.currency_code, d.position, d.count, d.total
     having d.number <> d.position or d.count <> count(l.receipt_id) or d.total <> coalesce(sum(r.amount), 0)
       or d.total <> coalesce(sum(l.amount), 0)
       or bool_or(l.state <> 'canceled' and (r.reversed_at is not null) <> (l.state = 'bounced'))`
  )
}

const notFound = (id: string) =>
  new MedusaError(MedusaError.Types.NOT_FOUND, `Cheque deposit with id: ${id} was not found`)
