import type { Cells, Heads, Period } from "../format"
import { closingHash, sha256 } from "../hashes"
import { headKey, type ClaimedHeads } from "./check-entries"
import type { Problems } from "./problems"

type Closing = Cells<"closings.csv">

/** A payment, or its reversal, as a closing wrote it down. */
export type TakenLine = { closing: string; direction: string; method: string; amount: string }

/** What closings took, by receipt. */
export type Taken = {
  numbers: Set<string>
  payments: Map<string, TakenLine>
  reversals: Map<string, TakenLine>
}

/**
 * Follows the market's chain of closings from the one before the year to the year's last.
 * @param period the year that all of them are of.
 * @param claimed takes the hashes that each closing gives for the last entries of accounts.
 * @param expected hashes that a person copied from paper, as "number hash"; those that are met are taken out of it.
 * @returns which payments and reversals they took.
 */
export async function checkClosings(
  closings: AsyncIterable<Closing> | Iterable<Closing>,
  { before, last }: Heads["closings"],
  period: Period,
  { claimed, expected }: { claimed: ClaimedHeads; expected: Set<string> },
  problems: Problems
): Promise<{ checked: number; taken: Taken }> {
  const taken: Taken = { numbers: new Set(), payments: new Map(), reversals: new Map() }
  let chain = before
  for await (const closing of closings) {
    const next = (chain?.number ?? 0) + 1
    const previous = chain?.hash ?? null
    const wrong = [
      closing.number !== String(next) && `number ${next} is missing before it`,
      !closing.day?.startsWith(`${period.year}-`) && `its day ${closing.day} isn't of the year`,
      closing.previous_hash !== previous && "it names another closing before it",
      closing.chain_digest !== sha256(closing.chain_heads ?? "") &&
        "its digest isn't that of its heads",
      closing.hash !== closingHash(closing, previous) && "its hash isn't that of its row",
    ].filter((what) => what !== false)
    if (wrong.length) problems.add(`Closing no. ${closing.number}: ${wrong.join("; ")}`)
    expected.delete(`${closing.number} ${closing.hash}`)
    takeHeads(closing, period, claimed, problems)
    takeLines(closing, taken, problems)
    chain = { number: Number(closing.number), hash: closing.hash ?? "" }
  }
  problems.expect(
    chain?.number === last?.number && chain?.hash === last?.hash,
    () =>
      `heads.json says that the year's last closing is ${last ? `no. ${last.number}` : "none"}, ` +
      `closings.csv ends with ${chain ? `no. ${chain.number}` : "none"}, or its hash is another`
  )
  return { checked: taken.numbers.size, taken }
}

type ChainHead = { account_id: string; entries: number; head: string }
type Line = { receipt_id: string; reversal: boolean } & Omit<TakenLine, "closing">

/** One that was made after the year tells of entries of the next, which are in another archive. */
function takeHeads(closing: Closing, period: Period, claimed: ClaimedHeads, problems: Problems) {
  const { closed_at } = closing
  const due = closed_at !== null && closed_at >= period.from && closed_at < period.to
  const by = `closing no. ${closing.number}`
  for (const { account_id, entries, head } of list<ChainHead>(closing, "chain_heads", problems)) {
    const key = headKey(account_id, entries)
    const other = claimed.get(key)
    problems.expect(
      other === undefined || other.head === head,
      () => `Entry ${entries} of account ${account_id}: ${by} and ${other?.by} give it other hashes`
    )
    claimed.set(key, { head, by, due })
  }
}

function takeLines(closing: Closing, taken: Taken, problems: Problems) {
  const number = closing.number ?? ""
  taken.numbers.add(number)
  for (const { receipt_id, reversal, ...line } of list<Line>(closing, "lines", problems)) {
    const lines = reversal ? taken.reversals : taken.payments
    problems.expect(
      !lines.has(receipt_id),
      () =>
        `Receipt ${receipt_id}: two closings took it, no. ${lines.get(receipt_id)?.closing} and no. ${number}`
    )
    lines.set(receipt_id, { ...line, closing: number })
  }
}

function list<Item>(closing: Closing, field: "chain_heads" | "lines", problems: Problems): Item[] {
  try {
    const items: unknown = JSON.parse(closing[field] ?? "")
    if (Array.isArray(items)) return items as Item[]
  } catch {
    // Said below, as for any other value.
  }
  problems.add(`Closing no. ${closing.number}: its ${field} isn't a JSON list`)
  return []
}
