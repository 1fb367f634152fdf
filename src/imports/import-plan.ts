import type { ImportedEntry } from "../modules/client-ledger/sql/imported-entries"
import type { ImportState } from "../modules/client-ledger/import-service"
import type {
  ImportFinding,
  ImportLine,
  ImportSummary,
  ImportTotals,
} from "../modules/client-ledger/utils/client-import"
import { addAmounts } from "../modules/client-ledger/utils/money"
import type { ForeignMember } from "./foreign-ledger"
import { groupBy } from "./group-by"
import type { Identity } from "./identify"
import { planMember } from "./plan"
import type { ReadLedger } from "./read-ledger"
import type { EntryRules } from "./wanted-entries"

export type PlannedMember = {
  member: ForeignMember
  customer_id: string | null
  entries: ImportedEntry[]
}

/** What an import would do, whole. */
export type ImportPlan = {
  lines: ImportLine[]
  /** Those who become clients, or are. */
  joining: PlannedMember[]
  summary: ImportSummary
}

export type ImportFacts = {
  read: ReadLedger
  state: ImportState
  identities: Map<string, Identity>
  /** Customers with an opening balance that is none of an import's. */
  opened: Set<string>
  manages_payments: boolean
}

/** Plans each member, the ones with something to read about first, and adds up. */
export function planImport(facts: ImportFacts, rules: EntryRules): ImportPlan {
  const standing = groupBy(facts.state.standing, ({ customer_id }) => customer_id)
  const planned = facts.read.members.map(({ member, tally }) => {
    const { customer_id, reasons } = facts.identities.get(member.id) ?? {
      customer_id: null,
      reasons: [],
    }
    const known = {
      ...{ customer_id, reasons },
      standing: (customer_id && standing.get(customer_id)) || [],
      has_opening_balance: customer_id !== null && facts.opened.has(customer_id),
    }
    return { member, customer_id, ...planMember(member, tally, known, rules) }
  })
  planned.sort((a, b) => Number(b.line.differs) - Number(a.line.differs))
  const joining = planned.filter(({ joins }) => joins)
  const lines = planned.map(({ line }) => line)
  return {
    lines,
    joining: joining.map(({ member, customer_id, entries }) => ({ member, customer_id, entries })),
    summary: {
      ...addUp(lines),
      new_customers: joining.filter(({ customer_id }) => !customer_id).length,
      after_start: facts.read.since,
      manages_payments: facts.manages_payments,
    },
  }
}

const total = (lines: ImportLine[], key: keyof ImportTotals) =>
  addAmounts(...lines.map((line) => line[key] ?? "0"))

function addUp(lines: ImportLine[]) {
  const unexplained = lines.filter(({ findings }) =>
    findings.some(({ reason }) => reason === "unexplained")
  )
  return {
    members: lines.length,
    entries: lines.reduce((sum, { entries }) => sum + entries, 0),
    totals: {
      foreign_balance: total(lines, "foreign_balance"),
      recomputed: total(lines, "recomputed"),
      posted_before: total(lines, "posted_before"),
      to_post: total(lines, "to_post"),
    },
    differing: lines.filter(({ differs }) => differs).length,
    unexplained: unexplained.length,
    findings: addUpFindings(lines.flatMap(({ findings }) => findings)),
  }
}

function addUpFindings(findings: ImportFinding[]): ImportSummary["findings"] {
  return [...groupBy(findings, ({ reason }) => reason)].map(([reason, of]) => ({
    reason,
    members: of.length,
    operations: of.reduce((sum, { count }) => sum + count, 0),
    amount: of.every(({ amount }) => amount === null)
      ? null
      : addAmounts(...of.map(({ amount }) => amount ?? "0")),
  }))
}
