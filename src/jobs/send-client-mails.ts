import type { MedusaContainer } from "@medusajs/framework/types"
import { mailReceiptsWorkflow } from "../workflows/client-ledger"

/** The safety net for mails: receipts whose event was lost, and mails that a stopped server left unsent. */
export default async function sendClientMailsJob(container: MedusaContainer) {
  await mailReceiptsWorkflow(container).run({ input: {} })
}

export const config = {
  name: "send-client-ledger-mails",
  schedule: "5-59/10 * * * *",
}
