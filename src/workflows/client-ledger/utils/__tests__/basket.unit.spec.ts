import { itemsToFulfil, undeliveredFulfilments, type Basket, type BasketItem } from "../basket"
import { changedItems } from "../item-changes"

const item = (id: string, quantity: number, facts: Partial<BasketItem> = {}): BasketItem => ({
  id,
  title: "Tomatoes",
  requires_shipping: true,
  raw_quantity: quantity,
  detail: { raw_fulfilled_quantity: 0 },
  ...facts,
})
const basket = (facts: Partial<Basket>): Basket => ({
  id: "order_1",
  display_id: 12,
  status: "pending",
  items: [],
  shipping_methods: [],
  fulfillments: [],
  has_open_change: false,
  ...facts,
})

describe("what is left of a basket", () => {
  it("is what isn't fulfilled, to the gram", () => {
    const items = [
      item("a", 1.35, { detail: { raw_fulfilled_quantity: 1 } }),
      item("b", 2, { detail: { raw_fulfilled_quantity: 2 } }),
    ]
    expect(itemsToFulfil(basket({ items }))).toEqual([[{ id: "a", quantity: 0.35 }]])
  })

  it("is fulfilled apart where a part of it needs no shipping", () => {
    const items = [item("a", 1), item("b", 2, { requires_shipping: false })]
    expect(itemsToFulfil(basket({ items }))).toEqual([
      [{ id: "a", quantity: 1 }],
      [{ id: "b", quantity: 2 }],
    ])
  })

  it("is delivered unless it went by post, was delivered, or was cancelled", () => {
    const never = { delivered_at: null, shipped_at: null, canceled_at: null }
    const fulfillments = [
      { ...never, id: "waiting" },
      { ...never, id: "delivered", delivered_at: "2026-01-01" },
      { ...never, id: "sent", shipped_at: "2026-01-01" },
      { ...never, id: "cancelled", canceled_at: "2026-01-01" },
    ]
    expect(undeliveredFulfilments(basket({ fulfillments }))).toEqual(["waiting"])
  })
})

describe("lines put right", () => {
  const of = (fulfilled: number) =>
    basket({ items: [item("a", 2, { detail: { raw_fulfilled_quantity: fulfilled } })] })

  it("are those whose quantity is another", () => {
    expect(changedItems(of(0), [{ id: "a", quantity: 2 }])).toEqual([])
    expect(changedItems(of(0), [{ id: "a", quantity: 1.85 }])).toEqual([
      { id: "a", quantity: 1.85 },
    ])
  })

  it("may be taken out again when they are out", () => {
    expect(changedItems(of(0), [{ id: "gone", quantity: 0 }])).toEqual([])
    expect(() => changedItems(of(0), [{ id: "gone", quantity: 1 }])).toThrow(/isn't in order #12/)
  })

  it("are never less than what the client has", () => {
    expect(changedItems(of(1), [{ id: "a", quantity: 1 }])).toHaveLength(1)
    expect(() => changedItems(of(1.5), [{ id: "a", quantity: 1.4 }])).toThrow(/1.5 of "Tomatoes"/)
  })
})
