import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { mailReceiptsWorkflow } from "../workflows/client-ledger"
import { RECEIPT_RECORDED } from "../workflows/client-ledger/steps/announce-receipts"

/** Acknowledges a payment by mail, beside whatever recorded it. */
export default async function receiptRecordedHandler({
  event,
  container,
}: SubscriberArgs<{ id: string }>) {
  try {
    await mailReceiptsWorkflow(container).run({ input: { receipt_ids: [event.data.id] } })
  } catch (error) {
    const logger = container.resolve(ContainerRegistrationKeys.LOGGER)
    logger.error(
      `Client ledger: ${event.name} ${event.data.id} was not handled; the mails' job will do it`,
      error as Error
    )
    throw error
  }
}

export const config: SubscriberConfig = {
  event: RECEIPT_RECORDED,
  context: { subscriberId: "client-ledger-receipt-recorded" },
}
