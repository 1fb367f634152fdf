import type { AdminClientAccount, RealMethod } from "../../types/http"
import { sum } from "../lib/amount"
import type { ZeroBody } from "./zero"
import { useFormat } from "./use-format"
import { useRowDrafts } from "./use-row-drafts"

export type ZeroChoice = RealMethod | "write_off"

/** `text`: the reference of a payment, the reason of a write-off. */
type Typed = { how: ZeroChoice | null; text: string }
export type ZeroRow = Typed & {
  account: AdminClientAccount
  missing: "how" | "reason" | null
}

/** What comes in, goes out, and is given up of debts and of credits; in the order that it is told. */
const KINDS = ["received", "paidOut", "forgiven", "kept"] as const

/** What is about to be recorded, by kind and method, one currency at a time. */
export type ZeroSum = {
  kind: (typeof KINDS)[number]
  method?: RealMethod
  currency: string
  amount: number
}

export const useZeroForm = (accounts: AdminClientAccount[]) => {
  const format = useFormat()
  const { drafts, change } = useRowDrafts<Typed>()
  const rows = accounts.map((account): ZeroRow => {
    const typed = { how: null, text: "", ...drafts[account.id] }
    return { ...typed, account, missing: missingOf(typed) }
  })
  return {
    rows,
    change,
    /** The same for all, which each client may still change. */
    chooseForAll: (how: ZeroChoice) => accounts.forEach(({ id }) => change(id, { how })),
    isComplete: rows.length > 0 && rows.every(({ missing }) => missing === null),
    body: (): ZeroBody => ({ accounts: rows.flatMap(accountToZero) }),
    sums: () => sumsOf(rows, (currency) => format.currency(currency).digits),
  }
}

export type ZeroForm = ReturnType<typeof useZeroForm>

const missingOf = ({ how, text }: Typed): ZeroRow["missing"] => {
  if (!how) return "how"
  return how === "write_off" && !text.trim() ? "reason" : null
}

const accountToZero = ({ account, how, text }: ZeroRow): ZeroBody["accounts"] => {
  const seen = { client_account_id: account.id, balance: account.balance }
  const said = text.trim()
  if (!how) return []
  if (how === "write_off") return [{ ...seen, write_off: { note: said } }]
  return [{ ...seen, method: how, ...(said && { reference: said }) }]
}

function sumsOf(rows: ZeroRow[], digitsOf: (currency: string) => number): ZeroSum[] {
  const sums = new Map<string, ZeroSum>()
  for (const { account, how } of rows) {
    if (!how) continue
    const { currency_code: currency, balance } = account
    const owes = balance < 0
    const each: Omit<ZeroSum, "amount"> =
      how === "write_off"
        ? { kind: owes ? "forgiven" : "kept", currency }
        : { kind: owes ? "received" : "paidOut", method: how, currency }
    const key = JSON.stringify(each)
    const before = sums.get(key)?.amount ?? 0
    sums.set(key, { ...each, amount: sum([before, Math.abs(balance)], digitsOf(currency)) })
  }
  return [...sums.values()].sort((a, b) => KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind))
}
