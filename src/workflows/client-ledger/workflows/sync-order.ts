import { acquireLockStep, releaseLockStep } from "@medusajs/medusa/core-flows"
import {
  createWorkflow,
  transform,
  when,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { convergeOrderStep } from "../steps/converge-order"
import { renewPromiseStep } from "../steps/renew-promise"
import { undoReversedCapturesStep } from "../steps/undo-reversed-captures"

export type SyncOrderInput = { order_id: string }

export const syncOrderWorkflowId = "sync-client-ledger-order"

/**
 * Brings the ledger, and the promise that is open, in line with an order. It can be run at any time and any
 * number of times: it reads what is, compares it to what stands, and posts the difference.
 * @returns the entries posted, none when there was nothing to do.
 */
export const syncOrderWorkflow = createWorkflow(
  syncOrderWorkflowId,
  function (input: SyncOrderInput) {
    const key = transform({ input }, ({ input }) => `client-ledger:order:${input.order_id}`)
    // As a step of another workflow too: Medusa would skip the lock there.
    acquireLockStep({ key, timeout: 60, ttl: 120, retryInterval: 0.05, executeOnSubWorkflow: true })
    undoReversedCapturesStep(input)
    const converged = convergeOrderStep(input)
    when({ converged }, ({ converged }) => converged.promise !== null).then(() => {
      const plan = transform({ converged }, ({ converged }) => converged.promise!)
      renewPromiseStep(plan)
    })
    releaseLockStep({ key, executeOnSubWorkflow: true })
    const entries = transform({ converged }, ({ converged }) => converged.entries)
    return new WorkflowResponse(entries)
  }
)
