import { Button, StatusBadge, Text, toast } from "@medusajs/ui"
import type { AdminCounterOrder } from "../../../types/http"
import { usePickUp } from "../../hooks/counter"
import { useFailureToast } from "../../hooks/use-failure-toast"
import { useFormat } from "../../hooks/use-format"
import { useWords } from "../../hooks/use-words"
import { openOf } from "../../lib/counter"
import { Allowed } from "../common/allowed"
import { ChoiceLine } from "./choice-line"

type OrderChoiceProps = {
  order: AdminCounterOrder
  currency: string
  isChosen: boolean
  onToggle: () => void
  onEditLines: () => void
}

/** One order: whether it is paid now, its basket, its weights. */
export const OrderChoice = ({
  order,
  currency,
  isChosen,
  onToggle,
  onEditLines,
}: OrderChoiceProps) => {
  const t = useWords()
  const format = useFormat()
  const number = order.display_id ?? "–"
  const details = [
    order.pickup_option,
    order.promise_method &&
      order.open > 0 &&
      t("counter.promised", { method: t(`method.${order.promise_method}`).toLowerCase() }),
    order.requested_returns > 0 &&
      t("counter.returns", { amount: format.money(order.requested_returns, currency) }),
  ].filter(Boolean)
  const amount = openOf(order, format.currency(currency).digits)
  return (
    <li className="flex flex-col gap-y-2 px-4 py-3">
      <ChoiceLine
        label={t("counter.orderOf", {
          number,
          date: order.ordered_at ? format.dayMonth(order.ordered_at) : "–",
        })}
        isChosen={isChosen}
        onToggle={onToggle}
      >
        {format.money(amount, currency)}
      </ChoiceLine>
      <div className="flex flex-col gap-y-2 pl-8">
        {(details.length > 0 || order.is_overdue) && (
          <Text size="small" className="text-ui-fg-subtle">
            {order.is_overdue && (
              <span className="text-ui-tag-red-text">{t("common.overdue")} · </span>
            )}
            {details.join(" · ")}
          </Text>
        )}
        <Allowed to="record">
          <div className="flex flex-wrap items-center gap-2">
            <Basket order={order} />
            <Button
              size="small"
              variant="secondary"
              aria-label={t("counter.editLinesOf", { number })}
              onClick={onEditLines}
            >
              {t("counter.editLines")}
            </Button>
          </div>
        </Allowed>
      </div>
    </li>
  )
}

const Basket = ({ order }: { order: AdminCounterOrder }) => {
  const t = useWords()
  const pickUp = usePickUp()
  const onError = useFailureToast()
  const number = order.display_id ?? "–"
  if (order.picked_up) return <StatusBadge color="green">{t("counter.pickedUp")}</StatusBadge>
  return (
    <Button
      size="small"
      variant="secondary"
      isLoading={pickUp.isPending}
      aria-label={t("counter.pickUpOf", { number })}
      onClick={() =>
        pickUp.mutate(order.order_id, {
          onSuccess: () => toast.success(t("counter.wasPickedUp", { number })),
          onError,
        })
      }
    >
      {t("counter.pickUp")}
    </Button>
  )
}
