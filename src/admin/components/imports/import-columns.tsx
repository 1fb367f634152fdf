import { createDataTableColumnHelper, StatusBadge, Text } from "@medusajs/ui"
import { useMemo } from "react"
import type { AdminClientImport } from "../../../types/http"
import { useFormat } from "../../hooks/use-format"
import { useWords } from "../../hooks/use-words"

const helper = createDataTableColumnHelper<AdminClientImport>()

export const ImportState = ({ applied }: { applied: boolean }) => {
  const t = useWords()
  return (
    <StatusBadge color={applied ? "green" : "grey"}>
      {t(applied ? "imports.applied" : "imports.dryRun")}
    </StatusBadge>
  )
}

/** On a phone: the market, with when below it, and its state. */
export const useImportColumns = (wide: boolean) => {
  const t = useWords()
  const { dateTime, number, signed } = useFormat()
  return useMemo(() => {
    const market = helper.accessor("group_name", {
      header: t("imports.market"),
      cell: ({ row: { original: report } }) => (
        <div className="min-w-0 whitespace-normal py-2">
          <Text size="small" weight="plus" leading="compact" className="break-words">
            {report.group_name}
          </Text>
          <Text size="xsmall" className="text-ui-fg-muted">
            {t(`imports.source.${report.source}`)} · {t(`imports.mode.${report.mode}`)}
          </Text>
          {!wide && (
            <Text size="xsmall" className="text-ui-fg-muted">
              {dateTime(report.created_at)}
            </Text>
          )}
        </div>
      ),
    })
    const state = helper.accessor("applied", {
      header: t("imports.state"),
      cell: ({ getValue }) => <ImportState applied={getValue()} />,
    })
    if (!wide) return [market, state]
    return [
      helper.accessor("created_at", {
        header: t("imports.when"),
        cell: ({ getValue }) => dateTime(getValue()),
      }),
      market,
      state,
      helper.accessor("members", {
        header: t("imports.members"),
        align: "right",
        cell: ({ getValue }) => number(getValue()),
      }),
      helper.accessor("differing", {
        header: t("imports.differing"),
        align: "right",
        cell: ({ getValue }) => number(getValue()),
      }),
      helper.accessor("entries", {
        header: t("imports.posted"),
        align: "right",
        cell: ({ row: { original: report } }) => (
          <span className="tabular-nums">
            {report.applied ? signed(report.totals.to_post, report.currency_code) : "–"}
          </span>
        ),
      }),
    ]
  }, [t, dateTime, number, signed, wide])
}
