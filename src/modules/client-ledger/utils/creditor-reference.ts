const PREFIX = "RF"
/** ISO 11649: the prefix, two check digits, and a body of at most 21 letters and digits. */
const CREDITOR_REFERENCE = /^RF\d{2}[0-9A-Z]{1,21}$/
const OWN_BODY = /^\d{1,21}$/
const SHORTEST_BODY = 4
/** Of the column that holds the number. */
const LARGEST_NUMBER = 2 ** 31 - 1

/**
 * What a client writes on a bank transfer, so that the market finds whose it is: the ISO 11649 creditor reference of
 * his account's number, in its electronic form, as "RF340042". A slip of the keyboard fails its check digits.
 */
export function creditorReference(accountNumber: number): string {
  const body = String(accountNumber).padStart(SHORTEST_BODY, "0")
  const digits = 98n - remainder(`${PREFIX}00${body}`)
  return `${PREFIX}${String(digits).padStart(2, "0")}${body}`
}

/** Whether a text, however it is spaced, is a creditor reference whose check digits fit. */
export function isCreditorReference(text: string): boolean {
  const reference = electronicForm(text)
  return CREDITOR_REFERENCE.test(reference) && remainder(reference) === 1n
}

/** The number of the account that a reference stands for, or null when it can't be one of ours. */
export function accountNumberOf(text: string): number | null {
  if (!isCreditorReference(text)) return null
  const body = electronicForm(text).slice(4)
  const number = OWN_BODY.test(body) ? Number(body) : 0
  return number > 0 && number <= LARGEST_NUMBER ? number : null
}

const electronicForm = (text: string) => text.replace(/\s/g, "").toUpperCase()

/** ISO 7064, modulo 97-10: the first four characters go last, and letters count from ten. */
function remainder(reference: string): bigint {
  const moved = reference.slice(4) + reference.slice(0, 4)
  return BigInt(moved.replace(/[A-Z]/g, (letter) => String(parseInt(letter, 36)))) % 97n
}
