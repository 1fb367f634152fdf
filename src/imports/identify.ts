import type { ImportReason } from "../modules/client-ledger/utils/client-import"
import type { ForeignMember } from "./foreign-ledger"

/** A customer of the shop, as far as a member is known again by him. */
export type Acquaintance = { id: string; email: string | null; has_account: boolean }

export type Identity = {
  /** Null for one who isn't a customer yet. */
  customer_id: string | null
  reasons: ImportReason[]
}

/**
 * Which customer each member is: the one whom an earlier import made of him, else the one with his e-mail, else the one
 * with the second person's, whatever the case. Who shares his e-mail with another member is nobody, until a person says
 * who is who: their money would be one.
 * @param known customers of earlier imports, by the member's id.
 */
export function identify(
  members: ForeignMember[],
  customers: Acquaintance[],
  known: Map<string, string>
): Map<string, Identity> {
  const directory = directoryOf(customers)
  const living = members.filter(({ exists }) => exists)
  const owners = countBy(living.map(mainEmail))
  const customerOf = (member: ForeignMember): string | null => {
    const main = mainEmail(member)
    const second = emailOf(member.second?.email)
    return (
      known.get(member.id) ??
      (main ? directory.get(main) : null) ??
      (second && !owners.has(second) ? directory.get(second) : null) ??
      null
    )
  }
  const found = new Map(living.map((member) => [member.id, customerOf(member)]))
  const claims = countBy([...found.values()])
  const isShared = (member: ForeignMember, customerId: string | null, email: string) =>
    !known.has(member.id) &&
    (customerId ? claims.get(customerId)! > 1 : (owners.get(email) ?? 0) > 1)
  return new Map(
    living.map((member): [string, Identity] => {
      const customer_id = found.get(member.id) ?? null
      const email = mainEmail(member)
      if (!email) return [member.id, { customer_id, reasons: ["no_email"] }]
      return isShared(member, customer_id, email)
        ? [member.id, { customer_id: null, reasons: ["same_email"] }]
        : [member.id, { customer_id, reasons: [] }]
    })
  )
}

/** The e-mail that a member's customer bears: his own, or the second person's where he has none. */
export const mainEmail = (member: ForeignMember): string | null =>
  emailOf(member.email) ?? emailOf(member.second?.email)

/** Everything by which a member may be known again. */
export const emailsOf = (member: ForeignMember): string[] =>
  [emailOf(member.email), emailOf(member.second?.email)].filter((email) => email !== null)

const emailOf = (written: string | null | undefined): string | null =>
  written && /^[^\s@]+@[^\s@]+$/.test(written) ? written.toLowerCase() : null

/** A guest who registered later has two customers: the registered one is he. */
function directoryOf(customers: Acquaintance[]): Map<string, string> {
  const guestsFirst = [...customers].sort((a, b) => Number(a.has_account) - Number(b.has_account))
  return new Map(
    guestsFirst.flatMap(({ id, email }) => (email ? [[email.toLowerCase(), id] as const] : []))
  )
}

function countBy(values: (string | null)[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const value of values) if (value) counts.set(value, (counts.get(value) ?? 0) + 1)
  return counts
}
