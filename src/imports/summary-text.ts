import type { ImportReport } from "../modules/client-ledger/sql/imports"
import type { ImportSummary } from "../modules/client-ledger/utils/client-import"

/** What the command prints before it posts: the balances side by side, and what there is to look at. */
export function summaryText(report: Omit<ImportReport, "applied">): string[] {
  const { summary } = report
  const money = (amount: string | null) =>
    amount === null ? "" : `${amount} ${report.currency_code.toUpperCase()}`
  return [
    `${report.group_name}: ${summary.members} members, ${report.operations} operations`,
    `Balances as the tool shows them:   ${money(summary.totals.foreign_balance)}`,
    `Recomputed from its operations:    ${money(summary.totals.recomputed)}`,
    `Posted by earlier imports:         ${money(summary.totals.posted_before)}`,
    `To post, in ${summary.entries} entries: ${money(summary.totals.to_post)}`,
    `${summary.new_customers} new customers; ${summary.differing} members with something to read, ${summary.unexplained} of them with a difference that nothing explains`,
    ...summary.findings.map(({ reason, members, operations, amount }) =>
      `  ${reason}: ${members} members, ${operations} operations ${money(amount)}`.trimEnd()
    ),
    ...warnings(summary),
  ]
}

const warnings = ({ after_start, manages_payments }: ImportSummary): string[] => [
  ...(after_start
    ? [
        `Careful: ${after_start} operations are of the ledger's start or later; orders placed here since then are posted too`,
      ]
    : []),
  ...(manages_payments
    ? []
    : ["Careful: this group has its payments switched off, so that its orders made no operations"]),
]
