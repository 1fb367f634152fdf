import { createWorkflow, transform, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { useQueryGraphStep } from "@medusajs/medusa/core-flows"
import { holderOf } from "../../../modules/client-ledger/utils/holder"
import { ensureClientAccountStep } from "../steps/ensure-client-account"

export type CreateClientAccountInput = { customer_id: string; currency_code: string }

export const createClientAccountWorkflowId = "create-client-account"

/** The customer's account in a currency: the one that stands, or a new one. Fails for an unknown customer. */
export const createClientAccountWorkflow = createWorkflow(
  createClientAccountWorkflowId,
  function (input: CreateClientAccountInput) {
    const { data: customers } = useQueryGraphStep({
      entity: "customer",
      fields: ["id", "email", "first_name", "last_name", "company_name"],
      filters: { id: input.customer_id },
      options: { throwIfKeyNotFound: true },
    })
    const holder = transform({ input, customers }, ({ input, customers }) => ({
      ...holderOf(customers[0]!),
      currency_code: input.currency_code,
    }))
    return new WorkflowResponse(ensureClientAccountStep(holder))
  }
)
