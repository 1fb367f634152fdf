import { randomBytes } from "node:crypto"

const CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
const TIME_LENGTH = 10
const RANDOM_LENGTH = 16

/**
 * Ids as Medusa's `generateEntityId` makes them: a prefix and a ULID. That one asks the system for each of its 16 random
 * characters, which takes longer than posting an entry; this one asks once for all of them.
 */
export function mintIds(prefix: string, count: number): string[] {
  const time = timeOf(Date.now())
  const random = randomBytes(count * RANDOM_LENGTH)
  return Array.from({ length: count }, (_, n) => {
    const bytes = random.subarray(n * RANDOM_LENGTH, (n + 1) * RANDOM_LENGTH)
    return `${prefix}_${time}${Array.from(bytes, (byte) => CROCKFORD[byte % 32]).join("")}`
  })
}

function timeOf(milliseconds: number): string {
  let rest = milliseconds
  let text = ""
  for (let n = 0; n < TIME_LENGTH; n++) {
    text = CROCKFORD[rest % 32] + text
    rest = Math.floor(rest / 32)
  }
  return text
}
