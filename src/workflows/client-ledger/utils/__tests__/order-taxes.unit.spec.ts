import { taxesOf, type TaxedOrder } from "../order-taxes"

const line = (total: string, tax: string, rate?: number) => ({
  raw_total: total,
  raw_tax_total: tax,
  tax_lines: rate === undefined ? [] : [{ rate, raw_total: tax }],
})
const order = (...items: ReturnType<typeof line>[]): TaxedOrder => ({
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
})
