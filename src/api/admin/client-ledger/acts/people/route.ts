import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { AdminActPeopleResponse } from "../../../../../types/http"
import { actorEmails } from "../../../../utils/actors"
import { ledgerOf } from "../../../../utils/ledger"

/** Who may be asked for: Medusa's own list of users needs a right of its own, and lacks those who are gone. */
export async function GET(
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<AdminActPeopleResponse>
) {
  const ids = await ledgerOf(req.scope).listActorIds()
  const emails = await actorEmails(
    req.scope,
    ids.map((actor_id) => ({ actor_id }))
  )
  res.json({ people: ids.map((id) => ({ id, email: emails.get(id) ?? null })) })
}
