import { ArrowDownTray } from "@medusajs/icons"
import { Button, Container, Heading, InlineTip, Text } from "@medusajs/ui"
import type { AdminClientImport } from "../../../types/http"
import { useFailureToast } from "../../hooks/use-failure-toast"
import { useFormat } from "../../hooks/use-format"
import { useImportFile } from "../../hooks/imports"
import { useWords } from "../../hooks/use-words"
import { saveFile } from "../../lib/download"
import { Allowed } from "../common/allowed"
import { Row } from "../common/row"
import { ImportState } from "./import-columns"

type ImportProps = { report: AdminClientImport }

/** The balances side by side, and what to be careful of. */
export const ImportHeader = ({ report }: ImportProps) => {
  const t = useWords()
  const { signed, number, dateTime } = useFormat()
  const { totals, currency_code: currency } = report
  const facts: [string, string][] = [
    [t("imports.balances"), signed(totals.foreign_balance, currency)],
    [t("imports.recomputed"), signed(totals.recomputed, currency)],
    [t("imports.before"), signed(totals.posted_before, currency)],
    [
      t(report.applied ? "imports.posted" : "imports.toPost"),
      t("imports.entries", { amount: signed(totals.to_post, currency), count: report.entries }),
    ],
    [t("imports.operationsRead"), number(report.operations)],
    [t("imports.newCustomers"), number(report.new_customers)],
    ...(report.actor
      ? [[t("imports.by"), report.actor.email ?? t("acts.gone")] satisfies [string, string]]
      : []),
  ]
  return (
    <Container className="divide-y p-0">
      <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-3 px-6 py-4">
        <div>
          <div className="flex flex-wrap items-center gap-2">
            <Heading>{report.group_name}</Heading>
            <ImportState applied={report.applied} />
          </div>
          <Text size="small" className="text-ui-fg-subtle">
            {t(`imports.source.${report.source}`)} · {t(`imports.mode.${report.mode}`)} ·{" "}
            {dateTime(report.created_at)}
          </Text>
        </div>
        <Allowed to="export">
          <DownloadButton report={report} />
        </Allowed>
      </div>
      <Warnings report={report} />
      {facts.map(([label, value]) => (
        <Row key={label} title={label}>
          {value}
        </Row>
      ))}
    </Container>
  )
}

const DownloadButton = ({ report }: ImportProps) => {
  const t = useWords()
  const file = useImportFile(report.id, {
    onSuccess: (content) => saveFile(content, `${t("imports.fileName")}-${report.id}.csv`),
    onError: useFailureToast(),
  })
  return (
    <Button
      size="small"
      variant="secondary"
      isLoading={file.isPending}
      onClick={() => file.mutate()}
    >
      <ArrowDownTray />
      {t("imports.csv")}
    </Button>
  )
}

const Warnings = ({ report }: ImportProps) => {
  const t = useWords()
  const { number } = useFormat()
  const { unexplained, after_start, manages_payments } = report
  if (!unexplained && !after_start && manages_payments) return null
  return (
    <div className="flex flex-col gap-y-2 px-6 py-4">
      {unexplained > 0 && (
        <InlineTip variant="warning" label={t("imports.unexplained", { count: unexplained })}>
          {t("imports.unexplainedText")}
        </InlineTip>
      )}
      {after_start > 0 && (
        <InlineTip variant="warning" label={t("imports.afterStart")}>
          {t("imports.afterStartText", { count: number(after_start) })}
        </InlineTip>
      )}
      {!manages_payments && (
        <InlineTip variant="warning" label={t("imports.switchedOff")}>
          {t("imports.switchedOffText")}
        </InlineTip>
      )}
    </div>
  )
}
