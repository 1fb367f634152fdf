import { MathBN } from "@medusajs/framework/utils"
import type { Amount } from "../types"
import { fixedAmount } from "./money"

export type SepaTransfer = {
  account_holder?: string | null
  iban?: string | null
  bic?: string | null
  amount: Amount
  currency_code: string
  /** An ISO 11649 creditor reference. */
  reference: string
}

const LONGEST_NAME = 70
const MOST_BYTES = 331
const SMALLEST = "0.01"
const LARGEST = "999999999.99"

/**
 * What the QR code of a SEPA credit transfer holds, by the European Payments Council's guidelines (EPC069-12,
 * version 002, UTF-8): a client's bank reads it and has nothing left to type.
 * @returns null where there can be no such code: without account holder or IBAN, in another currency than the euro, or
 *   for an amount that it can't hold.
 */
export function epcPayload(transfer: SepaTransfer): string | null {
  const { amount, bic, iban, reference } = transfer
  const name = oneLine(transfer.account_holder ?? "")
  if (!name || !iban || transfer.currency_code.toLowerCase() !== "eur") return null
  if (MathBN.lt(amount, SMALLEST) || MathBN.gt(amount, LARGEST)) return null
  const purpose = ""
  const payload = [
    ...["BCD", "002", "1", "SCT"],
    ...[bic ?? "", name, iban, `EUR${fixedAmount(amount, 2)}`, purpose, reference],
  ].join("\n")
  return Buffer.byteLength(payload) > MOST_BYTES ? null : payload
}

/** Each line means something, so that a name may have but one; cut as banks cut it, never within a letter. */
const oneLine = (name: string) =>
  [...name.replace(/[\s\p{Cc}]+/gu, " ").trim()].slice(0, LONGEST_NAME).join("").trim()
