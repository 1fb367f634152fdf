export type ForeignPerson = {
  first_name: string | null
  last_name: string | null
  email: string | null
  phone: string | null
}

export type ForeignMember = ForeignPerson & {
  id: string
  /** A couple has one account there, with two people. */
  second: ForeignPerson | null
  /** What the tool says he holds, in millionths; null where it doesn't say. */
  balance: bigint | null
  /** False for one who left the group, or is gone from the tool altogether. */
  is_member: boolean
  exists: boolean
}

export const OPERATION_KINDS = ["order", "subscription", "payment", "membership", "other"] as const
export type OperationKind = (typeof OPERATION_KINDS)[number]

/** Why a tool's own balance leaves an operation out. */
export type LeftOut = "pending_payment" | "pending_on_site" | "no_subscription" | "year_filter"

export type ForeignOperation = {
  id: string
  member_id: string
  label: string
  /** In millionths of the currency's unit: exact, and quick to add up. Above zero for the member. */
  amount: bigint
  /** YYYY-MM-DD, where the market is. */
  day: string
  kind: OperationKind
  /** Of a payment, as the tool names it; null when it can't be read. */
  method: string | null
  /** A promise isn't money, whatever the tool's balance does with it. */
  is_promise: boolean
  /** What would keep it out of the balance that the tool shows; null when that counts it. */
  left_out: LeftOut | null
  /** The reason to list it though it is no promise. */
  is_unreadable: boolean
}

/** The ledger of one market, in pages: never a whole table in memory. */
export type ForeignLedger = {
  group: { id: string; name: string; currency_code: string | null; manages_payments: boolean }
  count(): Promise<{ members: number; operations: number }>
  members(): AsyncIterable<ForeignMember[]>
  operations(): AsyncIterable<ForeignOperation[]>
  /** Members whom operations name though the group doesn't list them. */
  strangers(ids: string[]): AsyncIterable<ForeignMember[]>
  close(): Promise<void>
}

export const personName = (person: ForeignPerson): string | null =>
  [person.first_name, person.last_name]
    .map((part) => part?.trim())
    .filter(Boolean)
    .join(" ") || null
