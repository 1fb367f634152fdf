import {
  createWorkflow,
  transform,
  when,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { announceUnprojectedOrdersStep } from "../steps/announce-unprojected-orders"
import { checkMergeStep, type MergeGuestInput } from "../steps/check-merge"
import { giveOrdersStep } from "../steps/give-orders"
import { mergeAccountStep } from "../steps/merge-account"
import { syncOrdersStep } from "../steps/sync-orders"

export const mergeGuestWorkflowId = "merge-guest-client-account"

/**
 * A guest turns out to be a registered client: the orders go to the client, with what settles them, then what is left on the
 * guest's account. Each part may have been done before: after a crash, running it again does the rest.
 * @returns both accounts after it, the guest's, at zero, first.
 */
export const mergeGuestWorkflow = createWorkflow(
  mergeGuestWorkflowId,
  function (input: MergeGuestInput) {
    const checked = checkMergeStep(input)
    when({ checked }, ({ checked }) => checked !== null).then(() => {
      const giving = transform({ input, checked }, ({ input, checked }) => ({
        from_customer_id: checked!.from_customer_id,
        into_customer: checked!.into_customer,
        account_id: input.merge.from_account_id,
      }))
      const given = giveOrdersStep(giving)
      syncOrdersStep(transform({ given }, ({ given }) => ({ order_ids: given })))
    })
    const accounts = mergeAccountStep(input)
    const touched = transform({ accounts }, ({ accounts }) => ({
      account_ids: accounts.map(({ id }) => id),
    }))
    announceUnprojectedOrdersStep(touched)
    return new WorkflowResponse(accounts)
  }
)
