/** An amount as it is typed on a keypad: its digits, from the left, and how many of them are decimals. */
export type TypedAmount = { digits: string; decimals: number }

const MOST_DIGITS = 8

/** One more key. Zeros before the first digit say nothing. */
export const typed = ({ digits, decimals }: TypedAmount, key: string): TypedAmount => {
  const next = (digits + key).replace(/^0+/, "")
  return { digits: next.length > MOST_DIGITS ? digits : next, decimals }
}

export const erased = ({ digits, decimals }: TypedAmount): TypedAmount => ({
  digits: digits.slice(0, -1),
  decimals,
})

/** As the API takes it, exact: "12.40". */
export function written({ digits, decimals }: TypedAmount): string {
  const padded = digits.padStart(decimals + 1, "0")
  const units = padded.slice(0, padded.length - decimals)
  return decimals ? `${units}.${padded.slice(-decimals)}` : units
}

export const typedFrom = (amount: number, decimals: number): TypedAmount => ({
  digits: amount.toFixed(decimals).replace(".", "").replace(/^0+/, ""),
  decimals,
})
