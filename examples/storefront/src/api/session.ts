import type Medusa from "@medusajs/js-sdk"
import type { StoreCustomer } from "@medusajs/types"
import { statusOf } from "../lib/errors"

export type Registration = {
  first_name: string
  last_name: string
  email: string
  password: string
}

/** Who is logged in, or null. A token that has expired is thrown away. */
export async function readCustomer(sdk: Medusa): Promise<StoreCustomer | null> {
  if (!(await sdk.client.getToken())) return null
  try {
    return (await sdk.store.customer.retrieve()).customer
  } catch (error) {
    if (statusOf(error) !== 401) throw error
    await sdk.client.clearToken()
    return null
  }
}

export async function logIn(sdk: Medusa, email: string, password: string): Promise<void> {
  await sdk.auth.login("customer", "emailpass", { email, password })
}

/** An identity first, then the customer that it belongs to; its token is only good for that. */
export async function register(sdk: Medusa, { password, ...person }: Registration): Promise<void> {
  await sdk.auth.register("customer", "emailpass", { email: person.email, password })
  await sdk.store.customer.create(person)
  await logIn(sdk, person.email, password)
}

/** Forgets the token. There is no session on the server to end. */
export const logOut = (sdk: Medusa): Promise<void> => sdk.client.clearToken()
