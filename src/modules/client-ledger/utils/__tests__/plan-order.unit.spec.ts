import fc from "fast-check"
import type { Standing } from "../../sql/entries"
import { addAmounts, isZero, negate, roundAmount, sameAmount } from "../money"
import {
  openAmount,
  planOrder,
  roundRunningSum,
  type OrderMovement,
  type OrderPlan,
  type OrderTarget,
} from "../plan-order"

const target = (changes: Partial<OrderTarget> = {}): OrderTarget => ({
  order_id: "order_1",
  display_id: 1,
  currency_code: "eur",
  holder: { customer_id: "cus_1", currency_code: "eur" },
  owed: "30",
  promise_provider_id: null,
  ordered_at: null,
  due_on: null,
  requested_returns: "0",
  awaits_pickup: false,
  shipping_option_id: null,
  account_credit: "0",
  hold_ids: [],
  movements: [],
  ...changes,
})

const movement = (id: string, amount: string): OrderMovement => ({
  source_type: amount.startsWith("-") ? "refund" : "capture",
  source_id: id,
  type: amount.startsWith("-") ? "refund" : "capture",
  amount,
  method: "online",
  provider_id: "pp_stripe_stripe",
  reference: null,
  value_date: "2026-01-07",
  actor_id: null,
})

/** The ledger after some plans: what `orderStandings` would read. */
class Standings {
  private readonly entries: (OrderPlan["postings"][number] & { receipt_id: string | null })[] = []
  private readonly reversed = new Set<string>()

  apply(plan: OrderPlan) {
    const receipts = new Set(plan.receipts.map((receipt) => receipt.source_id))
    for (const posting of plan.postings) {
      const own = receipts.has(posting.source_id) ? `receipt of ${posting.source_id}` : null
      this.entries.push({ ...posting, receipt_id: posting.receipt_id ?? own })
    }
    for (const id of plan.vanished) this.reversed.add(id)
    const keys = this.entries.map((entry) => `${entry.source_id} ${entry.source_seq}`)
    expect(new Set(keys).size).toBe(keys.length)
  }

  read(): Standing[] {
    const bySource = new Map<string, typeof this.entries>()
    for (const entry of this.entries) {
      const key = `${entry.source_type} ${entry.source_id} ${entry.account_id}`
      bySource.set(key, [...(bySource.get(key) ?? []), entry])
    }
    return [...bySource.values()].map((own) => {
      const { account_id, source_type, source_id, type, receipt_id } = own[0]!
      const all = this.entries.filter((entry) => entry.source_id === source_id)
      return {
        account_id,
        source_type,
        source_id,
        type,
        amount: addAmounts(...own.map((entry) => entry.amount)),
        next_seq: Math.max(...all.map((entry) => entry.source_seq!)) + 1,
        receipt_id,
        receipt_reversed: receipt_id !== null && this.reversed.has(receipt_id),
      }
    })
  }

  balance(accountId: string) {
    const own = this.entries.filter((entry) => entry.account_id === accountId)
    return addAmounts(...own.map((entry) => entry.amount))
  }
}

const amounts = (plan: OrderPlan) =>
  plan.postings.map((posting) => [posting.account_id, posting.source_id, posting.amount])

describe("planOrder", () => {
  it("debits from the day the order was placed, and a change from the day it is posted", () => {
    const days = (plan: OrderPlan) => plan.postings.map((posting) => posting.value_date)
    const placed = target({ ordered_at: "2026-01-05T10:00:00Z" })
    const ledger = new Standings()
    const first = planOrder(placed, "acc", [])
    expect(days(first)).toEqual(["2026-01-05"])
    ledger.apply(first)
    expect(days(planOrder({ ...placed, owed: "32" }, "acc", ledger.read()))).toEqual([undefined])
  })

  it("of a new order debits what it owes, credits each movement, and writes a receipt for it", () => {
    const plan = planOrder(
      target({ movements: [movement("cap_1", "20"), movement("ref_1", "-5")] }),
      "clacc_1",
      []
    )
    expect(amounts(plan)).toEqual([
      ["clacc_1", "order_1", "-30"],
      ["clacc_1", "cap_1", "20"],
      ["clacc_1", "ref_1", "-5"],
    ])
    expect(plan.receipts.map((receipt) => [receipt.direction, receipt.amount])).toEqual([
      ["in", "20"],
      ["out", "5"],
    ])
  })

  it("posts nothing for what is zero: an order for free, a capture below a cent", () => {
    const free = target({ owed: "0", movements: [movement("cap_1", "0")] })
    expect(planOrder(free, "clacc_1", [])).toEqual({ postings: [], receipts: [], vanished: [] })
  })

  it("moves an order by paired entries: out of the old account first, then into the new one", () => {
    const ledger = new Standings()
    ledger.apply(planOrder(target({ movements: [movement("cap_1", "20")] }), "clacc_1", []))
    const plan = planOrder(
      target({ movements: [movement("cap_1", "20")] }),
      "clacc_2",
      ledger.read()
    )
    expect(amounts(plan)).toEqual([
      ["clacc_1", "order_1", "30"],
      ["clacc_2", "order_1", "-30"],
      ["clacc_1", "cap_1", "-20"],
      ["clacc_2", "cap_1", "20"],
    ])
    expect(plan.postings.map((posting) => posting.receipt_id)).toEqual([
      ...[null, null],
      ...["receipt of cap_1", "receipt of cap_1"],
    ])
    expect(plan.receipts).toEqual([])
  })

  it("takes a vanished movement back, names its receipt, and does so once", () => {
    const ledger = new Standings()
    ledger.apply(planOrder(target({ movements: [movement("cap_1", "20")] }), "clacc_1", []))
    const plan = planOrder(target(), "clacc_1", ledger.read())
    expect(amounts(plan)).toEqual([["clacc_1", "cap_1", "-20"]])
    expect(plan.vanished).toEqual(["receipt of cap_1"])
    ledger.apply(plan)
    expect(planOrder(target(), "clacc_1", ledger.read())).toMatchObject({
      postings: [],
      vanished: [],
    })
  })

  it("from whatever stands, one plan leads to what the order is, and the next has nothing to do", () => {
    const state = fc.record({
      owed: fc.integer({ min: 0, max: 40 }).map(String),
      account: fc.constantFrom("clacc_1", "clacc_2", "clacc_3"),
      captures: fc.subarray(["cap_1", "cap_2", "cap_3"]),
      refunds: fc.subarray(["ref_1", "ref_2"]),
    })
    fc.assert(
      fc.property(fc.array(state, { minLength: 1, maxLength: 8 }), (states) => {
        const ledger = new Standings()
        const vanished = new Set<string>()
        let seen: string[] = []
        for (const { owed, account, captures, refunds } of states) {
          // A row that vanished doesn't come back under its id.
          const rows = [...captures, ...refunds].filter((id) => !vanished.has(id))
          for (const id of seen) if (!rows.includes(id)) vanished.add(id)
          seen = rows
          const movements = rows.map((id) => movement(id, id.startsWith("cap") ? "7.5" : "-2"))
          const now = target({ owed, movements })

          ledger.apply(planOrder(now, account, ledger.read()))
          expect(planOrder(now, account, ledger.read())).toMatchObject({
            postings: [],
            receipts: [],
          })
          const due = addAmounts(negate(owed), ...movements.map((one) => one.amount))
          for (const other of ["clacc_1", "clacc_2", "clacc_3"]) {
            const expected = other === account ? due : "0"
            expect([other, ledger.balance(other)]).toEqual([other, expected])
          }
        }
      })
    )
  })
})

describe("what is open on an order", () => {
  it("is what it owes and hasn't received, never below zero", () => {
    expect(openAmount("30", "12.5")).toBe("17.5")
    expect(openAmount("30", "45")).toBe("0")
  })
})

describe("rounding several captures", () => {
  const toCents = (sum: string) => roundAmount(sum, 2)

  it("rounds their running sum, not each", () => {
    expect(roundRunningSum(toCents, ["11.372", "11.372", "11.372"])).toEqual([
      "11.37",
      "11.37",
      "11.38",
    ])
  })

  it("adds up to the rounded sum, each within a cent of its own", () => {
    const thousandths = fc.integer({ min: -99_999, max: 99_999 })
    fc.assert(
      fc.property(fc.array(thousandths, { maxLength: 12 }), (values) => {
        const given = values.map((value) => String(value / 1000))
        const rounded = roundRunningSum(toCents, given)
        expect(sameAmount(addAmounts(...rounded), toCents(addAmounts(...given)))).toBe(true)
        rounded.forEach((amount, n) => {
          const off = addAmounts(amount, negate(given[n]!))
          expect(isZero(off) || Math.abs(Number(off)) <= 0.01).toBe(true)
        })
      })
    )
  })
})
