import type { ActKind } from "../../modules/client-ledger/sql/acts"

/** What a person did on the clients' accounts. */
export type AdminAct = {
  id: string
  kind: ActKind
  at: string
  actor: { id: string; email: string | null }
  client_account_id: string | null
  customer_name: string | null
  amount: number | null
  currency_code: string | null
  /** Of a closing or a deposit slip. */
  number: number | null
  note: string | null
  /** What it changed, field by field: an entry a balance, a correction a method or reference, settings their fields. */
  before: Record<string, unknown>
  after: Record<string, unknown>
}

/** Those who did something, for the filter; the e-mail is null for a user who is gone. */
export type AdminActPeopleResponse = { people: { id: string; email: string | null }[] }

export type AdminActListResponse = {
  acts: AdminAct[]
  count: number
  offset: number
  limit: number
}
