import { StatusBadge, Text, clx } from "@medusajs/ui"
import type { AdminCounterClient } from "../../../types/http"
import { useAccountWords } from "../../hooks/use-account-words"
import { useFormat } from "../../hooks/use-format"
import { useWords } from "../../hooks/use-words"

type ClientRowProps = { client: AdminCounterClient; onOpen: () => void }

/** A client as large as a thumb: the name, the orders, and what to ask for. */
export const ClientRow = ({ client, onOpen }: ClientRowProps) => {
  const t = useWords()
  const words = useAccountWords()
  const { money } = useFormat()
  const { orders, to_collect: amount } = client
  const isOverdue = orders.some((order) => order.is_overdue)
  return (
    <li>
      <button
        type="button"
        className="hover:bg-ui-bg-base-hover focus-visible:bg-ui-bg-base-hover flex min-h-16 w-full items-center gap-x-4 px-6 py-3 text-left outline-none"
        onClick={onOpen}
      >
        <span className="min-w-0 flex-1">
          <Text as="span" weight="plus" leading="compact" className="block truncate">
            {words.name(client)}
          </Text>
          <Text as="span" size="small" className="text-ui-fg-subtle block truncate">
            <Facts client={client} />
          </Text>
        </span>
        <span className="flex shrink-0 flex-col items-end gap-y-1">
          <Text
            as="span"
            size="large"
            weight="plus"
            leading="compact"
            className={clx("tabular-nums", { "text-ui-fg-muted": amount === 0 })}
          >
            {money(amount, client.currency_code)}
          </Text>
          {isOverdue && <StatusBadge color="red">{t("common.overdue")}</StatusBadge>}
          {amount === 0 && <StatusBadge color="green">{t("counter.paid")}</StatusBadge>}
        </span>
      </button>
    </li>
  )
}

const Facts = ({ client: { orders } }: { client: AdminCounterClient }) => {
  const t = useWords()
  if (!orders.length) return <>{t("counter.debtOnly")}</>
  const numbers = orders
    .map(({ display_id }) => t("counter.number", { number: display_id ?? "–" }))
    .join(", ")
  const facts = [
    t("counter.orders", { count: orders.length, numbers }),
    orders.every((order) => order.picked_up) && t("counter.pickedUp"),
    orders.find((order) => !order.picked_up)?.pickup_option,
  ]
  return <>{facts.filter(Boolean).join(" · ")}</>
}
