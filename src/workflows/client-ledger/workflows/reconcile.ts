import {
  createWorkflow,
  transform,
  when,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { noteReconciliationStep } from "../steps/note-reconciliation"
import { reconcileOrdersStep, type ReconcileInput } from "../steps/reconcile-orders"
import { reconcileTopUpsStep } from "../steps/reconcile-top-ups"
import { refreshAccountHoldersStep } from "../steps/refresh-account-holders"

export const reconcileWorkflowId = "reconcile-client-ledger"

/**
 * What events bring about, without events: Medusa's bus may lose one. It posts by the same sync and the same
 * keys, so that after events it finds nothing to do.
 */
export const reconcileWorkflow = createWorkflow(
  reconcileWorkflowId,
  function (input: ReconcileInput) {
    const topUps = reconcileTopUpsStep(input)
    const orders = reconcileOrdersStep(input)
    when({ input }, ({ input }) => Boolean(input.full)).then(() => refreshAccountHoldersStep({}))
    const report = transform({ orders, topUps }, ({ orders, topUps }) => ({
      ...orders,
      top_ups_checked: topUps.checked,
      top_ups_changed: topUps.changed,
      entries_posted: orders.entries_posted + topUps.entries_posted,
      failures: [...orders.failures, ...topUps.failures] as {
        order_id?: string
        top_up_id?: string
        message: string
      }[],
    }))
    noteReconciliationStep(
      transform({ report, topUps }, ({ report, topUps }) => ({
        started_at: topUps.started_at,
        failures: report.failures,
      }))
    )
    return new WorkflowResponse(report)
  }
)
