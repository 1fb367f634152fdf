import { acquireLockStep, releaseLockStep } from "@medusajs/medusa/core-flows"
import { createWorkflow, transform, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import type { PostedEntry } from "../../../modules/client-ledger/types"
import { announceReceiptsStep } from "../steps/announce-receipts"
import { announceUnprojectedOrdersStep } from "../steps/announce-unprojected-orders"
import { convergeOrderStep } from "../steps/converge-order"
import { projectOrderStep } from "../steps/project-order"

export type SyncOrderInput = { order_id: string }

export const syncOrderWorkflowId = "sync-client-ledger-order"

/**
 * Brings the ledger in line with an order, and what Medusa shows as paid and promised in line with the ledger. It can be
 * run at any time and any number of times: it reads what is, compares it to what stands, and posts the difference.
 * @returns the entries posted, none when there was nothing to do.
 */
export const syncOrderWorkflow = createWorkflow(
  syncOrderWorkflowId,
  function (input: SyncOrderInput) {
    const key = transform({ input }, ({ input }) => `client-ledger:order:${input.order_id}`)
    // As a step of another workflow too: Medusa would skip the lock there.
    acquireLockStep({ key, timeout: 60, ttl: 120, retryInterval: 0.05, executeOnSubWorkflow: true })
    const entries = convergeOrderStep(input)
    projectOrderStep(input)
    releaseLockStep({ key, executeOnSubWorkflow: true })
    const others = transform({ entries }, ({ entries }) => ({
      account_ids: [...new Set(entries.map(({ account_id }) => account_id))],
    }))
    announceUnprojectedOrdersStep(others)
    announceReceiptsStep(transform({ entries }, ({ entries }) => receiptsOf(entries)))
    return new WorkflowResponse(entries)
  }
)

/** Of the captures that were posted. */
const receiptsOf = (entries: PostedEntry[]) => ({
  receipt_ids: entries.flatMap(({ source_type, receipt_id }) =>
    source_type === "capture" && receipt_id ? [receipt_id] : []
  ),
})
