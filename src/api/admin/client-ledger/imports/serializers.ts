import type { MedusaContainer } from "@medusajs/framework/types"
import type { ClientImportDTO, ImportLineDTO } from "../../../../modules/client-ledger/sql/imports"
import type { ImportTotals } from "../../../../modules/client-ledger/utils/client-import"
import { addAmounts, toNumber } from "../../../../modules/client-ledger/utils/money"
import type { AdminClientImport, AdminImportLine } from "../../../../types/http"
import { actorEmails, actorOf } from "../../../utils/actors"
import { toIso } from "../../../utils/serializers"

const optional = (amount: string | null) => (amount === null ? null : toNumber(amount))

const toTotals = (totals: ImportTotals) => ({
  foreign_balance: toNumber(totals.foreign_balance),
  recomputed: toNumber(totals.recomputed),
  posted_before: toNumber(totals.posted_before),
  to_post: toNumber(totals.to_post),
})

export async function toImports(
  scope: MedusaContainer,
  imports: ClientImportDTO[]
): Promise<AdminClientImport[]> {
  const emails = await actorEmails(scope, imports)
  return imports.map(({ summary, ...report }) => ({
    id: report.id,
    source: report.source,
    instance: report.instance,
    group_id: report.group_id,
    group_name: report.group_name,
    mode: report.mode,
    counts: report.counts,
    currency_code: report.currency_code,
    applied: report.applied,
    members: summary.members,
    new_customers: summary.new_customers,
    operations: report.operations,
    entries: summary.entries,
    totals: toTotals(summary.totals),
    differing: summary.differing,
    unexplained: summary.unexplained,
    findings: summary.findings.map((finding) => ({
      ...finding,
      amount: optional(finding.amount),
    })),
    after_start: summary.after_start,
    manages_payments: summary.manages_payments,
    created_at: toIso(report.created_at),
    actor: actorOf(report, emails),
  }))
}

export const toImportLine = (line: ImportLineDTO): AdminImportLine => ({
  foreign_id: line.foreign_id,
  name: line.name,
  email: line.email,
  customer_id: line.customer_id,
  client_account_id: line.client_account_id,
  operations: line.operations,
  foreign_balance: optional(line.foreign_balance),
  recomputed: toNumber(line.recomputed),
  posted_before: toNumber(line.posted_before),
  to_post: toNumber(line.to_post),
  entries: line.entries,
  stands: toNumber(addAmounts(line.posted_before, line.to_post)),
  difference: optional(line.difference),
  findings: line.findings.map((finding) => ({ ...finding, amount: optional(finding.amount) })),
})
