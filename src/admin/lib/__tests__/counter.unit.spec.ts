import type { AdminCounterClient, AdminCounterOrder } from "../../../types/http"
import { collectionOf, likelySelection, pressKey } from "../counter"

const order = (order_id: string, facts: Partial<AdminCounterOrder>): AdminCounterOrder => ({
  order_id,
  display_id: 1,
  ordered_at: null,
  due_on: null,
  is_overdue: false,
  is_asked: true,
  picked_up: false,
  pickup_option: null,
  promise_method: null,
  owed: facts.open ?? 0,
  paid: 0,
  open: 0,
  requested_returns: 0,
  ...facts,
})
const client = (facts: Partial<AdminCounterClient>): AdminCounterClient => ({
  client_account_id: "clacc_1",
  customer_id: "cus_1",
  customer_name: "Camille",
  customer_email: null,
  currency_code: "eur",
  balance: 0,
  old_debt: 0,
  to_collect: 0,
  orders: [],
  ...facts,
})
const everything = (of: AdminCounterClient) => ({
  orderIds: of.orders.map(({ order_id }) => order_id),
  withOldDebt: true,
})

describe("what a client pays now", () => {
  it("is several orders and the old debt, counted once", () => {
    const camille = client({
      balance: -62.4,
      old_debt: 12.4,
      orders: [order("a", { open: 20.1 }), order("b", { open: 29.9 })],
    })
    expect(collectionOf(camille, everything(camille), 2)).toEqual({ amount: 62.4, held: 0 })
    const one = { orderIds: ["a"], withOldDebt: true }
    expect(collectionOf(camille, one, 2)).toEqual({ amount: 32.5, held: 0 })
    const alone = { orderIds: ["a"], withOldDebt: false }
    expect(collectionOf(camille, alone, 2)).toEqual({ amount: 20.1, held: 0 })
  })

  it("is less what comes back and what the account holds", () => {
    const camille = client({
      balance: -10,
      orders: [order("a", { open: 20, requested_returns: 5 })],
    })
    expect(collectionOf(camille, everything(camille), 2)).toEqual({ amount: 10, held: 5 })
  })

  it("is never below zero", () => {
    const rich = client({ balance: 50, orders: [order("a", { open: 20 })] })
    expect(collectionOf(rich, everything(rich), 2)).toEqual({ amount: 0, held: 20 })
    const back = client({ balance: 0, orders: [order("a", { requested_returns: 5 })] })
    expect(collectionOf(back, everything(back), 2)).toEqual({ amount: 0, held: 0 })
  })

  it("is proposed as what was asked for and what is late", () => {
    const camille = client({
      orders: [
        order("asked", {}),
        order("late", { is_asked: false, is_overdue: true }),
        order("next week", { is_asked: false }),
      ],
    })
    expect(likelySelection(camille)).toEqual({ orderIds: ["asked", "late"], withOldDebt: true })
  })
})

describe("the keypad", () => {
  const typed = (keys: string, digits = 2) =>
    [...keys].reduce((text, key) => pressKey(text, key, { digits, separator: "," }), "")

  it("writes an amount, and no more than the currency's decimals", () => {
    expect(typed("47,305")).toBe("47,30")
    expect(typed(",5")).toBe("0,5")
    expect(typed("007")).toBe("7")
    expect(typed("1,2,3")).toBe("1,23")
    expect(typed("12,5", 0)).toBe("125")
  })
})
