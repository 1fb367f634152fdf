import type { MedusaContainer } from "@medusajs/framework/types"
import { settlePendingTopUpsWorkflow } from "../workflows/client-ledger"

/** Asks the providers about the top-ups that are still pending: the safety net for a webhook that was lost. */
export default async function settlePendingTopUpsJob(container: MedusaContainer) {
  await settlePendingTopUpsWorkflow(container).run({ input: {} })
}

export const config = {
  name: "settle-pending-client-top-ups",
  schedule: "*/5 * * * *",
}
