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
    let id = `${prefix}_${time}`
    for (let i = 0; i < RANDOM_LENGTH; i++) id += CROCKFORD[random[n * RANDOM_LENGTH + i]! % 32]
    return id
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
