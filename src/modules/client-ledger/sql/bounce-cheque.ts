import type { BigNumberInput } from "@medusajs/framework/types"
import { MedusaError } from "@medusajs/framework/utils"
import { today } from "../utils/dates"
import { ConflictError } from "../utils/errors"
import { exactAmount, isPositive, negate } from "../utils/money"
import { requireNote } from "../utils/require-note"
import { lockAccounts, retrieveAccount } from "./accounts"
import { lockDeposit, settleLines } from "./cheque-deposits"
import { postEntries } from "./entries"
import { receiptStandings, type ReceiptWithClient } from "./receipts"
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
  const accountId = await refuseUnlessDeposited(sql, deposit_id, receipt_id)
  // After the slip: accounts, then orders, then receipts, as everywhere.
  const standings = await receiptStandings(sql, receipt_id)
  const bearer = standings[0]?.account_id ?? accountId
  await lockAccounts(sql, [bearer, ...standings.map(({ account_id }) => account_id)])
  await settleLines(sql, {
    ...{ deposit_id, actor_id, receipt_ids: [receipt_id] },
    ...{ state: "bounced", day: today() },
  })
  if (bounce.fee !== undefined) await chargeFee(sql, bearer, { ...bounce, fee: bounce.fee, note })
  const reversed = await reverseReceipt(sql, { receipt_id, note, actor_id })
  return { receipt: reversed.receipt, account_id: bearer }
}

async function refuseUnlessDeposited(sql: Sql, depositId: string, receiptId: string) {
  const { number, status } = await lockDeposit(sql, depositId)
  const [line] = await sql<{ account_id: string; state: string }>(
    `select account_id, state from cheque_deposit_line where deposit_id = ? and receipt_id = ?`,
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
  return line.account_id
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
