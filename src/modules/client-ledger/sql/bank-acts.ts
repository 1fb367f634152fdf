import { generateEntityId, MedusaError } from "@medusajs/framework/utils"
import type { Amount, ReceiptDTO } from "../types"
import { today } from "../utils/dates"
import { ConflictError } from "../utils/errors"
import { requireNote } from "../utils/require-note"
import { type BankLineState, unknownLine } from "./bank-lines"
import { findPapers } from "./bank-matches"
import { clearCheques } from "./deposit-cheques"
import type { Sql } from "./runner"

type BankLineAct = { bank_line_id: string; actor_id?: string | null }
export type BankLineSetAside = BankLineAct & { note: string }
export type BankLineReturn = BankLineAct
/** The slip that the line credits, or the closing whose terminal total it is. */
export type BankLinePaper = BankLineAct & ({ cheque_deposit_id: string } | { closing_id: string })

type LockedLine = {
  id: string
  state: BankLineState
  amount: Amount
  booked_on: string
  receipt_id: string | null
}

/** After accounts, as receipts are; in the order of their ids. */
async function lockLines(sql: Sql, ids: string[]): Promise<Map<string, LockedLine>> {
  const lines = await sql<LockedLine>(
    `select id, state, trim_scale(amount)::text as amount, booked_on::text as booked_on, receipt_id from bank_line
     where id = any(?) order by id for update`,
    [ids]
  )
  return new Map(lines.map((line) => [line.id, line]))
}

/** @throws NOT_FOUND, CONFLICT it isn't open, INVALID_DATA it went out. */
function openLine(lines: Map<string, LockedLine>, id: string): LockedLine {
  const line = lines.get(id)
  if (!line) throw unknownLine(id)
  if (line.state === "accepted") {
    throw new ConflictError(
      `The bank's line of ${line.booked_on}, ${line.amount}, is accepted already`
    )
  }
  if (line.state === "set_aside") {
    throw new ConflictError(
      `The bank's line of ${line.booked_on}, ${line.amount}, is set aside: bring it back first`
    )
  }
  return line
}

function refuseMoneyOut({ amount, booked_on }: LockedLine): void {
  if (amount.startsWith("-")) {
    throw new MedusaError(
      MedusaError.Types.INVALID_DATA,
      `The bank's line of ${booked_on}, ${amount}, is money that went out: nobody paid it`
    )
  }
}

/**
 * Says of the bank's lines which receipts they became, in the transaction that records them: a line makes one receipt, whoever
 * accepts it at the same moment. The database holds that amount and currency are the line's.
 * @param receipts those written for the inputs, in the same order.
 */
export async function acceptLines(
  sql: Sql,
  inputs: { bank_line_id?: string }[],
  receipts: ReceiptDTO[]
): Promise<void> {
  const taken = inputs.flatMap(({ bank_line_id }, n) =>
    bank_line_id ? [{ bank_line_id, receipt: receipts[n]! }] : []
  )
  if (!taken.length) return
  const ids = taken.map(({ bank_line_id }) => bank_line_id)
  if (new Set(ids).size < ids.length) throw new ConflictError("A line of the bank is there twice")
  const lines = await lockLines(sql, ids)
  for (const id of ids) refuseMoneyOut(openLine(lines, id))
  const rows = taken.map(({ bank_line_id, receipt }) => ({
    id: generateEntityId(undefined, "clbkt"),
    ...{ bank_line_id, receipt_id: receipt.id, actor_id: receipt.actor_id },
  }))
  await sql(
    `update bank_line l set state = 'accepted', receipt_id = new.receipt_id, updated_at = now()
     from jsonb_to_recordset(?::jsonb) as new (bank_line_id text, receipt_id text) where l.id = new.bank_line_id`,
    [JSON.stringify(rows)]
  )
  await sql(
    `insert into bank_line_act (id, bank_line_id, act, receipt_id, actor_id)
     select id, bank_line_id, 'accepted', receipt_id, actor_id
     from jsonb_to_recordset(?::jsonb) as new (id text, bank_line_id text, receipt_id text, actor_id text)`,
    [JSON.stringify(rows)]
  )
}

/** The line is that of a deposit slip, whose cheques are credited then, or of a terminal's total. */
export async function matchPaper(sql: Sql, input: BankLinePaper): Promise<void> {
  const line = openLine(await lockLines(sql, [input.bank_line_id]), input.bank_line_id)
  refuseMoneyOut(line)
  const [kind, id] =
    "closing_id" in input
      ? (["terminal", input.closing_id] as const)
      : (["cheque_deposit", input.cheque_deposit_id] as const)
  const papers = await findPapers(sql, [line.amount])
  const paper = papers.find((each) => each.kind === kind && each.id === id)
  if (!paper) {
    throw new ConflictError(
      `The bank's line of ${line.booked_on}, ${line.amount}, is not what this ${kind === "terminal" ? "closing's terminal" : "deposit slip"} awaits, or another line is`
    )
  }
  const column = kind === "terminal" ? "closing_id" : "cheque_deposit_id"
  if (kind === "cheque_deposit") await clearWaiting(sql, id, line, input.actor_id)
  await sql(
    `update bank_line set state = 'accepted', ${column} = ?, updated_at = now() where id = ?`,
    [id, line.id]
  )
  await logAct(sql, { ...input, act: "accepted", [column]: id })
}

/** Somebody may have said by hand that they were credited. */
async function clearWaiting(
  sql: Sql,
  depositId: string,
  line: LockedLine,
  actorId?: string | null
) {
  const [waiting] = await sql(
    `select 1 from cheque_deposit_line where deposit_id = ? and state = 'deposited' limit 1`,
    [depositId]
  )
  if (!waiting) return
  const cleared_on = line.booked_on > today() ? today() : line.booked_on
  await clearCheques(sql, { deposit_id: depositId, cleared_on, actor_id: actorId })
}

/** No client's payment: it leaves the list of the open ones, with the reason. */
export async function setAside(sql: Sql, input: BankLineSetAside): Promise<void> {
  const note = requireNote(input.note)
  const line = openLine(await lockLines(sql, [input.bank_line_id]), input.bank_line_id)
  await sql(`update bank_line set state = 'set_aside', note = ?, updated_at = now() where id = ?`, [
    note,
    line.id,
  ])
  await logAct(sql, { ...input, act: "set_aside", note })
}

/** It is open again. What a slip or a closing became stays: only the link to the line is undone. */
export async function bringBack(sql: Sql, input: BankLineReturn): Promise<void> {
  const line = (await lockLines(sql, [input.bank_line_id])).get(input.bank_line_id)
  if (!line) throw unknownLine(input.bank_line_id)
  if (line.state === "open") throw new ConflictError("This line is open already")
  if (line.receipt_id) {
    throw new ConflictError(
      "This line is a recorded payment: reverse the payment, which opens it again"
    )
  }
  await sql(
    `update bank_line set state = 'open', note = null, cheque_deposit_id = null, closing_id = null, updated_at = now()
     where id = ?`,
    [line.id]
  )
  await logAct(sql, { ...input, act: "brought_back" })
}

type LoggedAct = BankLineAct & {
  act: "accepted" | "set_aside" | "brought_back"
  note?: string
  cheque_deposit_id?: string
  closing_id?: string
}

async function logAct(sql: Sql, act: LoggedAct): Promise<void> {
  await sql(
    `insert into bank_line_act (id, bank_line_id, act, cheque_deposit_id, closing_id, note, actor_id)
     values (?, ?, ?, ?, ?, ?, ?)`,
    [
      generateEntityId(undefined, "clbkt"),
      act.bank_line_id,
      act.act,
      act.cheque_deposit_id ?? null,
      act.closing_id ?? null,
      act.note ?? null,
      act.actor_id ?? null,
    ]
  )
}
