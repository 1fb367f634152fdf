import type { BigNumberInput } from "@medusajs/framework/types"
import { generateEntityId, MedusaError } from "@medusajs/framework/utils"
import type { ClientAccountDTO, ReceiptDirection, ReceiptDTO, ReceiptMethod } from "../types"
import { checkReceipts, type CheckedReceipt } from "../utils/check-receipt"
import { ConflictError } from "../utils/errors"
import { requireNote } from "../utils/require-note"
import { negate } from "../utils/money"
import { retrieveLockedAccounts } from "./accounts"
import { reallocate } from "./allocations"
import { acceptLines } from "./bank-acts"
import { postEntries } from "./entries"
import { findOrders } from "./orders"
import {
  insertReceipts,
  markReversed,
  lockReceiptStandings,
  type ReceiptWithClient,
  retrieveReceipt,
  updateReceipt,
} from "./receipts"
import type { Sql } from "./runner"
import { retrieveSettings } from "./settings"

export type ReceiptInput = {
  account_id: string
  direction?: ReceiptDirection
  method: Exclude<ReceiptMethod, "online">
  /** Major units, above zero, whichever the direction. */
  amount: BigNumberInput
  reference?: string | null
  value_date?: string
  note?: string | null
  /** The orders of this client that it is given for, in the order to settle them; none: the oldest first. */
  order_ids?: string[]
  /** A person was asked, and is sure of a large amount, or of paying out more than the client holds. */
  confirmed?: boolean
  /** The line of the bank's statement whose money it is: open, of the same amount and currency. */
  bank_line_id?: string
  actor_id?: string | null
}

export type ReceiptReversal = { receipt_id: string; note: string; actor_id?: string | null }

export type ReceiptCorrection = {
  receipt_id: string
  method?: Exclude<ReceiptMethod, "online">
  reference?: string | null
  actor_id?: string | null
}

export async function recordReceipts(
  sql: Sql,
  inputs: ReceiptInput[]
): Promise<ReceiptWithClient[]> {
  const accounts = await retrieveLockedAccounts(
    sql,
    inputs.map((input) => input.account_id)
  )
  await refuseOrdersOfOthers(sql, inputs)
  const { confirm_above } = await retrieveSettings(sql)
  const written = await postReceipts(sql, checkReceipts(inputs, accounts, confirm_above), accounts)
  await acceptLines(sql, inputs, written)
  await reallocate(sql, [...accounts.keys()])
  return written
}

/**
 * Writes receipts that were checked, and their entries; what they settle is left to `reallocate`.
 * @param accounts those of the receipts, by id, locked.
 */
export async function postReceipts(
  sql: Sql,
  receipts: CheckedReceipt[],
  accounts: Map<string, ClientAccountDTO>
): Promise<ReceiptWithClient[]> {
  const written = await insertReceipts(
    sql,
    receipts.map((checked) => ({
      ...checked,
      source_type: "receipt",
      source_id: generateEntityId(undefined, "clsrc"),
    }))
  )
  await postEntries(
    sql,
    written.map((receipt) => ({
      account_id: receipt.account_id,
      type: receipt.direction === "in" ? ("receipt" as const) : ("payout" as const),
      amount: receipt.direction === "in" ? receipt.amount : negate(receipt.amount),
      source_type: "receipt",
      source_id: receipt.id,
      receipt_id: receipt.id,
      note: receipt.note,
      value_date: receipt.value_date,
      actor_id: receipt.actor_id,
    }))
  )
  return written.map((receipt) => {
    const { customer_id, customer_name } = accounts.get(receipt.account_id)!
    return { ...receipt, customer_id, customer_name }
  })
}

/** @returns the receipt, and the account that its money left. */
export async function reverseReceipt(
  sql: Sql,
  input: ReceiptReversal
): Promise<{ receipt: ReceiptWithClient; account_id: string }> {
  const standings = await lockReceiptStandings(sql, input.receipt_id)
  const receipt = await retrieveReceipt(sql, input.receipt_id, true)
  if (receipt.reversed_at) throw new ConflictError("This receipt is reversed already")
  refuseOnline(receipt, "refund the payment at its provider instead")
  await markReversed(sql, [receipt.id])
  await postEntries(
    sql,
    standings.map((standing) => ({
      account_id: standing.account_id,
      type: "reversal" as const,
      amount: negate(standing.amount),
      source_type: "reversal",
      source_id: standing.entry_id,
      reverses_id: standing.entry_id,
      receipt_id: receipt.id,
      order_id: receipt.order_id,
      note: requireNote(input.note),
      actor_id: input.actor_id ?? null,
    }))
  )
  await reallocate(
    sql,
    standings.map(({ account_id }) => account_id)
  )
  return {
    receipt: await retrieveReceipt(sql, receipt.id),
    account_id: standings[0]?.account_id ?? receipt.account_id,
  }
}

export async function correctReceipt(sql: Sql, input: ReceiptCorrection): Promise<ReceiptDTO> {
  const receipt = await retrieveReceipt(sql, input.receipt_id, true)
  refuseOnline(receipt, "its method and reference are the provider's")
  const correction = {
    method: input.method ?? receipt.method,
    reference: input.reference === undefined ? receipt.reference : input.reference,
    actor_id: input.actor_id ?? null,
  }
  if (correction.method === receipt.method && correction.reference === receipt.reference)
    return receipt
  return updateReceipt(sql, receipt, correction)
}

async function refuseOrdersOfOthers(sql: Sql, inputs: ReceiptInput[]) {
  const ids = [...new Set(inputs.flatMap(({ order_ids }) => order_ids ?? []))]
  if (!ids.length) return
  const accountOf = new Map(
    (await findOrders(sql, ids)).map((order) => [order.id, order.account_id])
  )
  for (const { account_id, order_ids = [] } of inputs) {
    const other = order_ids.find((id) => accountOf.get(id) !== account_id)
    if (other) {
      throw new MedusaError(
        MedusaError.Types.INVALID_DATA,
        `order_ids: order ${other} isn't on the account of this client`
      )
    }
  }
}

function refuseOnline(receipt: ReceiptDTO, hint: string) {
  if (receipt.method === "online") {
    throw new MedusaError(
      MedusaError.Types.NOT_ALLOWED,
      `This receipt follows its online payment: ${hint}`
    )
  }
}
