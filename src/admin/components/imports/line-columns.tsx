import { clx, createDataTableColumnHelper, Text } from "@medusajs/ui"
import { useMemo } from "react"
import type { AdminImportLine } from "../../../types/http"
import { useFormat } from "../../hooks/use-format"
import { useWords } from "../../hooks/use-words"

export type LineRow = AdminImportLine & { id: string }

const helper = createDataTableColumnHelper<LineRow>()

/** On a phone: the member with his reasons, and the balance there and here. */
export const useLineColumns = (currency: string, wide: boolean) => {
  const t = useWords()
  const { signed } = useFormat()
  return useMemo(() => {
    const money = (amount: number | null) => (amount === null ? "–" : signed(amount, currency))
    const member = helper.accessor("name", {
      header: t("imports.member"),
      cell: ({ row: { original: line } }) => (
        <div className="min-w-0 whitespace-normal py-2">
          <Text size="small" weight="plus" leading="compact" className="break-words">
            {line.name ?? t("imports.nobody", { id: line.foreign_id })}
          </Text>
          <Text size="xsmall" className="text-ui-fg-muted break-all">
            {line.email ?? "–"}
          </Text>
          {!wide && <Findings line={line} currency={currency} />}
        </div>
      ),
    })
    const amount = (key: "foreign_balance" | "recomputed" | "stands", header: string) =>
      helper.accessor(key, {
        header,
        align: "right",
        cell: ({ getValue }) => <span className="tabular-nums">{money(getValue())}</span>,
      })
    const difference = (line: LineRow) => (
      <span className={clx("tabular-nums", { "text-ui-tag-red-text": line.difference })}>
        {line.difference ? money(line.difference) : "–"}
      </span>
    )
    if (!wide) {
      return [
        member,
        helper.accessor("stands", {
          header: t("imports.here"),
          align: "right",
          cell: ({ row: { original: line } }) => (
            <div className="py-2 text-right">
              <Text size="small" className="tabular-nums">
                {money(line.stands)}
              </Text>
              <Text size="xsmall">{difference(line)}</Text>
            </div>
          ),
        }),
      ]
    }
    return [
      member,
      amount("foreign_balance", t("imports.there")),
      amount("recomputed", t("imports.recomputedShort")),
      amount("stands", t("imports.here")),
      helper.accessor("difference", {
        header: t("imports.difference"),
        align: "right",
        cell: ({ row }) => difference(row.original),
      }),
      helper.display({
        id: "why",
        header: t("imports.why"),
        cell: ({ row }) => (
          <div className="whitespace-normal py-2">
            <Findings line={row.original} currency={currency} />
          </div>
        ),
      }),
    ]
  }, [t, signed, currency, wide])
}

const Findings = ({ line, currency }: { line: LineRow; currency: string }) => {
  const t = useWords()
  const { signed } = useFormat()
  return (
    <ul>
      {line.findings.map(({ reason, amount, explains, operation_ids }) => (
        <li
          key={reason}
          title={operation_ids.join(", ")}
          className={clx("txt-compact-xsmall text-ui-fg-subtle break-words", {
            "text-ui-tag-red-text": reason === "unexplained",
          })}
        >
          {[
            t(`imports.reason.${reason}`),
            amount === null ? null : signed(amount, currency),
            explains && line.difference ? t("imports.explains") : null,
          ]
            .filter(Boolean)
            .join(" · ")}
        </li>
      ))}
    </ul>
  )
}
