import type { BigNumberInput } from "@medusajs/framework/types"
import { generateEntityId, MedusaError } from "@medusajs/framework/utils"
import type { Amount, ClientAccountDTO, PostedEntry, Posting } from "../types"
import { refuseFuture } from "../utils/dates"
import { requireNote } from "../utils/require-note"
import { exactAmount, isNegative, isPositive, isZero, negate } from "../utils/money"
import { retrieveLockedAccounts } from "./accounts"
import { reallocate } from "./allocations"
import { postEntries } from "./entries"
import type { Sql } from "./runner"

export type Transfer = {
  from_account_id: string
  to_account_id: string
  /** Major units, above zero. */
  amount: BigNumberInput
  /** Why. */
  note: string
  value_date?: string
  actor_id?: string | null
}

/**
 * Moves money from one account to another of the same currency: a pair of entries, out and in.
 * @returns both, the one that went out first.
 */
export async function recordTransfer(sql: Sql, input: Transfer): Promise<PostedEntry[]> {
  const ids = [input.from_account_id, input.to_account_id]
  const accounts = await retrieveLockedAccounts(sql, ids)
  const [from, to] = ids.map((id) => accounts.get(id)!) as [ClientAccountDTO, ClientAccountDTO]
  if (from.id === to.id) refuse("to_client_account_id: choose another account")
  if (from.currency_code !== to.currency_code) {
    refuse(
      `to_client_account_id: that account is in ${to.currency_code}, not ${from.currency_code}`
    )
  }
  refuseFuture(input.value_date, "value_date")
  const amount = exactAmount(input.amount, from.decimal_digits)
  if (!isPositive(amount)) refuse("amount: must be above zero")
  const entries = await postEntries(
    sql,
    pairOf(from.id, to.id, amount, {
      note: requireNote(input.note),
      value_date: input.value_date,
      actor_id: input.actor_id ?? null,
    })
  )
  await reallocate(sql, ids)
  return entries
}

export type Merge = {
  from_account_id: string
  into_account_id: string
  /** Why. */
  note: string
  actor_id?: string | null
}

/** Moves all that stands on an account, whichever its sign, to another of the same currency: it ends at zero. */
export async function mergeAccount(sql: Sql, input: Merge): Promise<void> {
  const ids = [input.from_account_id, input.into_account_id]
  const { balance } = (await retrieveLockedAccounts(sql, ids)).get(input.from_account_id)!
  if (isZero(balance)) return
  const owes = isNegative(balance)
  await recordTransfer(sql, {
    from_account_id: owes ? input.into_account_id : input.from_account_id,
    to_account_id: owes ? input.from_account_id : input.into_account_id,
    amount: owes ? negate(balance) : balance,
    note: input.note,
    actor_id: input.actor_id,
  })
}

export type TransferredPart = { id: string; account_id: string; amount: Amount }

/** The two entries of a transfer, the one that went out first. */
export function findTransfer(sql: Sql, sourceId: string): Promise<TransferredPart[]> {
  return sql(
    `select id, account_id, trim_scale(amount)::text as amount from client_ledger_entry
     where source_type = 'transfer' and source_id = ? order by source_seq`,
    [sourceId]
  )
}

/** Takes a transfer back on both accounts, which the caller has locked. */
export async function reverseTransfer(
  sql: Sql,
  pair: TransferredPart[],
  { note, actor_id }: { note: string; actor_id?: string | null }
): Promise<PostedEntry[]> {
  const entries = await postEntries(
    sql,
    pair.map((entry) => ({
      account_id: entry.account_id,
      type: "reversal" as const,
      amount: negate(entry.amount),
      source_type: "reversal",
      source_id: entry.id,
      reverses_id: entry.id,
      note: requireNote(note),
      actor_id: actor_id ?? null,
    }))
  )
  await reallocate(
    sql,
    pair.map(({ account_id }) => account_id)
  )
  return entries
}

/**
 * What a receipt has settled of an order goes with it to its new client's account. Reversing the receipt then takes
 * each part back where it is.
 */
export async function moveReceiptsOfOrder(
  sql: Sql,
  orderId: string,
  fromAccountId: string,
  toAccountId: string
): Promise<void> {
  const parts = await sql<{ receipt_id: string; amount: Amount }>(
    `select r.id as receipt_id, trim_scale(a.amount)::text as amount
     from client_allocation a join client_receipt r on r.id = a.credit_id
     where a.debt_id = ? and a.account_id = ? and a.amount > 0 and r.source_type = 'receipt' order by r.id`,
    [orderId, fromAccountId]
  )
  await postEntries(
    sql,
    parts.flatMap(({ receipt_id, amount }) =>
      pairOf(fromAccountId, toAccountId, amount, { receipt_id, order_id: orderId })
    )
  )
}

function pairOf(from: string, to: string, amount: Amount, shared: Partial<Posting>): Posting[] {
  const pair = {
    ...shared,
    type: "transfer" as const,
    source_type: "transfer",
    source_id: generateEntityId(undefined, "cltrf"),
  }
  return [
    { ...pair, account_id: from, amount: negate(amount), source_seq: 0 },
    { ...pair, account_id: to, amount, source_seq: 1 },
  ]
}

function refuse(message: string): never {
  throw new MedusaError(MedusaError.Types.INVALID_DATA, message)
}
