import { generateEntityId, MedusaError } from "@medusajs/framework/utils"
import type { Amount, ChequeDepositStatus, ChequeState, Timestamp } from "../types"
import { refuseFuture, today } from "../utils/dates"
import { ConflictError } from "../utils/errors"
import { addAmounts } from "../utils/money"
import { CHEQUE_COLUMNS, lockCheques, type ChequeDTO } from "./cheques"
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

/** A cheque to put in a slip; what is left out is as `ChequeDTO` proposes it. */
export type ChequeToDeposit = {
  receipt_id: string
  drawer?: string
  bank?: string | null
  number?: string | null
}

export type ChequeDepositInput = {
  cheques: ChequeToDeposit[]
  note?: string | null
  actor_id?: string | null
}

type DepositAct = { deposit_id: string; actor_id?: string | null }
export type DepositDay = DepositAct & { deposited_on?: string }
export type ChequeClearing = DepositAct & {
  /** All that the bank hasn't settled yet, unless said. */
  receipt_ids?: string[]
  cleared_on?: string
}
export type DepositCancellation = DepositAct

const SUMMARY_COLUMNS = `d.id, d.number, d.currency_code, d.status, d.count, trim_scale(d.total)::text as total,
  settled.cleared, settled.bounced, d.note, d.deposited_on::text as deposited_on, d.canceled_at, d.created_at, d.actor_id`

const DEPOSITS = `cheque_deposit d cross join lateral (
    select trim_scale(coalesce(sum(l.amount) filter (where l.state = 'cleared'), 0))::text as cleared,
      trim_scale(coalesce(sum(l.amount) filter (where l.state = 'bounced'), 0))::text as bounced
    from cheque_deposit_line l where l.deposit_id = d.id
  ) settled`

/** @returns the slip's id. */
export async function makeChequeDeposit(sql: Sql, input: ChequeDepositInput): Promise<string> {
  await sql(`select pg_advisory_xact_lock(hashtext('cheque_deposit store'))`)
  const ids = input.cheques.map(({ receipt_id }) => receipt_id)
  if (new Set(ids).size < ids.length) throw invalid("cheques: each cheque once")
  const found = await lockCheques(sql, ids)
  const lines = input.cheques.map((given, position) => {
    const cheque = depositable(found.get(given.receipt_id), given.receipt_id)
    return {
      receipt_id: cheque.receipt_id,
      position: position + 1,
      drawer: given.drawer?.trim() || cheque.drawer,
      bank: textOr(given.bank, cheque.bank),
      cheque_number: textOr(given.number, cheque.number),
    }
  })
  const cheques = [...found.values()]
  const currencies = [...new Set(cheques.map(({ currency_code }) => currency_code))]
  if (currencies.length !== 1) throw invalid("cheques: a deposit slip is of one currency")
  const id = generateEntityId(undefined, "clchd")
  await sql(
    `insert into cheque_deposit (id, number, currency_code, count, total, note, actor_id) values (?, 0, ?, ?, ?, ?, ?)`,
    [
      id,
      currencies[0],
      lines.length,
      addAmounts(...cheques.map(({ amount }) => amount)),
      input.note?.trim() || null,
      input.actor_id ?? null,
    ]
  )
  // Account and amount are the receipt's: the database writes them.
  await sql(
    `insert into cheque_deposit_line (deposit_id, receipt_id, account_id, amount, position, drawer, bank, cheque_number)
     select ?, receipt_id, '', 0, position, drawer, bank, cheque_number
     from jsonb_to_recordset(?::jsonb) as new (receipt_id text, position int, drawer text, bank text, cheque_number text)`,
    [id, JSON.stringify(lines)]
  )
  return id
}

/** What was typed, "" taking the default away. */
const textOr = (typed: string | null | undefined, standing: string | null): string | null =>
  typed === undefined ? standing : typed?.trim() || null

function depositable(cheque: ChequeDTO | undefined, receiptId: string): ChequeDTO {
  if (!cheque) {
    throw new MedusaError(
      MedusaError.Types.NOT_FOUND,
      `Receipt with id: ${receiptId} is not a cheque that was received and stands`
    )
  }
  if (cheque.state === "to_deposit") return cheque
  throw new ConflictError(
    `Cheque ${cheque.number ?? ""} of ${cheque.drawer} is in deposit slip no. ${cheque.deposit_number} already`
  )
}

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

/** The slip went to the bank. */
export async function depositCheques(sql: Sql, input: DepositDay): Promise<void> {
  const day = input.deposited_on ?? today()
  refuseFuture(day, "deposited_on")
  await leaveOpen(sql, input, "deposited")
  await sql(
    `update cheque_deposit set status = 'deposited', deposited_on = ?, deposited_by = ?, updated_at = now() where id = ?`,
    [day, input.actor_id ?? null, input.deposit_id]
  )
}

/** The slip is void, and its number stays; its cheques are free again. */
export async function cancelDeposit(sql: Sql, input: DepositCancellation): Promise<void> {
  await leaveOpen(sql, input, "canceled")
  await sql(
    `update cheque_deposit set status = 'canceled', canceled_at = now(), canceled_by = ?, updated_at = now() where id = ?`,
    [input.actor_id ?? null, input.deposit_id]
  )
}

async function leaveOpen(sql: Sql, { deposit_id }: DepositAct, state: "deposited" | "canceled") {
  const { number, status } = await lockDeposit(sql, deposit_id)
  if (status === "canceled") throw new ConflictError(`Deposit slip no. ${number} is canceled`)
  if (status !== "open") {
    throw new ConflictError(
      state === "canceled"
        ? `Deposit slip no. ${number} is deposited and can't be canceled: say which of its cheques bounced`
        : `Deposit slip no. ${number} is deposited already`
    )
  }
  await sql(`update cheque_deposit_line set state = ?, updated_at = now() where deposit_id = ?`, [
    state,
    deposit_id,
  ])
}

/** The bank credited the slip, or some of its cheques. */
export async function clearCheques(sql: Sql, input: ChequeClearing): Promise<void> {
  const deposit = await lockDeposit(sql, input.deposit_id)
  const day = input.cleared_on ?? today()
  refuseFuture(day, "cleared_on")
  if (deposit.deposited_on && day < deposit.deposited_on) {
    throw invalid(`cleared_on: must not be before the deposit, ${deposit.deposited_on}`)
  }
  const waiting = await sql<{ receipt_id: string }>(
    `select receipt_id from cheque_deposit_line where deposit_id = ? and state = 'deposited'`,
    [input.deposit_id]
  )
  const ids = waiting.map(({ receipt_id }) => receipt_id)
  const stranger = input.receipt_ids?.find((id) => !ids.includes(id))
  if (!ids.length || stranger) {
    throw new ConflictError(
      deposit.status === "open"
        ? `Deposit slip no. ${deposit.number} isn't deposited yet`
        : `Deposit slip no. ${deposit.number}: ${stranger ?? "no cheque"} waits for the bank`
    )
  }
  await settleLines(sql, {
    ...input,
    receipt_ids: input.receipt_ids ?? ids,
    state: "cleared",
    day,
  })
}

type Settlement = DepositAct & { receipt_ids: string[]; state: "cleared" | "bounced"; day: string }

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
const invalid = (message: string) => new MedusaError(MedusaError.Types.INVALID_DATA, message)
