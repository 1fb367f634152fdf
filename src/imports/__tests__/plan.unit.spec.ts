import type { ImportReason } from "../../modules/client-ledger/utils/client-import"
import { readOperation } from "../cagette/read-operation"
import type { CagetteKind, OperationRow } from "../cagette/entities"
import type { ForeignMember } from "../foreign-ledger"
import { parse } from "../millionths"
import { planMember, type Known } from "../plan"
import { Tally } from "../tally"
import type { EntryRules } from "../wanted-entries"

const rules: EntryRules = {
  ...{ mode: "history", counts: "shown", digits: 2, today: "2026-03-01", language: "en" },
  ...{ scope: "cagette/7", tool: "Cagette" },
}

const member = (balance: string, changes: Partial<ForeignMember> = {}): ForeignMember => ({
  ...{ id: "12", first_name: "Ada", last_name: "Byron", email: "ada@example.com", phone: null },
  ...{ second: null, balance: parse(balance), is_member: true, exists: true },
  ...changes,
})

const row = (id: number, amount: number, changes: Partial<OperationRow> = {}): OperationRow => ({
  ...{ id, amount, name: "Order", date: "2025-05-01 18:00:00", type: 0, pending: 0 },
  ...{ userId: 12, groupId: 7, subscriptionId: null, payload: null },
  ...changes,
})
const payment = (id: number, amount: number, type: string, pending = 0) =>
  row(id, amount, { name: "Payment", type: 2, pending, payload: JSON.stringify({ type }) })

const stranger: Known = {
  ...{ customer_id: null, reasons: [], standing: [], has_opening_balance: false },
}

function plan(
  rows: OperationRow[],
  balance: string,
  {
    kind = "cagette" as CagetteKind,
    known = {} as Partial<Known>,
    changes = {} as Partial<ForeignMember>,
    ...other
  }: Partial<EntryRules> & {
    kind?: CagetteKind
    known?: Partial<Known>
    changes?: Partial<ForeignMember>
  } = {}
) {
  const all = { ...rules, ...other }
  const tally = new Tally({ ...all, keeps_operations: all.mode === "history" })
  for (const each of rows) tally.add(readOperation(each, kind))
  return planMember(member(balance, changes), tally, { ...stranger, ...known }, all)
}
const explaining = ({ line }: ReturnType<typeof plan>): ImportReason[] =>
  line.findings.filter(({ explains }) => explains).map(({ reason }) => reason)

describe("what is planned for a member", () => {
  it("is one entry an operation, of its own day, saying how it was paid", () => {
    const { entries, line } = plan([payment(2, 20, "check"), row(1, -30.5)], "-10.5")
    expect(entries).toEqual([
      { key: "cagette/7/1", amount: "-30.5", day: "2025-05-01", note: "Order" },
      { key: "cagette/7/2", amount: "20", day: "2025-05-01", note: "Payment · cheque" },
    ])
    expect(line).toMatchObject({ difference: "0", differs: false, to_post: "-10.5", findings: [] })
  })

  it("or one entry for the balance, dated today", () => {
    const { entries } = plan([row(1, -30.5), payment(2, 20, "cash")], "-10.5", {
      mode: "opening-balances",
    })
    expect(entries).toEqual([
      {
        ...{ key: "cagette/7/12", amount: "-10.5", day: "2026-03-01" },
        note: "Balance brought over from Cagette",
      },
    ])
  })

  it("holds no promise, and says when the tool's balance does", () => {
    const counted = plan([row(1, -30), payment(2, 30, "transfer", 1)], "0")
    expect(counted.line).toMatchObject({ to_post: "-30", difference: "-30", recomputed: "-30" })
    expect(explaining(counted)).toEqual(["pending_payment"])
    const left = plan([row(1, -30), payment(2, 30, "onthespot", 1)], "-30")
    expect(left.line).toMatchObject({ difference: "0", differs: true })
    expect(explaining(left)).toEqual([])
  })

  it("follows CAMAP's own rule, and says what it leaves out", () => {
    const since = (id: number, amount: number, year: number) =>
      row(id, amount, { subscription: { id, startDate: `${year}-09-01 00:00:00` } })
    const rows = [since(1, -30, 2024), since(2, -40, 2022), row(3, -6, { type: 3 })]
    const shown = plan(rows, "-36", { kind: "camap" })
    expect(shown.line).toMatchObject({ recomputed: "-30", to_post: "-30", difference: "6" })
    expect(explaining(shown)).toEqual(["no_subscription"])
    const all = plan(rows, "-30", { kind: "camap", counts: "all" })
    expect(all.line).toMatchObject({ recomputed: "-30", to_post: "-76", difference: "-46" })
    expect(explaining(all).sort()).toEqual(["no_subscription", "year_filter"])
  })

  it("rounds each operation, once each: the cents that differ are said", () => {
    const thirds = [1, 2, 3].map((id) => row(id, -10 / 3))
    const history = plan(thirds, "-10")
    expect(history.line).toMatchObject({ to_post: "-9.99", difference: "0.01" })
    expect(explaining(history)).toEqual(["rounding"])
    expect(plan(thirds, "-10", { mode: "opening-balances" }).line.difference).toBe("0")
  })

  it("a balance that nothing explains is said to be one", () => {
    const { line } = plan([row(1, -30)], "-22.23")
    expect(line.findings).toEqual([
      { reason: "unexplained", amount: "-7.77", count: 0, operation_ids: [], explains: false },
    ])
  })

  it("what stands already isn't posted again, however it has changed", () => {
    const standing = [
      { key: "cagette/7/1", amount: "-30", reversed: false, customer_id: "cus_1" },
      { key: "cagette/7/2", amount: "20", reversed: false, customer_id: "cus_1" },
      { key: "cagette/7/3", amount: "5", reversed: true, customer_id: "cus_1" },
      { key: "cagette/7/4", amount: "1", reversed: false, customer_id: "cus_1" },
    ]
    const rows = [row(1, -30), payment(2, 25, "cash"), payment(3, 5, "cash"), payment(9, 2, "cash")]
    const again = plan(rows, "2", { known: { customer_id: "cus_1", standing } })
    expect(again.entries.map(({ key }) => key)).toEqual(["cagette/7/9"])
    expect(again.line).toMatchObject({ posted_before: "-9", to_post: "2", difference: "-9" })
    expect(explaining(again).sort()).toEqual(["changed_since", "deleted_since", "reversed_here"])
  })

  it.each<[ImportReason, Partial<Known>, Partial<ForeignMember>]>([
    ["same_email", { reasons: ["same_email"] }, {}],
    ["no_user", {}, { exists: false }],
    ["has_opening_balance", { has_opening_balance: true }, {}],
  ])("nothing is posted for him: %s", (reason, known, changes) => {
    const skipped = plan([row(1, -30)], "-30", { mode: "opening-balances", known, changes })
    expect(skipped).toMatchObject({ entries: [], joins: false, line: { difference: "30" } })
    expect(explaining(skipped)).toEqual([reason])
  })

  it("who left and owes nothing isn't made a client", () => {
    const gone = { changes: { is_member: false }, mode: "opening-balances" as const }
    expect(plan([row(1, -3), payment(2, 3, "cash")], "0", gone).joins).toBe(false)
    expect(plan([row(1, -3)], "-3", gone).joins).toBe(true)
  })

  it("what can't be read is posted for what it is worth, and listed", () => {
    const { line } = plan(
      [payment(1, 8, "barter"), row(2, 9, { type: 2 }), row(3, 4, { type: 9 })],
      "21"
    )
    expect(line.findings.map(({ reason, count }) => [reason, count])).toEqual([
      ["unknown_payment", 2],
      ["unknown_type", 1],
    ])
    expect(line.difference).toBe("0")
  })
})
