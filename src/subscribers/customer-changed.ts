import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { refreshAccountHoldersWorkflow } from "../workflows/client-ledger"

export default async function customerChangedHandler({
  event,
  container,
}: SubscriberArgs<{ id: string }>) {
  try {
    await refreshAccountHoldersWorkflow(container).run({
      input: { customer_ids: [event.data.id] },
    })
  } catch (error) {
    const logger = container.resolve(ContainerRegistrationKeys.LOGGER)
    logger.error(`Client ledger: ${event.name} ${event.data.id} was not handled`, error as Error)
    throw error
  }
}

export const config: SubscriberConfig = {
  event: ["customer.created", "customer.updated"],
  context: { subscriberId: "client-ledger-customer-changed" },
}
