import { parseAmount, subtract, typedAmount } from "../amount"

describe("an amount that is typed", () => {
  it.each([
    ["12", 12],
    ["12.4", 12.4],
    ["12,40", 12.4],
    ["1 234,56", 1234.56],
    ["1\u202f234,56", 1234.56],
    ["7.", 7],
    ["0,10", 0.1],
    ["12.4000", 12.4],
  ])("%s is %d, whichever the separator", (text, value) => {
    expect(parseAmount(text, 2)).toEqual({ ok: true, value })
  })

  it.each([
    ["", "missing"],
    ["0", "missing"],
    ["0,00", "missing"],
    [".", "invalid"],
    ["-5", "invalid"],
    ["1e3", "invalid"],
    ["12.34.56", "invalid"],
    ["abc", "invalid"],
    ["12.345", "too_fine"],
  ])("%j is refused: %s", (text, reason) => {
    expect(parseAmount(text, 2)).toEqual({ ok: false, reason })
  })

  it("may be as fine as its currency and no finer", () => {
    expect(parseAmount("1.234", 3)).toEqual({ ok: true, value: 1.234 })
    expect(parseAmount("100.5", 0)).toEqual({ ok: false, reason: "too_fine" })
    expect(parseAmount("100", 0)).toEqual({ ok: true, value: 100 })
  })

  it("is proposed as its reader would type it", () => {
    expect(typedAmount(12.4, 2, ",")).toBe("12,40")
    expect(typedAmount(-12.4, 2, ".")).toBe("12.40")
    expect(typedAmount(1500, 0, ".")).toBe("1500")
    expect(typedAmount(0, 2, ".")).toBe("")
  })
})

it("a difference carries no dust of binary fractions", () => {
  expect(subtract(0.3, 0.1, 2)).toBe(0.2)
  expect(subtract(5, 8, 2)).toBe(-3)
})
