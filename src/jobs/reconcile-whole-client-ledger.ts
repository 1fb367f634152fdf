import type { MedusaContainer } from "@medusajs/framework/types"
import { reconcileWorkflow } from "../workflows/client-ledger"

/** Every order once a night: some of Medusa's changes leave no trace on the order's own row. */
export default async function reconcileWholeClientLedgerJob(container: MedusaContainer) {
  await reconcileWorkflow(container).run({ input: { full: true } })
}

export const config = {
  name: "reconcile-whole-client-ledger",
  schedule: "40 3 * * *",
}
