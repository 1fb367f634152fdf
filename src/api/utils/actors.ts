import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"

/** The e-mails of the users behind some acts, by their id; none for an API key or a user who is gone. */
export async function actorEmails(
  scope: MedusaContainer,
  rows: { actor_id: string | null }[]
): Promise<Map<string, string>> {
  const ids = [...new Set(rows.map((row) => row.actor_id))].filter((id) => id !== null)
  if (!ids.length) return new Map()
  const query = scope.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({
    entity: "user",
    fields: ["id", "email"],
    filters: { id: ids },
  })
  return new Map(data.map((user) => [user.id, user.email]))
}

/** Who did it, as the API shows it. */
export const actorOf = (row: { actor_id: string | null }, emails: Map<string, string>) =>
  row.actor_id ? { id: row.actor_id, email: emails.get(row.actor_id) ?? null } : null
