import { unreadable } from "./statement"

/** A tag and the text up to the next one; `name` begins with "/" where it closes. */
export type OfxTag = { name: string; value: string; line: number; column: number }

/** Longer than any value: a file that isn't OFX after all is given up early. */
const LONGEST = 64 * 1024
const NAME = /^\/?[A-Za-z0-9._-]+$/
const ENTITIES: Record<string, string> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  nbsp: " ",
}

/**
 * Reads the tags of an OFX file piece by piece. What comes before the first, the header of 1.x, and the instructions of 2.x
 * are skipped.
 * @throws INVALID_DATA with line and column where there is no tag.
 */
export async function* readTags(chunks: AsyncIterable<string>): AsyncGenerator<OfxTag> {
  let rest = ""
  let line = 1
  let column = 1
  const advance = (text: string) => {
    for (const character of text) {
      if (character === "\n") {
        line++
        column = 1
      } else column++
    }
  }
  const take = function* (isLast: boolean): Generator<OfxTag> {
    for (;;) {
      const begin = rest.indexOf("<")
      const end = rest.indexOf(">", begin)
      if (begin === -1 || end === -1) break
      const next = rest.indexOf("<", end)
      if (next === -1 && !isLast) break
      advance(rest.slice(0, begin))
      const written = rest.slice(begin + 1, end)
      const value = rest.slice(end + 1, next === -1 ? undefined : next)
      const place = { line, column }
      advance(rest.slice(begin, next === -1 ? undefined : next))
      rest = next === -1 ? "" : rest.slice(next)
      const name = written.trim().replace(/\s*\/$/, "")
      if (name.startsWith("?")) continue
      if (!NAME.test(name)) throw unreadable(place, "expected an OFX tag")
      yield { name: name.toUpperCase(), value: decoded(value), ...place }
    }
    if (rest.length > LONGEST) throw unreadable({ line, column }, "expected an OFX tag")
  }
  for await (const chunk of chunks) {
    rest += chunk
    yield* take(false)
  }
  yield* take(true)
  if (rest.includes("<")) throw unreadable({ line, column }, "the file is cut off within a tag")
}

const decoded = (value: string): string =>
  value
    .replace(
      /&(#?\w+);/g,
      (whole, name: string) => ENTITIES[name.toLowerCase()] ?? numbered(name) ?? whole
    )
    .trim()

function numbered(name: string): string | null {
  const [, hexadecimal, decimal] = /^#(?:x([0-9a-f]{1,6})|(\d{1,7}))$/i.exec(name) ?? []
  const code = hexadecimal ? parseInt(hexadecimal, 16) : Number(decimal ?? NaN)
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : null
}
