import type { Amount } from "../types"
import { addAmounts, isZero } from "./money"

/** A line of a client's account in the books. */
export type LetteredLine = {
  entry_id: string
  /** What it is a part of: its order, its receipt, or what it reverses. */
  node: string
  amount: Amount
  /** Which set of the account it was settled with, 1, 2, 3…; null while it is open. */
  ordinal: number | null
}

/** What settles what: by nodes. */
export type LetterLink = { credit_id: string; debt_id: string }

/**
 * The sets of an account's open lines that settle each other: connected by allocations, by being of one order or receipt, or by
 * an earlier set — a payment that bounced opens its order anew —, and zero together. What is left explains the balance.
 * @param lines in the order of the account.
 */
export function settledSets(lines: LetteredLine[], links: LetterLink[]): LetteredLine[][] {
  const groups = new Groups()
  for (const { credit_id, debt_id } of links) groups.join(credit_id, debt_id)
  for (const { node, ordinal } of lines) {
    if (ordinal !== null) groups.join(node, `letter ${ordinal}`)
  }
  const open = new Map<string, LetteredLine[]>()
  for (const line of lines.filter(({ ordinal }) => ordinal === null)) {
    const group = groups.of(line.node)
    open.set(group, [...(open.get(group) ?? []), line])
  }
  return [...open.values()].filter(
    (set) => set.length > 1 && isZero(addAmounts(...set.map(({ amount }) => amount)))
  )
}

/** AA, AB … ZZ, AAA …: as accountants letter an account. @param ordinal 1, 2, 3… */
export function letterCode(ordinal: number): string {
  let width = 2
  let left = ordinal - 1
  while (left >= 26 ** width) left -= 26 ** width++
  let code = ""
  for (let place = 0; place < width; place++) {
    code = String.fromCharCode(65 + (left % 26)) + code
    left = Math.floor(left / 26)
  }
  return code
}

/** Which names belong together. */
class Groups {
  private readonly parents = new Map<string, string>()

  of(name: string): string {
    let root = name
    for (let parent = this.parents.get(root); parent; parent = this.parents.get(root)) root = parent
    if (root !== name) this.parents.set(name, root)
    return root
  }

  join(one: string, other: string): void {
    const [root, next] = [this.of(one), this.of(other)]
    if (root !== next) this.parents.set(root, next)
  }
}
