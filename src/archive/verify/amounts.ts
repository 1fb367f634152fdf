const AMOUNT = /^(-?)(0|[1-9]\d{0,14})(?:\.(\d{0,5}[1-9]))?$/

/**
 * An amount in millionths of the currency's unit, exact; no currency is finer. Null where it isn't an amount as the ledger
 * writes one: without zeros at its end, so that one amount has one form.
 */
export function toUnits(amount: string | null): bigint | null {
  const [, sign, whole, fraction = ""] = AMOUNT.exec(amount ?? "") ?? []
  if (whole === undefined) return null
  return BigInt(`${sign}${whole}${fraction.padEnd(6, "0")}`)
}
