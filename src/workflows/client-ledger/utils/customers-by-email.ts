import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"

/** How many e-mails one statement looks for. */
const PAGE = 100

export type CustomerByEmail = { id: string; email: string | null; has_account: boolean }

/** The customers who have one of these e-mails, whatever its case. */
export async function customersByEmail(
  container: MedusaContainer,
  emails: string[]
): Promise<CustomerByEmail[]> {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const found: CustomerByEmail[] = []
  for (let at = 0; at < emails.length; at += PAGE) {
    const { data } = await query.graph({
      entity: "customer",
      fields: ["id", "email", "has_account"],
      filters: {
        $or: emails.slice(at, at + PAGE).map((email) => ({ email: { $ilike: literally(email) } })),
      },
    })
    found.push(...data)
  }
  return found
}

/** An e-mail's underscore is no wildcard. */
const literally = (email: string) => email.replace(/[\\%_]/g, "\\$&")
