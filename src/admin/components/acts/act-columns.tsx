import { createDataTableColumnHelper, Text } from "@medusajs/ui"
import { useMemo } from "react"
import type { AdminAct } from "../../../types/http"
import { useActWords } from "../../hooks/use-act-words"
import { useFormat } from "../../hooks/use-format"
import { useWords } from "../../hooks/use-words"

const helper = createDataTableColumnHelper<AdminAct>()

/** On a phone: what, with who and when below it. */
export const useActColumns = (wide: boolean) => {
  const t = useWords()
  const { dateTime } = useFormat()
  return useMemo(() => {
    const who = (act: AdminAct) => act.actor.email ?? t("acts.gone")
    const what = helper.display({
      id: "what",
      header: t("acts.what"),
      cell: ({ row: { original: act } }) => (
        <div className="min-w-0 whitespace-normal py-2">
          <ActText act={act} />
          {!wide && (
            <>
              <Text size="xsmall" className="text-ui-fg-muted break-words">
                {dateTime(act.at)} · {who(act)}
              </Text>
              <Changes act={act} />
            </>
          )}
        </div>
      ),
    })
    if (!wide) return [what]
    return [
      helper.accessor("at", {
        header: t("acts.when"),
        cell: ({ getValue }) => dateTime(getValue()),
      }),
      helper.display({
        id: "who",
        header: t("acts.who"),
        cell: ({ row }) => who(row.original),
      }),
      what,
      helper.display({
        id: "change",
        header: t("acts.change"),
        cell: ({ row }) => (
          <div className="whitespace-normal py-2">
            <Changes act={row.original} />
          </div>
        ),
      }),
    ]
  }, [t, dateTime, wide])
}

const ActText = ({ act }: { act: AdminAct }) => {
  const words = useActWords()
  const { money, signed } = useFormat()
  const { amount, currency_code: currency, customer_name, note } = act
  const isEntry = "balance" in act.after
  const written = amount !== null && currency && (isEntry ? signed : money)(amount, currency)
  return (
    <>
      <Text size="small" weight="plus" leading="compact">
        {[words.title(act), written].filter(Boolean).join(" · ")}
      </Text>
      {(customer_name || note) && (
        <Text size="small" leading="compact" className="text-ui-fg-subtle break-words">
          {[customer_name, note && `“${note}”`].filter(Boolean).join(" · ")}
        </Text>
      )}
    </>
  )
}

const Changes = ({ act }: { act: AdminAct }) => (
  <ul>
    {useActWords()
      .changes(act)
      .map(({ field, before, after }) => (
        <li key={field} className="txt-compact-xsmall text-ui-fg-subtle break-words tabular-nums">
          {field}: {before} → {after}
        </li>
      ))}
  </ul>
)
