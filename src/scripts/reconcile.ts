import type { ExecArgs } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { reconcileWorkflow } from "../workflows/client-ledger"

/** `npx medusa exec …/scripts/reconcile [full]` */
export default async function reconcile({ container, args }: ExecArgs) {
  const logger = container.resolve(ContainerRegistrationKeys.LOGGER)
  const { result } = await reconcileWorkflow(container).run({
    input: { full: args.includes("full") },
  })
  logger.info(
    `Client ledger: ${result.orders_checked} orders checked, ${result.orders_changed} changed, ` +
      `${result.entries_posted} entries posted, ${result.failures.length} failures`
  )
  for (const { order_id, message } of result.failures) logger.error(`${order_id}: ${message}`)
}
