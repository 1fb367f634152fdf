import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import { refreshAccountHoldersWorkflow } from "../workflows/client-ledger"
import { handleEvent } from "../workflows/client-ledger/utils/handle-event"

/** The names that the lists of clients search and sort by follow Medusa's customers. */
export default async function customerChangedHandler({
  event,
  container,
}: SubscriberArgs<{ id: string }>) {
  await handleEvent(container, event, "reconcile will do it", () =>
    refreshAccountHoldersWorkflow(container).run({ input: { customer_ids: [event.data.id] } })
  )
}

export const config: SubscriberConfig = {
  event: ["customer.created", "customer.updated"],
  context: { subscriberId: "client-ledger-customer-changed" },
}
