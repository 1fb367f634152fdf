import type { Heads, Manifest } from "../format"
import type { Problems } from "./problems"

export type ArchivedYear = { manifest: Manifest; heads: Heads }

/** Each account begins a year as it ended the one before, and so do the closings. */
export function checkJoin(earlier: ArchivedYear, later: ArchivedYear, problems: Problems): void {
  const [from, to] = [earlier.manifest, later.manifest]
  const join = `From ${from.year} to ${to.year}`
  const follows = to.year === from.year + 1 && to.from === from.to && to.market === from.market
  if (!problems.expect(follows, () => `${join}: ${whyNot(from, to)}`)) return
  const begun = new Map(later.heads.accounts.map((head) => [head.account_id, head]))
  for (const end of earlier.heads.accounts) {
    const begin = begun.get(end.account_id)
    problems.expect(
      begin?.entries_before === end.entries &&
        begin.head_before === end.head &&
        begin.balance_before === end.balance,
      () => `${join}: account ${end.account_id} doesn't begin as it ended`
    )
    begun.delete(end.account_id)
  }
  for (const begin of begun.values()) {
    problems.expect(
      begin.entries_before === 0,
      () =>
        `${join}: account ${begin.account_id} has entries before ${to.year}, and isn't in ${from.year}`
    )
  }
  const [ended, began] = [earlier.heads.closings.last, later.heads.closings.before]
  problems.expect(
    ended?.number === began?.number && ended?.hash === began?.hash,
    () => `${join}: the closings don't go on where they ended`
  )
}

function whyNot(from: Manifest, to: Manifest): string {
  if (to.market !== from.market) return `the markets are ${from.market} and ${to.market}`
  if (to.year !== from.year + 1) return "the one isn't the year before the other"
  return `one ends at ${from.to}, the other begins at ${to.from}; were both made in the same time zone?`
}
