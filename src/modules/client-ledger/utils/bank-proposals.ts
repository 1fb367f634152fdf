import type { Amount } from "../types"

/** What speaks for a client. */
export const MATCH_REASONS = [
  "reference",
  "order_reference",
  "owes_exactly",
  "order_owes_exactly",
  "name",
  "surname",
] as const
export type MatchReason = (typeof MATCH_REASONS)[number]

const WEIGHT: Record<MatchReason, number> = {
  reference: 100,
  order_reference: 90,
  owes_exactly: 30,
  order_owes_exactly: 25,
  name: 20,
  surname: 10,
}

/** A line, as far as it is matched. */
export type LineToMatch = {
  id: string
  amount: Amount
  currency_code: string
  account_numbers: number[]
  order_numbers: number[]
  label: string
  counterparty: string | null
  remarks: string[]
}

/** An account, as far as a line is matched to it. */
export type Candidate = {
  account_id: string
  number: number
  customer_name: string | null
  currency_code: string
  /** What the account owes, above zero; zero or below when it owes nothing. */
  debt: Amount
  /** Its orders that are open. */
  orders: { display_id: number | null; open: Amount }[]
}

export type ClientMatch = {
  account_id: string
  reasons: MatchReason[]
  /** The order that owes exactly this, or that the reference names. */
  order_display_id: number | null
}

/** More are no help: a client that isn't among them is searched. */
const MOST_PROPOSALS = 5

/** Who may have paid a line, likeliest first. Of those whom nothing but the amount speaks for, a few. */
export function proposeClients(line: LineToMatch, candidates: Candidate[]): ClientMatch[] {
  const words = new Set(wordsOf([line.label, line.counterparty ?? "", ...line.remarks].join(" ")))
  return candidates
    .filter(({ currency_code }) => currency_code === line.currency_code)
    .map((candidate) => ({ candidate, match: matchOf(line, candidate, words) }))
    .filter(({ match }) => match.reasons.length > 0)
    .map((each) => ({ ...each, score: scoreOf(each.match) }))
    .sort((a, b) => b.score - a.score || byName(a.candidate, b.candidate))
    .slice(0, MOST_PROPOSALS)
    .map(({ match }) => match)
}

const scoreOf = ({ reasons }: ClientMatch) =>
  reasons.reduce((score, reason) => score + WEIGHT[reason], 0)

const byName = (a: Candidate, b: Candidate) =>
  (a.customer_name ?? "").localeCompare(b.customer_name ?? "") || a.number - b.number

function matchOf(line: LineToMatch, candidate: Candidate, words: Set<string>): ClientMatch {
  const named = candidate.orders.find(
    ({ display_id }) => display_id !== null && line.order_numbers.includes(display_id)
  )
  const exact = candidate.orders.find(({ open }) => open === line.amount)
  const reasons: MatchReason[] = []
  if (line.account_numbers.includes(candidate.number)) reasons.push("reference")
  else if (named) reasons.push("order_reference")
  if (candidate.debt === line.amount) reasons.push("owes_exactly")
  else if (exact) reasons.push("order_owes_exactly")
  const name = nameIn(words, candidate)
  if (name) reasons.push(name)
  return {
    account_id: candidate.account_id,
    reasons,
    order_display_id: (named ?? exact)?.display_id ?? null,
  }
}

/**
 * The lines whose reference and amount leave no choice: the reference is of one account, which owes exactly this, or on one order.
 * Each debt is matched once: of two lines alike only the first.
 * @param lines in the order in which they are to be accepted.
 * @returns the account of each, by the line's id.
 */
export function exactMatches(lines: LineToMatch[], candidates: Candidate[]): Map<string, string> {
  const left = new Map(candidates.map((each) => [each.account_id, debtsOf(each)]))
  const matches = new Map<string, string>()
  for (const line of lines) {
    const named = candidates.filter(
      (each) => each.currency_code === line.currency_code && isNamed(line, each)
    )
    const [only] = named
    if (!only || named.length > 1) continue
    const debts = left.get(only.account_id)!
    if (!takeDebt(debts, line.amount)) continue
    matches.set(line.id, only.account_id)
  }
  return matches
}

/** What is still to be paid of an account while its lines are gone through. */
type Debts = { whole: Amount | null; orders: Amount[] }

const debtsOf = ({ debt, orders }: Candidate): Debts => ({
  whole: debt,
  orders: orders.map(({ open }) => open),
})

function takeDebt(debts: Debts, amount: Amount): boolean {
  const order = debts.orders.indexOf(amount)
  if (debts.whole === amount) {
    debts.whole = null
    debts.orders = []
    return true
  }
  if (order === -1) return false
  debts.orders.splice(order, 1)
  // What is left of the whole isn't a round debt of its own any more.
  debts.whole = null
  return true
}

const isNamed = (line: LineToMatch, { number, orders }: Candidate) =>
  line.account_numbers.includes(number) ||
  orders.some(({ display_id }) => display_id !== null && line.order_numbers.includes(display_id))

/** Without accents, marks and case: banks write "DUPRE CAMILLE". */
const wordsOf = (text: string): string[] =>
  text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toUpperCase()
    .split(/[^\p{L}\d]+/u)
    .filter(Boolean)

const SHORTEST_SURNAME = 3

/** A page of lines looks at the same names again and again. */
const nameWords = new WeakMap<Candidate, string[]>()

function nameIn(words: Set<string>, candidate: Candidate): "name" | "surname" | null {
  const own = nameWords.get(candidate) ?? wordsOf(candidate.customer_name ?? "")
  nameWords.set(candidate, own)
  const last = own.at(-1)
  if (!last || last.length < SHORTEST_SURNAME || !words.has(last)) return null
  return own.length > 1 && own.every((word) => words.has(word)) ? "name" : "surname"
}
