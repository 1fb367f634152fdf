import type { ImportedEntry, StandingEntry } from "../modules/client-ledger/sql/imported-entries"
import {
  SKIPPING_REASONS,
  type ImportFinding,
  type ImportLine,
  type ImportReason,
} from "../modules/client-ledger/utils/client-import"
import { explain } from "./explain"
import { personName, type ForeignMember } from "./foreign-ledger"
import { parse, roundTo, toAmount } from "./millionths"
import { wantedEntries, type EntryRules } from "./wanted-entries"
import type { Counted, Tally } from "./tally"

/** What is known here of a member. */
export type Known = {
  customer_id: string | null
  /** Found about the person: no e-mail, another's e-mail. */
  reasons: ImportReason[]
  /** What earlier imports posted for him. */
  standing: StandingEntry[]
  /** An opening balance that is none of the import's stands on his account. */
  has_opening_balance: boolean
}

export type MemberPlan = {
  line: ImportLine
  entries: ImportedEntry[]
  /** Whether he becomes a client: one who left, and neither owes nor holds anything, doesn't. */
  joins: boolean
}

/** What an import would post for a member, beside what the tool says of him, with the reasons for each difference. */
export function planMember(
  member: ForeignMember,
  tally: Tally,
  known: Known,
  rules: EntryRules
): MemberPlan {
  const round = (amount: bigint) => roundTo(rules.digits, amount)
  const personal = personalReasons(member, known, rules)
  const skips = personal.some((reason) => SKIPPING_REASONS.includes(reason))
  const wanted = wantedEntries(member, tally, rules)
  const { before, since } = compareStanding(wanted, known.standing)
  const keys = new Set(known.standing.map(({ key }) => key))
  const entries = skips ? [] : wanted.filter(({ key }) => !keys.has(key))
  const toPost = sum(entries.map(({ amount }) => parse(amount)))

  const foreign = member.balance === null ? null : round(member.balance)
  const recomputed = round(tally.shown)
  const gap = (foreign ?? recomputed) - before - toPost
  const counted = new Map([...tally.findings, ...since])
  const explained = skips ? new Set(personal) : explain(gap, candidatesOf(counted, rules), round)
  const findings = [
    ...[...counted].map(([reason, about]) => toFinding(reason, about)),
    ...personal.map((reason) => toFinding(reason, null)),
    ...(explained ? [] : [toFinding("unexplained", { amount: -gap, count: 0, operation_ids: [] })]),
  ].map((finding) => ({
    ...finding,
    explains: gap !== 0n && Boolean(explained?.has(finding.reason)),
  }))
  return {
    entries,
    joins: !skips && (member.is_member || wanted.length > 0),
    line: {
      foreign_id: member.id,
      name: personName(member) ?? (member.second && personName(member.second)),
      email: member.email ?? member.second?.email ?? null,
      customer_id: known.customer_id,
      operations: tally.operations,
      foreign_balance: foreign === null ? null : toAmount(foreign),
      recomputed: toAmount(recomputed),
      posted_before: toAmount(before),
      to_post: toAmount(toPost),
      entries: entries.length,
      difference: foreign === null ? null : toAmount(before + toPost - foreign),
      differs: gap !== 0n || findings.length > 0,
      findings,
    },
  }
}

function personalReasons(member: ForeignMember, known: Known, rules: EntryRules): ImportReason[] {
  if (!member.exists) return ["no_user"]
  const reasons = [...known.reasons]
  if (!member.is_member) reasons.push("left_group")
  if (rules.mode === "opening-balances" && known.has_opening_balance) {
    reasons.push("has_opening_balance")
  }
  return reasons
}

/** What earlier imports left here, and how the tool's operations have changed since. */
function compareStanding(wanted: ImportedEntry[], standing: StandingEntry[]) {
  const since = new Map<ImportReason, Counted>()
  const note = (reason: ImportReason, id: string, amount: bigint) => {
    const counted = since.get(reason) ?? { amount: 0n, count: 0, operation_ids: [] }
    counted.amount += amount
    counted.count += 1
    counted.operation_ids.push(id)
    since.set(reason, counted)
  }
  const now = new Map(wanted.map((entry) => [entry.key, entry]))
  let before = 0n
  for (const { key, amount, reversed } of standing) {
    const posted = parse(amount)
    const entry = now.get(key)
    const id = key.slice(key.lastIndexOf("/") + 1)
    if (!reversed) before += posted
    if (reversed) note("reversed_here", id, posted)
    else if (!entry) note("deleted_since", id, posted)
    else if (parse(entry.amount) !== posted) note("changed_since", id, parse(entry.amount) - posted)
  }
  return { before, since }
}

/** What each reason would add to what stands here, if things were as the tool may have counted them. */
function candidatesOf(
  counted: Map<ImportReason, Counted>,
  { counts, mode }: EntryRules
): [ImportReason, bigint][] {
  const leftOut = counts === "all" ? -1n : 1n
  const signs: Partial<Record<ImportReason, bigint>> = {
    pending_payment: 1n,
    pending_on_site: 1n,
    no_subscription: leftOut,
    year_filter: leftOut,
    // One entry for all operations is rounded once, as the tool's balance is.
    ...(mode === "history" ? { rounding: -1n } : {}),
    changed_since: 1n,
    deleted_since: -1n,
    reversed_here: 1n,
  }
  return [...counted].flatMap(([reason, { amount }]) => {
    const sign = signs[reason]
    return sign ? [[reason, sign * amount] as [ImportReason, bigint]] : []
  })
}

const toFinding = (
  reason: ImportReason,
  about: Counted | null
): Omit<ImportFinding, "explains"> => ({
  reason,
  amount: about && toAmount(about.amount),
  count: about?.count ?? 0,
  operation_ids: about?.operation_ids ?? [],
})

const sum = (amounts: bigint[]) => amounts.reduce((total, amount) => total + amount, 0n)
