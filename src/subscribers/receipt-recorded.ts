import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import { mailReceiptsWorkflow } from "../workflows/client-ledger"
import { RECEIPT_RECORDED } from "../workflows/client-ledger/steps/announce-receipts"
import { handleEvent } from "../workflows/client-ledger/utils/handle-event"

/** Acknowledges a payment by mail, beside whatever recorded it. */
export default async function receiptRecordedHandler({
  event,
  container,
}: SubscriberArgs<{ id: string }>) {
  await handleEvent(container, event, "the mails' job will do it", () =>
    mailReceiptsWorkflow(container).run({ input: { receipt_ids: [event.data.id] } })
  )
}

export const config: SubscriberConfig = {
  event: RECEIPT_RECORDED,
  context: { subscriberId: "client-ledger-receipt-recorded" },
}
