import { Text } from "@medusajs/ui"
import { useFormat } from "../../hooks/use-format"
import { useWords } from "../../hooks/use-words"
import { ChoiceLine } from "./choice-line"
import type { Till } from "./client-till"
import { OrderChoice } from "./order-choice"

type WhatIsPaidProps = { till: Till; onEditLines: (orderId: string) => void }

/** Which of the orders are paid now, whether the old debt is, and what the account takes off. */
export const WhatIsPaid = ({ till, onEditLines }: WhatIsPaidProps) => {
  const t = useWords()
  const { money } = useFormat()
  const { client, selection, select, collection } = till
  const currency = client.currency_code
  const toggle = (orderId: string) =>
    select({
      ...selection,
      orderIds: selection.orderIds.includes(orderId)
        ? selection.orderIds.filter((id) => id !== orderId)
        : [...selection.orderIds, orderId],
    })
  return (
    <ul className="divide-y rounded-lg border" data-testid="what-is-paid">
      {client.orders.map((order) => (
        <OrderChoice
          key={order.order_id}
          order={order}
          currency={currency}
          isChosen={selection.orderIds.includes(order.order_id)}
          onToggle={() => toggle(order.order_id)}
          onEditLines={() => onEditLines(order.order_id)}
        />
      ))}
      {client.old_debt > 0 && (
        <li className="px-4 py-3">
          <ChoiceLine
            label={t("counter.oldDebt")}
            isChosen={selection.withOldDebt}
            onToggle={() => select({ ...selection, withOldDebt: !selection.withOldDebt })}
          >
            {money(client.old_debt, currency)}
          </ChoiceLine>
        </li>
      )}
      {collection.held > 0 && (
        <li className="text-ui-fg-subtle flex justify-between gap-x-4 py-3 pl-12 pr-4">
          <Text size="small">{t("counter.held")}</Text>
          <Text size="small" className="tabular-nums">
            {money(-collection.held, currency)}
          </Text>
        </li>
      )}
      {!client.orders.length && client.old_debt === 0 && (
        <li className="px-4 py-3">
          <Text size="small" className="text-ui-fg-subtle">
            {t("counter.nothing")}
          </Text>
        </li>
      )}
    </ul>
  )
}
