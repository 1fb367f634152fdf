import type { ForeignLedger, ForeignMember } from "./foreign-ledger"
import { Tally, type TallyRules } from "./tally"

/** All members of a foreign ledger, each with what his operations come to. */
export type ReadLedger = {
  members: { member: ForeignMember; tally: Tally }[]
  operations: number
  /** Operations on or after a day. */
  since: number
}

export type Progress = (what: "members" | "operations", done: number, of: number) => void

/**
 * Reads a foreign ledger whole, page by page, and keeps of its operations what the import needs: sums, and in a history
 * those that become entries.
 * @param startsAt YYYY-MM-DD, from which operations are counted in `since`.
 */
export async function readLedger(
  ledger: ForeignLedger,
  rules: TallyRules,
  startsAt: string,
  progress: Progress
): Promise<ReadLedger> {
  const total = await ledger.count()
  const members = new Map<string, ForeignMember>()
  for await (const page of ledger.members()) {
    for (const member of page) members.set(member.id, member)
    progress("members", members.size, total.members)
  }
  const tallies = new Map<string, Tally>()
  let operations = 0
  let since = 0
  for await (const page of ledger.operations()) {
    for (const operation of page) {
      const tally = tallies.get(operation.member_id) ?? new Tally(rules)
      tally.add(operation)
      tallies.set(operation.member_id, tally)
      if (operation.day >= startsAt) since += 1
    }
    operations += page.length
    progress("operations", operations, total.operations)
  }
  const strangers = [...tallies.keys()].filter((id) => !members.has(id))
  for await (const page of ledger.strangers(strangers)) {
    for (const member of page) members.set(member.id, member)
  }
  return {
    members: [...members.values()].map((member) => ({
      member,
      tally: tallies.get(member.id) ?? new Tally(rules),
    })),
    operations,
    since,
  }
}
