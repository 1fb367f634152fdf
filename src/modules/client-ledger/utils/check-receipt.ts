import type { BigNumberInput } from "@medusajs/framework/types"
import { MedusaError } from "@medusajs/framework/utils"
import type { ReceiptInput } from "../sql/record-receipt"
import type { Amount, ClientAccountDTO, ReceiptDirection } from "../types"
import { refuseFuture } from "./dates"
import { ConflictError, namingRow } from "./errors"
import { addAmounts, exactAmount, isPositive, largest, negate, subtractAmounts } from "./money"

export type CheckedReceipt = Omit<ReceiptInput, "amount" | "direction"> & {
  direction: ReceiptDirection
  amount: Amount
  currency_code: string
}

/**
 * Reads what a person gave; of many, the first that is wrong is named.
 * @param accounts those of the receipts, by id, with their balances before.
 * @param confirmAbove a larger amount has to be confirmed; null for none.
 * @throws INVALID_DATA an amount or a date, CONFLICT what has to be confirmed and isn't.
 */
export function checkReceipts(
  inputs: ReceiptInput[],
  accounts: Map<string, ClientAccountDTO>,
  confirmAbove: Amount | null
): CheckedReceipt[] {
  const held = new Map([...accounts].map(([id, { balance }]) => [id, balance]))
  return inputs.map((input, index) => {
    const account = accounts.get(input.account_id)!
    const before = held.get(account.id)!
    const check = () => checkReceipt(input, account, before, confirmAbove)
    const checked = inputs.length === 1 ? check() : namingRow(`receipts[${index}]`, account, check)
    const { direction, amount } = checked
    held.set(account.id, addAmounts(before, direction === "in" ? amount : negate(amount)))
    return checked
  })
}

function checkReceipt(
  input: ReceiptInput,
  account: ClientAccountDTO,
  held: Amount,
  confirmAbove: Amount | null
): CheckedReceipt {
  refuseFuture(input.value_date, "value_date")
  const direction = input.direction ?? "in"
  const amount = positiveAmount(input.amount, account.decimal_digits)
  if (!input.confirmed) refuseUnconfirmed(direction, amount, held, confirmAbove)
  return { ...input, direction, amount, currency_code: account.currency_code }
}

function refuseUnconfirmed(
  direction: ReceiptDirection,
  amount: Amount,
  held: Amount,
  confirmAbove: Amount | null
) {
  const beyond = subtractAmounts(amount, largest(held, "0"))
  if (direction === "out" && isPositive(beyond)) {
    throw new ConflictError(
      `amount: ${beyond} more than the client holds would be paid out; send confirmed: true if that is meant`
    )
  }
  if (confirmAbove && isPositive(subtractAmounts(amount, confirmAbove))) {
    throw new ConflictError(
      `amount: above ${confirmAbove}, a payment has to be confirmed; send confirmed: true if it is right`
    )
  }
}

function positiveAmount(value: BigNumberInput, digits: number) {
  const amount = exactAmount(value, digits)
  if (!isPositive(amount)) {
    throw new MedusaError(MedusaError.Types.INVALID_DATA, "amount: must be above zero")
  }
  return amount
}
