import type { MedusaContainer } from "@medusajs/framework/types"
import { MedusaError } from "@medusajs/framework/utils"
import { CLIENT_LEDGER_MODULE } from "../modules/client-ledger"
import type ClientLedgerModuleService from "../modules/client-ledger/service"
import type { ClientImportDTO, ImportReport } from "../modules/client-ledger/sql/imports"
import { today } from "../modules/client-ledger/utils/dates"
import { currencyDigits } from "../modules/client-ledger/utils/money"
import { applyClientImportWorkflow, keepImportReportWorkflow } from "../workflows/client-ledger"
import { customersByEmail } from "../workflows/client-ledger/utils/customers-by-email"
import type { ForeignLedger } from "./foreign-ledger"
import type { ImportPlan } from "./import-plan"
import { findAdministrator, keepSecondPeople, makeCustomers, readHolders } from "./known-customers"
import { makePlan, type Announce } from "./make-plan"
import type { ImportOptions } from "./options"
import { summaryText } from "./summary-text"
import type { EntryRules } from "./wanted-entries"

export type FinishedImport = { client_import: ClientImportDTO; plan: ImportPlan; posted: number }

const TOOLS = { cagette: "Cagette", camap: "CAMAP", csv: "CSV" } as const

/**
 * Reads a foreign ledger whole, plans, and keeps the report; then, if it was asked for, makes the customers and posts all
 * entries in one transaction. What was posted before isn't posted again.
 * @throws what is wrong with the options or with the foreign ledger; then nothing is written.
 */
export async function runImport(
  container: MedusaContainer,
  ledger: ForeignLedger,
  options: ImportOptions,
  announce: Announce
): Promise<FinishedImport> {
  const actor_id = options.by ? await findAdministrator(container, options.by) : null
  const rules = entryRules(ledger, options)
  const head = {
    source: options.from,
    instance: options.instance ?? options.from,
    group_id: ledger.group.id,
    group_name: ledger.group.name,
    mode: options.mode,
    counts: options.counts,
    currency_code: currencyOf(ledger, options),
    actor_id,
  }
  const service = container.resolve<ClientLedgerModuleService>(CLIENT_LEDGER_MODULE)
  const findCustomers = (emails: string[]) => customersByEmail(container, emails)
  const { plan, operations } = await makePlan(service, ledger, rules, {
    head,
    findCustomers,
    announce,
  })
  const report = { ...head, operations, summary: plan.summary }
  for (const line of summaryText(report)) announce(line)
  if (!options.apply) {
    const { result } = await keepImportReportWorkflow(container).run({
      input: { report, lines: plan.lines },
    })
    return { client_import: result, plan, posted: 0 }
  }
  const { posted, ...client_import } = await apply(container, report, plan, announce)
  return { client_import, plan, posted }
}

async function apply(
  container: MedusaContainer,
  report: Omit<ImportReport, "applied">,
  plan: ImportPlan,
  announce: Announce
) {
  const members = await makeCustomers(container, report.instance, plan.joining, (done, of) =>
    announce(`${done} of ${of} customers made`)
  )
  await keepSecondPeople(container, members)
  const holders = await readHolders(
    container,
    members.map(({ customer_id }) => customer_id),
    report.currency_code
  )
  const { result } = await applyClientImportWorkflow(container).run({
    input: {
      report,
      lines: plan.lines,
      members: members.map(({ member, customer_id, entries }) => ({
        foreign_id: member.id,
        holder: holders.get(customer_id) ?? { customer_id, currency_code: report.currency_code },
        entries,
      })),
    },
  })
  return result
}

function entryRules(ledger: ForeignLedger, options: ImportOptions): EntryRules {
  return {
    mode: options.mode,
    counts: options.counts,
    digits: currencyDigits(currencyOf(ledger, options)),
    today: today(),
    language: options.lang,
    scope: `${options.instance ?? options.from}/${ledger.group.id}`,
    tool: TOOLS[options.from],
  }
}

/** @throws INVALID_DATA neither the option nor the group says which currency. */
function currencyOf({ group }: ForeignLedger, { currency }: ImportOptions): string {
  const code = currency ?? group.currency_code
  if (code) return code
  throw new MedusaError(
    MedusaError.Types.INVALID_DATA,
    `currency=CODE: ${group.name} doesn't say its currency`
  )
}
