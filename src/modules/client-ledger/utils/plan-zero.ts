import type { BigNumberInput } from "@medusajs/framework/types"
import { MedusaError } from "@medusajs/framework/utils"
import type { Amount, ClientAccountDTO, RealMethod } from "../types"
import type { CheckedReceipt } from "./check-receipt"
import { refuseFuture } from "./dates"
import { ConflictError, namingRow } from "./errors"
import { exactAmount, isNegative, isZero, negate, sameAmount } from "./money"
import { requireNote } from "./require-note"

/** How one account comes to zero: by money that really moves, or by a write-off that says why. */
export type AccountToZero = {
  account_id: string
  /** Major units, signed, as the person saw it. */
  balance: BigNumberInput
} & ({ method: RealMethod; reference?: string | null } | { write_off: { note: string } })

export type BringToZero = {
  accounts: AccountToZero[]
  value_date?: string
  /** On the receipts; a write-off has a note of its own. */
  note?: string | null
  actor_id?: string | null
}

export type ZeroPlan = {
  receipts: CheckedReceipt[]
  /** Amounts signed: above zero forgives a debt. */
  write_offs: { account_id: string; amount: Amount; note: string }[]
}

/**
 * What brings each account to zero: a receipt of what is owed, a pay-out of what is held, or a write-off of either.
 * The amounts are the ledger's own and nobody types them, so that none has to be confirmed.
 * @param accounts those of the rows, by id, locked.
 * @throws CONFLICT a balance that isn't what the person saw, INVALID_DATA an account at zero or named twice, a day or a note;
 *   each names its row.
 */
export function planZero(input: BringToZero, accounts: Map<string, ClientAccountDTO>): ZeroPlan {
  refuseFuture(input.value_date, "value_date")
  const plan: ZeroPlan = { receipts: [], write_offs: [] }
  const seen = new Set<string>()
  input.accounts.forEach((row, index) => {
    const account = accounts.get(row.account_id)!
    namingRow(`accounts[${index}]`, account, () => {
      if (seen.has(account.id)) throw invalid("is named twice")
      seen.add(account.id)
      refuseChanged(row.balance, account)
      if ("method" in row) plan.receipts.push(receiptOf(row, account, input))
      else {
        const note = requireNote(row.write_off.note)
        plan.write_offs.push({ account_id: account.id, amount: negate(account.balance), note })
      }
    })
  })
  return plan
}

function refuseChanged(seen: BigNumberInput, account: ClientAccountDTO) {
  if (isZero(account.balance) && isZero(seen)) throw invalid("is at zero already")
  const wanted = isZero(seen) ? "0" : exactAmount(seen, account.decimal_digits, "balance")
  if (!sameAmount(wanted, account.balance)) {
    throw new ConflictError(
      `the balance is ${account.balance} now, and was ${wanted} when you looked`
    )
  }
}

function receiptOf(
  { method, reference }: { method: RealMethod; reference?: string | null },
  account: ClientAccountDTO,
  { value_date, note, actor_id }: BringToZero
): CheckedReceipt {
  const owes = isNegative(account.balance)
  return {
    account_id: account.id,
    currency_code: account.currency_code,
    direction: owes ? "in" : "out",
    method,
    amount: owes ? negate(account.balance) : account.balance,
    reference,
    value_date,
    note,
    actor_id,
  }
}

const invalid = (message: string) => new MedusaError(MedusaError.Types.INVALID_DATA, message)
