import fc from "fast-check"
import { allocate, type Credit, type Debt } from "../allocate"
import { addAmounts, isPositive, smallest, subtractAmounts } from "../money"

const credit = (id: string, amount: string, at: number, order_ids: string[] = []): Credit => ({
  id,
  amount,
  at,
  day: "2026-11-21",
  order_ids,
})
const debt = (id: string, amount: string, at: number, returned_on?: string): Debt => ({
  id,
  amount,
  at,
  day: "2026-11-21",
  returned_on,
})
const shown = (credits: Credit[], debts: Debt[]) =>
  allocate(credits, debts).map(({ credit_id, debt_id, amount }) => [credit_id, debt_id, amount])

describe("which credit settles which debt", () => {
  it("the oldest credit settles the oldest debt, and the rest goes on to the next", () => {
    const orders = [debt("order-2", "30", 2), debt("order-1", "20", 1)]
    expect(shown([credit("cheque", "35.5", 3)], orders)).toEqual([
      ["cheque", "order-1", "20"],
      ["cheque", "order-2", "15.5"],
    ])
  })

  it("the day counts before the moment of recording", () => {
    const backdated = { ...debt("opening", "5", 9), day: "2026-01-01" }
    expect(shown([credit("cash", "5", 3)], [debt("order", "5", 1), backdated])).toEqual([
      ["cash", "opening", "5"],
    ])
  })

  it("what was paid for an order goes to it first, and what it doesn't need to the oldest", () => {
    const orders = [debt("old", "20", 1), debt("new", "20", 2)]
    expect(shown([credit("cash", "25", 3, ["new"])], orders)).toEqual([
      ["cash", "new", "20"],
      ["cash", "old", "5"],
    ])
  })

  it("an order paid twice leaves the second payment to the others", () => {
    const orders = [debt("old", "20", 1), debt("new", "20", 2)]
    const credits = [credit("card", "20", 3, ["new"]), credit("cash", "20", 4, ["new"])]
    expect(shown(credits, orders)).toEqual([
      ["card", "new", "20"],
      ["cash", "old", "20"],
    ])
  })

  it("an order that is gone or on another account releases what was paid for it", () => {
    expect(shown([credit("cash", "20", 3, ["gone"])], [debt("order", "20", 1)])).toEqual([
      ["cash", "order", "20"],
    ])
  })

  it("an order to be paid from the balance takes as much before older debts, and no more", () => {
    const orders = [debt("old", "20", 1), { ...debt("new", "20", 2), account_credit: "15" }]
    expect(shown([credit("cheque", "25", 3)], orders)).toEqual([
      ["cheque", "new", "15"],
      ["cheque", "old", "10"],
    ])
  })

  it("money given back online is taken from the captures of its order, not from the oldest credit", () => {
    const credits = [credit("cheque", "10", 1), credit("card", "30", 2, ["order"])]
    const debts = [debt("order", "20", 1), debt("refund", "10", 3, "order")]
    expect(shown(credits, debts)).toEqual([
      ["card", "refund", "10"],
      ["card", "order", "20"],
    ])
  })
})

describe("whatever the credits and debts", () => {
  const amount = fc.integer({ min: 1, max: 20_000 }).map((cents) => String(cents / 100))
  const moment = { at: fc.nat(9), day: fc.constantFrom("2026-11-20", "2026-11-21") }
  const orderId = fc.nat(5).map((n) => `order-${n}`)
  const credits = fc.uniqueArray(
    fc.record({
      id: fc.nat(30).map((n) => `credit-${n}`),
      amount,
      order_ids: fc.uniqueArray(orderId, { maxLength: 3 }),
      ...moment,
    }),
    { selector: ({ id }) => id, maxLength: 8 }
  )
  const debts = fc.uniqueArray(
    fc.record({
      id: fc.oneof(
        orderId,
        fc.nat(9).map((n) => `debit-${n}`)
      ),
      amount,
      returned_on: fc.option(orderId),
      account_credit: fc.option(amount, { nil: undefined }),
      ...moment,
    }),
    { selector: ({ id }) => id, maxLength: 8 }
  )
  const sum = (rows: { amount: string }[]) => addAmounts(...rows.map((row) => row.amount))

  it("nothing is settled beyond what it holds or owes, and nothing is left on both sides", () => {
    fc.assert(
      fc.property(credits, debts, (credits, debts) => {
        const allocations = allocate(credits, debts)
        expect(allocations.every(({ amount }) => isPositive(amount))).toBe(true)
        for (const { id, amount } of credits) {
          const used = sum(allocations.filter(({ credit_id }) => credit_id === id))
          expect(isPositive(subtractAmounts(used, amount))).toBe(false)
        }
        for (const { id, amount } of debts) {
          const settled = sum(allocations.filter(({ debt_id }) => debt_id === id))
          expect(isPositive(subtractAmounts(settled, amount))).toBe(false)
        }
        expect(sum(allocations)).toBe(smallest(sum(credits), sum(debts)))
      })
    )
  })

  it("the order in which they are read changes nothing", () => {
    fc.assert(
      fc.property(credits, debts, (credits, debts) => {
        expect(allocate([...credits].reverse(), [...debts].reverse())).toEqual(
          allocate(credits, debts)
        )
      })
    )
  })
})
