import { defineWidgetConfig } from "@medusajs/admin-sdk"
import { Container, Heading, Skeleton, Text } from "@medusajs/ui"
import { useEffect, useRef } from "react"
import { LoadError } from "../components/common/load-error"
import { OrderBadge } from "../components/order/order-badge"
import { OrderLedger } from "../components/order/order-ledger"
import { useOrderLedger, useRefreshSoon } from "../hooks/orders"
import { useWords } from "../hooks/use-words"

/** What the dashboard hands a widget of the order's page, as far as it tells that money may have moved. */
type Order = {
  id: string
  status: string
  payment_status: string
  version: number
  total: number
  summary: unknown
}

/** This order in the client's account: owed, expected, received, and what is at hand to do. */
const OrderAccountWidget = ({ data: order }: { data: Order }) => {
  const t = useWords()
  const { data, isPending, error, refetch } = useOrderLedger(order.id)
  useFollowOrder(order)
  return (
    // The dashboard puts every widget last; in its column, `order-first` makes "before" mean before.
    <Container className="order-first divide-y p-0" data-testid="order-account">
      <div className="flex items-center justify-between gap-x-4 px-6 py-4">
        <Heading level="h2">{t("order.title")}</Heading>
        {data?.order_ledger.in_ledger && <OrderBadge ledger={data.order_ledger} />}
      </div>
      {isPending && <Skeleton className="m-6 h-24" />}
      {error && <LoadError error={error} onRetry={() => void refetch()} />}
      {data &&
        (data.order_ledger.in_ledger ? (
          <OrderLedger ledger={data.order_ledger} />
        ) : (
          <Text size="small" className="text-ui-fg-subtle px-6 py-4">
            {t(`order.notInLedger.${data.order_ledger.reason ?? "unknown"}`)}
          </Text>
        ))}
    </Container>
  )
}

/** Medusa's own buttons on the page (capture, refund, cancel, edit) change the ledger a moment later. */
const useFollowOrder = ({ status, payment_status, version, total, summary }: Order) => {
  const refreshSoon = useRefreshSoon()
  const state = JSON.stringify([status, payment_status, version, total, summary])
  const seen = useRef(state)
  useEffect(() => {
    if (seen.current === state) return
    seen.current = state
    refreshSoon()
  })
}

export const config = defineWidgetConfig({
  zone: "order.details.side.before",
  id: "client-ledger:order-account",
})

export default OrderAccountWidget
