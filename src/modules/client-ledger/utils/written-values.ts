import { EARLIEST_DAY } from "./dates"

/** Spaces of every kind, apostrophes and currency signs: what people and spreadsheets put around digits. */
const DECORATION = /[\s\u00a0\u202f'’€$£]/g

/**
 * An amount as people write one: "12,40", "1 234.50", "1.234,50", "-3". The last comma or dot is the decimal
 * separator, unless it is repeated.
 * @returns plain decimal text, or null when it can't be read in just one way.
 */
export function readAmount(written: string): string | null {
  const text = written.replace(DECORATION, "").replace(/^[−–]/, "-")
  const separators = text.match(/[.,]/g) ?? []
  const last = separators.at(-1)
  if (!last) return plain(text)
  const others = separators.slice(0, -1)
  // "1,234,567": one separator, repeated, groups thousands.
  if (others.includes(last)) return new Set(separators).size === 1 ? grouped(text, last) : null
  const at = text.lastIndexOf(last)
  const whole = others.length ? grouped(text.slice(0, at), others[0]!) : text.slice(0, at)
  return whole === null ? null : plain(`${whole}.${text.slice(at + 1)}`)
}

const plain = (text: string) => (/^[+-]?\d+(\.\d+)?$/.test(text) ? text.replace(/^\+/, "") : null)

function grouped(text: string, separator: string): string | null {
  const [first = "", ...groups] = text.split(separator)
  const wellFormed = /^[+-]?\d{1,3}$/.test(first) && groups.every((group) => /^\d{3}$/.test(group))
  return wellFormed ? plain(first + groups.join("")) : null
}

/**
 * A day as people write one: 2026-01-31, 31/01/2026 or 31.01.2026.
 * @returns YYYY-MM-DD, or null when there is no such day.
 */
export function readDay(written: string): string | null {
  const text = written.trim()
  const [, day, month, year] = /^(\d{1,2})[/.](\d{1,2})[/.](\d{4})$/.exec(text) ?? []
  const iso = year ? `${year}-${month!.padStart(2, "0")}-${day!.padStart(2, "0")}` : text
  if (!/^\d{4}-\d{2}-\d{2}$/.test(iso) || iso < EARLIEST_DAY) return null
  const date = new Date(`${iso}T00:00:00Z`)
  // A day that the month hasn't got rolls over into the next.
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(iso) ? iso : null
}
