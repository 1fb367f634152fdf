import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { settleTopUpWorkflow } from "../workflows/client-ledger"
import { coalesce } from "../workflows/client-ledger/utils/coalesce"
import { TOP_UP_EVENTS, topUpsOfEvent } from "../workflows/client-ledger/utils/event-top-ups"

const settleOnce = coalesce<unknown>()

/** Money that moved on a payment may be a top-up's: then its rows are posted. */
export default async function topUpChangedHandler({
  event,
  container,
}: SubscriberArgs<{ id?: string | string[] }>) {
  try {
    for (const top_up_id of await topUpsOfEvent(container, event)) {
      await settleOnce(top_up_id, () =>
        settleTopUpWorkflow(container).run({ input: { top_up_id } })
      )
    }
  } catch (error) {
    const logger = container.resolve(ContainerRegistrationKeys.LOGGER)
    logger.error(
      `Client ledger: ${event.name} ${JSON.stringify(event.data)} was not handled; the job will do it`,
      error as Error
    )
    throw error
  }
}

export const config: SubscriberConfig = {
  event: Object.keys(TOP_UP_EVENTS),
  context: { subscriberId: "client-ledger-top-up-changed" },
}
