import type { AuthenticationResponse, MedusaContainer } from "@medusajs/framework/types"
import { MedusaError, Modules } from "@medusajs/framework/utils"
import {
  createCustomerAccountWorkflow,
  createCustomersWorkflow,
  createUserAccountWorkflow,
} from "@medusajs/medusa/core-flows"
import type { Client } from "./clients"

const PASSWORD = "client-ledger"

/** The administrator, who can log in. */
export async function createAdministrator(container: MedusaContainer): Promise<{ id: string }> {
  const email = "admin@example.com"
  const { result } = await createUserAccountWorkflow(container).run({
    input: {
      authIdentityId: await register(container, email),
      userData: { email, first_name: "Agnès", last_name: "Laborde" },
    },
  })
  return result
}

/** Customers by e-mail. The first one can log in. */
export async function createClients(
  container: MedusaContainer,
  [first, ...others]: Client[]
): Promise<Map<string, string>> {
  if (!first) return new Map()
  const { result: registered } = await createCustomerAccountWorkflow(container).run({
    input: { authIdentityId: await register(container, first.email), customerData: person(first) },
  })
  const { result: customers } = await createCustomersWorkflow(container).run({
    input: { customersData: others.map((client) => ({ ...person(client), has_account: true })) },
  })
  return new Map([registered, ...customers].map(({ email, id }) => [email, id]))
}

const person = ({ first_name, last_name, email }: Client) => ({ first_name, last_name, email })

async function register(container: MedusaContainer, email: string): Promise<string> {
  const { authIdentity, error }: AuthenticationResponse = await container
    .resolve(Modules.AUTH)
    .register("emailpass", { body: { email, password: PASSWORD } })
  if (!authIdentity)
    throw new MedusaError(MedusaError.Types.UNEXPECTED_STATE, error ?? "No login was made")
  return authIdentity.id
}
