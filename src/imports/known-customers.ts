import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, MedusaError } from "@medusajs/framework/utils"
import { updateCustomersWorkflow } from "@medusajs/medusa/core-flows"
import type { AccountHolder } from "../modules/client-ledger/types"
import { holderOf } from "../modules/client-ledger/utils/holder"
import { createImportedCustomersWorkflow } from "../workflows/client-ledger"
import { personName, type ForeignMember } from "./foreign-ledger"
import { mainEmail } from "./identify"
import type { PlannedMember } from "./import-plan"

/** How many customers one statement makes or reads. */
const PAGE = 200

/** Makes customers of the members who are none yet. @returns every joining member with the customer he is. */
export async function makeCustomers(
  container: MedusaContainer,
  instance: string,
  joining: PlannedMember[],
  progress: (done: number, of: number) => void
): Promise<(PlannedMember & { customer_id: string })[]> {
  const strangers = joining.filter(({ customer_id }) => !customer_id)
  const made = new Map<string, string>()
  for (let at = 0; at < strangers.length; at += PAGE) {
    const { result } = await createImportedCustomersWorkflow(container).run({
      input: {
        instance,
        members: strangers.slice(at, at + PAGE).map(({ member }) => ({
          foreign_id: member.id,
          customer: customerOf(member),
        })),
      },
    })
    for (const { foreign_id, customer_id } of result) made.set(foreign_id, customer_id)
    progress(made.size, strangers.length)
  }
  return joining.map((planned) => ({
    ...planned,
    customer_id: planned.customer_id ?? made.get(planned.member.id)!,
  }))
}

const customerOf = (member: ForeignMember) => ({
  email: mainEmail(member) ?? undefined,
  first_name: member.first_name ?? undefined,
  last_name: member.last_name ?? undefined,
  phone: member.phone ?? undefined,
  metadata: secondPerson(member),
})

/** The second person of a household, who has one account with the first. */
function secondPerson({ second }: ForeignMember): Record<string, string> {
  const person = {
    name2: second && personName(second),
    email2: second?.email,
    phone2: second?.phone,
  }
  return Object.fromEntries(
    Object.entries(person).flatMap(([key, value]) => (value ? [[key, value] as const] : []))
  )
}

/** Keeps the second people of members whom the shop knew already; what their customers say of them stays. */
export async function keepSecondPeople(
  container: MedusaContainer,
  members: (PlannedMember & { customer_id: string })[]
): Promise<void> {
  const couples = members.filter(({ member }) => Object.keys(secondPerson(member)).length)
  const customers = await readCustomers(
    container,
    couples.map(({ customer_id }) => customer_id)
  )
  for (const { member, customer_id } of couples) {
    const standing = customers.get(customer_id)?.metadata ?? {}
    const metadata = { ...secondPerson(member), ...standing }
    if (Object.keys(metadata).length === Object.keys(standing).length) continue
    await updateCustomersWorkflow(container).run({
      input: { selector: { id: customer_id }, update: { metadata } },
    })
  }
}

/** Whose accounts they are, by Medusa's own names. */
export async function readHolders(
  container: MedusaContainer,
  customerIds: string[],
  currency_code: string
): Promise<Map<string, AccountHolder>> {
  const customers = await readCustomers(container, customerIds)
  return new Map(
    [...customers].map(([id, customer]) => [id, { ...holderOf(customer), currency_code }])
  )
}

async function readCustomers(container: MedusaContainer, ids: string[]) {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const customers = new Map<string, Awaited<ReturnType<typeof page>>[number]>()
  const page = async (of: string[]) => {
    const { data } = await query.graph({
      entity: "customer",
      fields: ["id", "email", "first_name", "last_name", "company_name", "metadata"],
      filters: { id: of },
    })
    return data
  }
  for (let at = 0; at < ids.length; at += PAGE) {
    for (const customer of await page(ids.slice(at, at + PAGE))) {
      customers.set(customer.id, customer)
    }
  }
  return customers
}

/** @returns the id of the administrator who imports. @throws NOT_FOUND */
export async function findAdministrator(container: MedusaContainer, email: string) {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({ entity: "user", fields: ["id"], filters: { email } })
  const [user] = data
  if (user) return user.id
  throw new MedusaError(MedusaError.Types.NOT_FOUND, `by: no administrator has the e-mail ${email}`)
}
