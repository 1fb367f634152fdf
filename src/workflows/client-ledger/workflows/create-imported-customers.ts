import type { CreateCustomerDTO } from "@medusajs/framework/types"
import { createWorkflow, transform, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { createCustomersWorkflow } from "@medusajs/medusa/core-flows"
import { rememberImportedMembersStep } from "../steps/remember-imported-members"

export type CreateImportedCustomersInput = {
  /** Tells apart several databases of one tool. */
  instance: string
  members: { foreign_id: string; customer: CreateCustomerDTO }[]
}

export const createImportedCustomersWorkflowId = "create-imported-customers"

/** Makes customers of another tool's members: guests, without a password, who may register by their e-mail. */
export const createImportedCustomersWorkflow = createWorkflow(
  createImportedCustomersWorkflowId,
  function (input: CreateImportedCustomersInput) {
    const customersData = transform({ input }, ({ input }) =>
      input.members.map(({ customer }) => customer)
    )
    const customers = createCustomersWorkflow.runAsStep({ input: { customersData } })
    const remembered = transform({ input, customers }, ({ input, customers }) => ({
      instance: input.instance,
      members: input.members.map(({ foreign_id }, index) => ({
        foreign_id,
        customer_id: customers[index]!.id,
      })),
    }))
    return new WorkflowResponse(rememberImportedMembersStep(remembered))
  }
)
