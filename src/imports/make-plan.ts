import type ClientLedgerModuleService from "../modules/client-ledger/service"
import type { ImportReport } from "../modules/client-ledger/sql/imports"
import { dayOf } from "../modules/client-ledger/utils/dates"
import type { ForeignLedger } from "./foreign-ledger"
import { emailsOf, identify, type Acquaintance } from "./identify"
import { planImport, type ImportPlan } from "./import-plan"
import { readLedger } from "./read-ledger"
import type { EntryRules } from "./wanted-entries"

/** What an import tells while it works. */
export type Announce = (text: string) => void

export type PlanInput = {
  head: Omit<ImportReport, "applied" | "operations" | "summary">
  /** The shop's customers who have one of these e-mails. */
  findCustomers: (emails: string[]) => Promise<Acquaintance[]>
  announce: Announce
}

/**
 * Reads a foreign ledger and plans what to post of it; writes nothing.
 * @throws CONFLICT a group that came over in the other mode, and what the foreign ledger throws.
 */
export async function makePlan(
  service: ClientLedgerModuleService,
  ledger: ForeignLedger,
  rules: EntryRules,
  { head, findCustomers, announce }: PlanInput
): Promise<{ plan: ImportPlan; operations: number }> {
  const state = await service.retrieveImportState({ ...head, scope: rules.scope })
  const { ledger_starts_at } = await service.retrieveSettings()
  const read = await readLedger(
    ledger,
    { ...rules, keeps_operations: rules.mode === "history" },
    dayOf(new Date(ledger_starts_at)),
    (what, done, of) => announce(`${done} of ${of} ${what} read`)
  )
  const members = read.members.map(({ member }) => member)
  const emails = [...new Set(members.flatMap(emailsOf))]
  const known = new Map(
    state.members.map(({ foreign_id, customer_id }) => [foreign_id, customer_id])
  )
  const identities = identify(members, await findCustomers(emails), known)
  const customers = [...identities.values()].flatMap(({ customer_id }) => customer_id ?? [])
  const opened = new Set(await service.customersWithOpenings(customers, head.currency_code))
  const { manages_payments } = ledger.group
  const facts = { read, state, identities, opened, manages_payments }
  return { plan: planImport(facts, rules), operations: read.operations }
}
