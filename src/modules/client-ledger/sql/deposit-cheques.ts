import { generateEntityId, MedusaError } from "@medusajs/framework/utils"
import type { ChequeDepositStatus } from "../types"
import { refuseFuture, today } from "../utils/dates"
import { ConflictError } from "../utils/errors"
import { addAmounts } from "../utils/money"
import { logChange } from "./changes"
import { lockDeposit, settleLines } from "./cheque-deposits"
import { lockCheques, type ChequeDTO } from "./cheques"
import type { Sql } from "./runner"

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
  const name = [cheque.number, "of", cheque.drawer].filter(Boolean).join(" ")
  throw new ConflictError(
    `The cheque ${name} is in deposit slip no. ${cheque.deposit_number} already`
  )
}

/** The slip went to the bank. */
export async function depositCheques(sql: Sql, input: DepositDay): Promise<void> {
  const day = input.deposited_on ?? today()
  refuseFuture(day, "deposited_on")
  const before = await leaveOpen(sql, input, "deposited")
  await sql(
    `update cheque_deposit set status = 'deposited', deposited_on = ?, deposited_by = ?, updated_at = now() where id = ?`,
    [day, input.actor_id ?? null, input.deposit_id]
  )
  await logStatus(sql, input, before, "deposited")
}

/** The slip is void, and its number stays; its cheques are free again. */
export async function cancelDeposit(sql: Sql, input: DepositCancellation): Promise<void> {
  const before = await leaveOpen(sql, input, "canceled")
  await sql(
    `update cheque_deposit set status = 'canceled', canceled_at = now(), canceled_by = ?, updated_at = now() where id = ?`,
    [input.actor_id ?? null, input.deposit_id]
  )
  await logStatus(sql, input, before, "canceled")
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
  return status
}

const logStatus = (
  sql: Sql,
  { deposit_id, actor_id }: DepositAct,
  before: ChequeDepositStatus,
  status: ChequeDepositStatus
) =>
  logChange(sql, {
    ...{ subject: "cheque_deposit", subject_id: deposit_id, actor_id: actor_id ?? null },
    ...{ before: { status: before }, after: { status } },
  })

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
  const { status } = await lockDeposit(sql, input.deposit_id)
  await logStatus(sql, input, deposit.status, status)
}

const invalid = (message: string) => new MedusaError(MedusaError.Types.INVALID_DATA, message)
