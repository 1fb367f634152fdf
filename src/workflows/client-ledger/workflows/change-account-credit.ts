import {
  createWorkflow,
  transform,
  when,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import {
  acquireLockStep,
  createCartCreditLinesWorkflow,
  deleteCartCreditLinesWorkflow,
  refreshPaymentCollectionForCartWorkflow,
  releaseLockStep,
} from "@medusajs/medusa/core-flows"
import { holdCartCreditStep, type HoldCartCreditInput } from "../steps/hold-cart-credit"

export type ChangeAccountCreditInput = HoldCartCreditInput

export const changeAccountCreditWorkflowId = "change-client-account-credit"

/**
 * Sets aside what a client spends of his balance on a cart, takes it off the cart's total by a credit line, and lets
 * Medusa refresh what is left to pay. Without an amount it keeps what is set aside, as far as the cart costs as much and
 * the balance still has it. The cart is locked as by Medusa's own workflows.
 * @returns whether the cart was changed.
 */
export const changeAccountCreditWorkflow = createWorkflow(
  changeAccountCreditWorkflowId,
  function (input: ChangeAccountCreditInput) {
    const key = transform({ input }, ({ input }) => input.cart_id)
    acquireLockStep({ key, timeout: 10, ttl: 60 })
    const credit = holdCartCreditStep(input)
    when({ credit }, ({ credit }) => credit.removed.length > 0).then(() => {
      deleteCartCreditLinesWorkflow.runAsStep({ input: { id: credit.removed } })
    })
    when({ credit }, ({ credit }) => credit.added.length > 0).then(() => {
      createCartCreditLinesWorkflow.runAsStep({ input: credit.added })
    })
    when({ credit }, ({ credit }) => credit.changed).then(() => {
      // As a step it takes no lock of its own: the cart is locked here.
      refreshPaymentCollectionForCartWorkflow.runAsStep({ input: { cart_id: input.cart_id } })
    })
    releaseLockStep({ key })
    return new WorkflowResponse(transform({ credit }, ({ credit }) => credit.changed))
  }
)
