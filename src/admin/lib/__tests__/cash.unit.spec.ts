import { amountOrZero, cashTotal, countedOf, denominationsOf } from "../cash"

describe("counting the box", () => {
  it("adds coins and notes up without the dust of binary fractions", () => {
    expect(cashTotal({ "0.1": "3", "0.2": "1", "20": "2", "5": "" }, 2)).toBe(40.5)
  })

  it("sends only what there is", () => {
    expect(countedOf({ "50": "0", "20": "2", "10": "" })).toEqual({ "20": 2 })
  })

  it("knows the euro's notes and coins, and says when it knows none", () => {
    expect(denominationsOf("eur")?.coins).toHaveLength(8)
    expect(denominationsOf("xof")).toBeNull()
  })

  it("reads nothing as zero, and nonsense as no amount", () => {
    expect([amountOrZero("", 2), amountOrZero("0", 2), amountOrZero("1,50", 2)]).toEqual([
      0, 0, 1.5,
    ])
    expect([amountOrZero("1,505", 2), amountOrZero("abc", 2)]).toEqual([null, null])
  })
})
