import { taxesByOrder, taxesOf, type TaxedOrder } from "../order-taxes"

const line = (total: string, tax: string, rate?: number) => ({
  raw_total: total,
  raw_tax_total: tax,
  tax_lines: rate === undefined ? [] : [{ rate, raw_total: tax }],
})
const order = (...items: ReturnType<typeof line>[]): TaxedOrder => ({
  id: "order_1",
  status: "pending",
  items,
  shipping_methods: null,
})

describe("VAT of a day's orders", () => {
  it("is summed per rate, shipping included, then rounded", () => {
    const orders = [
      order(line("10.55", "0.55", 5.5), line("12", "2", 20)),
      { ...order(line("0.005275", "0.000275", 5.5)), shipping_methods: [line("6", "1", 20)] },
    ]
    expect(taxesOf(orders, 2)).toEqual([
      { rate: "5.5", base: "10.01", tax: "0.55" },
      { rate: "20", base: "15", tax: "3" },
    ])
  })

  it("leaves out what is cancelled, and shows what bears no tax at rate 0", () => {
    const orders = [order(line("5", "0")), { ...order(line("99", "9", 10)), status: "canceled" }]
    expect(taxesOf(orders, 2)).toEqual([{ rate: "0", base: "5", tax: "0" }])
  })

  it("is known of each order by itself, also of one that is cancelled", () => {
    const orders = [
      order(line("12", "2", 20)),
      { ...order(line("11", "1", 10)), id: "order_2", status: "canceled" },
    ]
    expect([...taxesByOrder(orders, 2)]).toEqual([
      ["order_1", [{ rate: "20", base: "10", tax: "2" }]],
      ["order_2", [{ rate: "10", base: "10", tax: "1" }]],
    ])
  })
})
