import type { BigNumberInput } from "@medusajs/framework/types"
import { MedusaError } from "@medusajs/framework/utils"
import { today } from "../utils/dates"
import { ConflictError } from "../utils/errors"
import { exactAmount, isPositive, negate } from "../utils/money"
import { requireNote } from "../utils/require-note"
import { retrieveAccount } from "./accounts"
import { lockDeposit, settleLines } from "./cheque-deposits"
import { postEntries } from "./entries"
import { lockReceiptStandings, type ReceiptWithClient } from "./receipts"
import { reverseReceipt } from "./record-receipt"
import type { Sql } from "./runner"

export type ChequeBounce = {
  deposit_id: string
  receipt_id: string
  /** Why, as the bank says. */
  note: string
  /** What the bank took for it, in major units, above zero: the client owes it. */
  fee?: BigNumberInput
  actor_id?: string | null
}

/** @returns the receipt, and the account that its money left, which bears the fee too. */
export async function bounceCheque(
  sql: Sql,
  bounce: ChequeBounce
): Promise<{ receipt: ReceiptWithClient; account_id: string }> {
  const { deposit_id, receipt_id, actor_id } = bounce
  const note = requireNote(bounce.note)
  await refuseUnlessDeposited(sql, deposit_id, receipt_id)
  // After the slip: accounts, then orders, then receipts, as everywhere.
  const [standing] = await lockReceiptStandings(sql, receipt_id)
  await settleLines(sql, {
    ...{ deposit_id, actor_id, receipt_ids: [receipt_id] },
    ...{ state: "bounced", day: today() },
  })
  if (bounce.fee !== undefined && standing) {
    await chargeFee(sql, standing.account_id, { ...bounce, fee: bounce.fee, note })
  }
  // What is settled then is derived with the fee.
  return reverseReceipt(sql, { receipt_id, note, actor_id })
}

async function refuseUnlessDeposited(sql: Sql, depositId: string, receiptId: string) {
  const { number, status } = await lockDeposit(sql, depositId)
  const [line] = await sql<{ state: string }>(
    `select state from cheque_deposit_line where deposit_id = ? and receipt_id = ?`,
    [depositId, receiptId]
  )
  if (!line) {
    throw new MedusaError(
      MedusaError.Types.NOT_FOUND,
      `Receipt with id: ${receiptId} is not in deposit slip no. ${number}`
    )
  }
  if (status === "open") {
    throw new ConflictError(
      `Deposit slip no. ${number} isn't deposited yet: cancel it, then reverse the payment`
    )
  }
  if (status === "canceled") throw new ConflictError(`Deposit slip no. ${number} is canceled`)
  if (line.state === "bounced") throw new ConflictError("This cheque has bounced already")
}

async function chargeFee(
  sql: Sql,
  accountId: string,
  bounce: ChequeBounce & { fee: BigNumberInput }
) {
  const { decimal_digits } = await retrieveAccount(sql, accountId)
  const fee = exactAmount(bounce.fee, decimal_digits, "fee")
  if (!isPositive(fee)) {
    throw new MedusaError(MedusaError.Types.INVALID_DATA, "fee: must be above zero")
  }
  // A cheque bounces once, so its fee is posted once.
  await postEntries(sql, [
    {
      account_id: accountId,
      type: "bank_fee",
      amount: negate(fee),
      source_type: "bank_fee",
      source_id: bounce.receipt_id,
      note: bounce.note,
      actor_id: bounce.actor_id ?? null,
    },
  ])
}
