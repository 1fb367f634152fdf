import { InlineTip, Table, Text } from "@medusajs/ui"
import { useFormat } from "../../hooks/use-format"
import { useWords } from "../../hooks/use-words"
import type { Preview } from "./opening-balances-modal"

export const OpeningBalancesPreview = ({ preview }: { preview: Preview }) => {
  const t = useWords()
  const { money } = useFormat()
  return (
    <div className="flex flex-col gap-y-4">
      {preview.errors > 0 ? (
        <InlineTip variant="error" label={t("settings.opening.preview")} role="alert">
          {t("settings.opening.errors", { count: preview.errors })}
        </InlineTip>
      ) : (
        <InlineTip variant="success" label={t("settings.opening.preview")}>
          {t("settings.opening.ok", { count: preview.count })}
          {preview.totals.map((totals) => (
            <span key={totals.currency_code}>
              {" · "}
              {t("settings.opening.totals", {
                owed: money(totals.owed, totals.currency_code),
                held: money(totals.in_credit, totals.currency_code),
              })}
            </span>
          ))}
        </InlineTip>
      )}
      <div className="shadow-borders-base overflow-x-auto rounded-lg">
        <Table>
          <Table.Header>
            <Table.Row>
              <Table.HeaderCell>{t("settings.opening.line")}</Table.HeaderCell>
              <Table.HeaderCell>{t("common.client")}</Table.HeaderCell>
              <Table.HeaderCell className="text-right">{t("common.amount")}</Table.HeaderCell>
              <Table.HeaderCell>{t("common.note")}</Table.HeaderCell>
            </Table.Row>
          </Table.Header>
          <Table.Body>
            {preview.rows.map((row) => (
              <PreviewRow key={row.line} row={row} />
            ))}
          </Table.Body>
        </Table>
      </div>
    </div>
  )
}

const PreviewRow = ({ row }: { row: Preview["rows"][number] }) => {
  const { signed } = useFormat()
  return (
    <Table.Row>
      <Table.Cell className="text-ui-fg-muted">{row.line}</Table.Cell>
      <Table.Cell className="py-2">
        <Text size="small" leading="compact" weight="plus">
          {row.customer_name ?? row.customer}
        </Text>
        {row.error && (
          <Text size="small" leading="compact" className="text-ui-fg-error whitespace-normal">
            {row.error}
          </Text>
        )}
      </Table.Cell>
      <Table.Cell className="text-right tabular-nums">
        {row.amount !== null && row.currency_code !== null
          ? signed(row.amount, row.currency_code)
          : "–"}
      </Table.Cell>
      <Table.Cell className="whitespace-normal">{row.note}</Table.Cell>
    </Table.Row>
  )
}
