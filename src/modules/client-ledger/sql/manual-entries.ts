import type { BigNumberInput } from "@medusajs/framework/types"
import { generateEntityId, MedusaError } from "@medusajs/framework/utils"
import {
  REVERSIBLE_ENTRY_TYPES,
  type Amount,
  type ClientAccountDTO,
  type LedgerEntryDTO,
  type ManualEntryType,
  type Posting,
} from "../types"
import { refuseFuture } from "../utils/dates"
import { requireNote } from "../utils/require-note"
import { ConflictError } from "../utils/errors"
import { exactAmount, isNegative, isPositive, negate, subtractAmounts } from "../utils/money"
import { lockAccounts, retrieveAccount } from "./accounts"
import { reallocate } from "./allocations"
import { postEntries, retrieveEntry } from "./entries"
import type { Sql } from "./runner"
import { findTransfer, reverseTransfer, type TransferredPart } from "./transfers"

export type ManualEntry = {
  account_id: string
  type: ManualEntryType
  /** Major units, signed: above zero for the client, below against him. */
  amount: BigNumberInput
  /** Why. */
  note: string
  value_date?: string
  actor_id?: string | null
}

export type EntryReversal = {
  account_id: string
  entry_id: string
  note: string
  actor_id?: string | null
}

export type EntryResult = { ledger_entry: LedgerEntryDTO; client_account: ClientAccountDTO }

export async function recordManualEntry(sql: Sql, input: ManualEntry): Promise<EntryResult> {
  const account = await retrieveAccount(sql, input.account_id, true)
  const amount = exactAmount(input.amount, account.decimal_digits)
  refuseFuture(input.value_date, "value_date")
  if (input.type === "write_off") refuseWriteOffBeyondZero(amount, account)
  const posting = manualPosting(input, amount)
  if (input.type !== "opening_balance") return post(sql, posting)
  const source_seq = await nextOpeningBalance(sql, account)
  return post(sql, { ...posting, source_id: account.id, source_seq })
}

/** What is posted for an entry by hand; each call is an entry of its own. @throws INVALID_DATA no note. */
export const manualPosting = (input: Omit<ManualEntry, "amount">, amount: Amount): Posting => ({
  account_id: input.account_id,
  type: input.type,
  amount,
  source_type: input.type,
  source_id: generateEntityId(undefined, "clman"),
  note: requireNote(input.note),
  value_date: input.value_date,
  actor_id: input.actor_id ?? null,
})

export async function reverseEntry(sql: Sql, input: EntryReversal): Promise<EntryResult> {
  await retrieveAccount(sql, input.account_id)
  const entry = await retrieveEntry(sql, input.account_id, input.entry_id)
  const pair = entry.type === "transfer" ? await findTransfer(sql, entry.source_id) : [entry]
  await lockAccounts(
    sql,
    pair.map(({ account_id }) => account_id)
  )
  if (entry.type === "reversal")
    throw new ConflictError("A reversal can't be reversed: record the entry again")
  const isByHand = REVERSIBLE_ENTRY_TYPES.some((type) => type === entry.type)
  if (!isByHand && !(entry.type === "transfer" && !entry.receipt_id)) {
    throw new MedusaError(
      MedusaError.Types.NOT_ALLOWED,
      entry.receipt_id
        ? `This entry follows its receipt: reverse receipt ${entry.receipt_id}, or refund the payment at its provider`
        : `This entry follows its order: change or cancel order ${entry.order_id}`
    )
  }
  const [standing] = await sql<{ id: string }>(
    `select id from client_ledger_entry where reverses_id = ?`,
    [entry.id]
  )
  if (standing) throw new ConflictError("This entry is reversed already")
  if (entry.type === "transfer") return reverseBoth(sql, entry, pair, input)
  return post(sql, {
    account_id: entry.account_id,
    type: "reversal",
    amount: negate(entry.amount),
    source_type: "reversal",
    source_id: entry.id,
    reverses_id: entry.id,
    note: requireNote(input.note),
    actor_id: input.actor_id ?? null,
  })
}

/** @returns the reversal on the account that was named. */
async function reverseBoth(
  sql: Sql,
  entry: LedgerEntryDTO,
  pair: TransferredPart[],
  reversal: EntryReversal
): Promise<EntryResult> {
  const reversals = await reverseTransfer(sql, pair, reversal)
  const { replayed: _, ...own } = reversals.find(({ reverses_id }) => reverses_id === entry.id)!
  return { ledger_entry: own, client_account: await retrieveAccount(sql, entry.account_id) }
}

async function post(sql: Sql, posting: Posting): Promise<EntryResult> {
  const [entry] = await postEntries(sql, [posting])
  const { replayed, ...ledger_entry } = entry!
  if (replayed) throw new ConflictError("This entry was recorded already")
  await reallocate(sql, [posting.account_id])
  return { ledger_entry, client_account: await retrieveAccount(sql, posting.account_id) }
}

function refuseWriteOffBeyondZero(amount: string, account: ClientAccountDTO) {
  const after = subtractAmounts(account.balance, negate(amount))
  const helps = isNegative(account.balance)
    ? isPositive(amount) && !isPositive(after)
    : isPositive(account.balance) && isNegative(amount) && !isNegative(after)
  if (!helps) {
    throw new MedusaError(
      MedusaError.Types.INVALID_DATA,
      `amount: a write-off brings the balance to zero or toward it; the balance is ${account.balance}`
    )
  }
}

/** An account has one opening balance; another may be recorded once the first is reversed. */
async function nextOpeningBalance(sql: Sql, account: ClientAccountDTO): Promise<number> {
  const [openings] = await sql<{ count: number; reversed: number }>(
    `select count(*)::int as count, count(r.id)::int as reversed
     from client_ledger_entry e left join client_ledger_entry r on r.reverses_id = e.id
     where e.type = 'opening_balance' and e.account_id = ?`,
    [account.id]
  )
  const count = openings?.count ?? 0
  if (count > (openings?.reversed ?? 0)) {
    throw new ConflictError(
      `${account.customer_name ?? account.customer_id} has an opening balance already: reverse it first`
    )
  }
  return count
}
