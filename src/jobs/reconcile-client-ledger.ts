import type { MedusaContainer } from "@medusajs/framework/types"
import { reconcileWorkflow } from "../workflows/client-ledger"

/** What was touched since the last run: the safety net for events that Medusa's bus lost. */
export default async function reconcileClientLedgerJob(container: MedusaContainer) {
  await reconcileWorkflow(container).run({ input: {} })
}

export const config = {
  name: "reconcile-client-ledger",
  schedule: "*/10 * * * *",
}
