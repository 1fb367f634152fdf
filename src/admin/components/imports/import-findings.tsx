import { Container, Heading, Text } from "@medusajs/ui"
import type { AdminClientImport } from "../../../types/http"
import { useFormat } from "../../hooks/use-format"
import { useWords } from "../../hooks/use-words"

/** What there is to read, by kind. */
export const ImportFindings = ({ report }: { report: AdminClientImport }) => {
  const t = useWords()
  const { signed } = useFormat()
  if (!report.findings.length) return null
  return (
    <Container className="divide-y p-0">
      <div className="px-6 py-4">
        <Heading level="h2">{t("imports.why")}</Heading>
      </div>
      {report.findings.map(({ reason, members, operations, amount }) => (
        <div key={reason} className="flex items-start justify-between gap-x-4 px-6 py-3">
          <div>
            <Text size="small" weight="plus" leading="compact">
              {t(`imports.reason.${reason}`)}
            </Text>
            <Text size="xsmall" className="text-ui-fg-muted">
              {[
                t("imports.membersOf", { count: members }),
                ...(operations ? [t("imports.operations", { count: operations })] : []),
              ].join(" · ")}
            </Text>
          </div>
          <Text size="small" className="shrink-0 tabular-nums">
            {amount === null ? "" : signed(amount, report.currency_code)}
          </Text>
        </div>
      ))}
    </Container>
  )
}
