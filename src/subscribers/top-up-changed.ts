import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import { settleTopUpWorkflow } from "../workflows/client-ledger"
import { coalesce } from "../workflows/client-ledger/utils/coalesce"
import { TOP_UP_EVENTS, topUpsOfEvent } from "../workflows/client-ledger/utils/event-top-ups"
import { handleEvent } from "../workflows/client-ledger/utils/handle-event"

const settleOnce = coalesce<unknown>()

/** Money that moved on a payment may be a top-up's: then its rows are posted. */
export default async function topUpChangedHandler({
  event,
  container,
}: SubscriberArgs<{ id?: string | string[] }>) {
  await handleEvent(container, event, "the job will do it", async () => {
    for (const top_up_id of await topUpsOfEvent(container, event)) {
      await settleOnce(top_up_id, () =>
        settleTopUpWorkflow(container).run({ input: { top_up_id } })
      )
    }
  })
}

export const config: SubscriberConfig = {
  event: Object.keys(TOP_UP_EVENTS),
  context: { subscriberId: "client-ledger-top-up-changed" },
}
