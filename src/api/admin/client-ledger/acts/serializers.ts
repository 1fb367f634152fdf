import type { ActDTO } from "../../../../modules/client-ledger/sql/acts"
import type { AdminAct } from "../../../../types/http"

export function toAct(act: ActDTO, emails: Map<string, string>): AdminAct {
  const { actor_id, account_id, amount, ...rest } = act
  return {
    ...rest,
    client_account_id: account_id,
    amount: amount === null ? null : Number(amount),
    actor: { id: actor_id, email: emails.get(actor_id) ?? null },
  }
}
