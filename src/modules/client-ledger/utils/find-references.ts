import { accountNumberOf } from "./creditor-reference"

/** "RF", two check digits and the rest, as people and banks space it: in one, or in groups of four. */
const COMPACT = /(?<![A-Z0-9])RF(\d{6,23})(?![A-Z0-9])/g
const GROUPED = /(?<![A-Z0-9])RF\s?\d{2}(?:\s\d{1,4}){1,6}(?![A-Z0-9])/g

/**
 * The numbers of the accounts whose transfer reference (ISO 11649, with its check digits) is in one of the texts. What
 * follows a spaced reference may look like its next group: the longest that fits is taken.
 */
export function findAccountNumbers(texts: string[]): number[] {
  const found = new Set<number>()
  for (const text of texts.map((each) => each.toUpperCase())) {
    for (const [written] of text.matchAll(COMPACT)) {
      const number = accountNumberOf(written)
      if (number) found.add(number)
    }
    for (const [written] of text.matchAll(GROUPED)) {
      const groups = written.split(/\s/)
      for (let length = groups.length; length > 1; length--) {
        const number = accountNumberOf(groups.slice(0, length).join(""))
        if (!number) continue
        found.add(number)
        break
      }
    }
  }
  return [...found]
}

/**
 * The numbers of the orders that the market's own reference names, if its pattern in the settings has words around `{order}`:
 * "MARKET {order}" finds 42 in "vir market 42 merci".
 */
export function findOrderNumbers(texts: string[], pattern: string): number[] {
  const own = patternOf(pattern)
  if (!own) return []
  const numbers = texts.flatMap((text) =>
    [...text.matchAll(own)].map(([, number]) => Number(number))
  )
  return [...new Set(numbers)].filter((number) => number > 0)
}

function patternOf(pattern: string): RegExp | null {
  const [before = "", after] = pattern.replaceAll("{customer}", " ").split("{order}")
  // Without a word of the market's own, any number would do.
  if (after === undefined || !/[\p{L}]{2}/u.test(before)) return null
  const words = before.trim().split(/\s+/).map(escaped).join("\\s*")
  return new RegExp(`(?<![\\p{L}\\d])${words}\\s*#?\\s*(\\d{1,9})(?!\\d)`, "giu")
}

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")
