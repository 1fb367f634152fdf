import type { ImportedEntry } from "../modules/client-ledger/sql/imported-entries"
import type { ImportCounts, ImportMode } from "../modules/client-ledger/utils/client-import"
import { compareDays } from "../modules/client-ledger/utils/dates"
import type { Language } from "../modules/client-ledger/utils/method-settings"
import type { ForeignMember, ForeignOperation } from "./foreign-ledger"
import { roundTo, toAmount } from "./millionths"
import { IMPORT_WORDS } from "./words"
import type { Tally } from "./tally"

export type EntryRules = {
  mode: ImportMode
  counts: ImportCounts
  /** Of the currency. */
  digits: number
  /** YYYY-MM-DD */
  today: string
  language: Language
  /** What the keys of this market's entries begin with: the tool's instance and the group. */
  scope: string
  /** As people know the tool: "Cagette". */
  tool: string
}

/** All that should stand here for a member, whether it stands already or not. */
export function wantedEntries(
  member: ForeignMember,
  tally: Tally,
  rules: EntryRules
): ImportedEntry[] {
  if (rules.mode === "history") {
    return tally.kept.sort(byAge).map((operation) => ofOperation(operation, rules))
  }
  const balance = roundTo(rules.digits, tally.taken)
  if (balance === 0n) return []
  const note = IMPORT_WORDS[rules.language].opening(rules.tool)
  return [{ key: `${rules.scope}/${member.id}`, amount: toAmount(balance), day: rules.today, note }]
}

const ofOperation = (operation: ForeignOperation, rules: EntryRules): ImportedEntry => ({
  key: `${rules.scope}/${operation.id}`,
  amount: toAmount(roundTo(rules.digits, operation.amount)),
  day: operation.day > rules.today ? rules.today : operation.day,
  note: noteOf(operation, rules.language),
})

/** What the tool called it, and how it was paid. */
function noteOf({ label, kind, method }: ForeignOperation, language: Language): string {
  const words = IMPORT_WORDS[language]
  const name = label || words.kindOf[kind]
  const paid = method && (words.methodOf[method] ?? method)
  return paid && !name.toLowerCase().includes(paid) ? `${name} · ${paid}` : name
}

/** Made once: one for each comparison would take as long as planning does. */
const numbers = new Intl.Collator("en", { numeric: true })

const byAge = (a: ForeignOperation, b: ForeignOperation) =>
  compareDays(a.day, b.day) || numbers.compare(a.id, b.id)
