import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import { syncOrderWorkflow } from "../workflows/client-ledger"
import { coalesce } from "../workflows/client-ledger/utils/coalesce"
import { ORDER_EVENTS, ordersOfEvent } from "../workflows/client-ledger/utils/event-orders"
import { handleEvent } from "../workflows/client-ledger/utils/handle-event"

/** A checkout tells of itself several times: one sync is for all, and leaves the client his answer first. */
const PAUSE_MS = 100
const syncOnce = coalesce<unknown>(PAUSE_MS)

/** Any event that may change what an order owes, or what was paid on it, wakes the same sync. */
export default async function orderChangedHandler({
  event,
  container,
}: SubscriberArgs<{ id?: string; order_id?: string }>) {
  await handleEvent(container, event, "reconcile will do it", async () => {
    for (const order_id of await ordersOfEvent(container, event)) {
      await syncOnce(order_id, () => syncOrderWorkflow(container).run({ input: { order_id } }))
    }
  })
}

export const config: SubscriberConfig = {
  event: Object.keys(ORDER_EVENTS),
  context: { subscriberId: "client-ledger-order-changed" },
}
