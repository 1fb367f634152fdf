import { debtAfter, refundAmount, topUpAmount } from "../top-up-limits"

const EUR = { currency_code: "eur", decimal_digits: 2 }

describe("the amount of a top-up", () => {
  it.each([
    ["0.50", EUR, null, "0.5"],
    [12.4, EUR, null, "12.4"],
    ["100", EUR, "100", "100"],
    ["999999.99", EUR, null, "999999.99"],
    ["50", { currency_code: "jpy", decimal_digits: 0 }, null, "50"],
    ["0.01", { currency_code: "kwd", decimal_digits: 3 }, null, "0.01"],
  ])("%s is taken as it is", (value, account, max, amount) => {
    expect(topUpAmount(value, account, max)).toBe(amount)
  })

  it.each([
    [0, EUR, null, "amount: must not be zero"],
    ["-1", EUR, null, "amount: must be at least 0.5 EUR"],
    ["0.49", EUR, null, "amount: must be at least 0.5 EUR"],
    ["100.01", EUR, "100", "amount: must be at most 100 EUR"],
    ["1000000", EUR, "2000000", "amount: must be at most 999999.99 EUR"],
    ["1.005", EUR, null, "amount: must have at most 2 decimals"],
    ["49", { currency_code: "jpy", decimal_digits: 0 }, null, "amount: must be at least 50 JPY"],
    ["-1", { currency_code: "kwd", decimal_digits: 3 }, null, "amount: must be above zero"],
    // Stripe takes dinars by ten fils.
    [
      "1.005",
      { currency_code: "kwd", decimal_digits: 3 },
      null,
      "amount: must have at most 2 decimals",
    ],
    ["NaN", EUR, null, "amount: must be a number"],
  ])("%s is refused, naming the limit", (value, account, max, message) => {
    expect(() => topUpAmount(value, account, max)).toThrow(message)
  })
})

describe("the refund of a top-up", () => {
  const topUp = { amount: "30", refunded: "12.4" }

  it("is all that is left of it, unless said", () => {
    expect(refundAmount(undefined, topUp, 2)).toBe("17.6")
    expect(refundAmount("17.60", topUp, 2)).toBe("17.6")
    expect(refundAmount(0.01, topUp, 2)).toBe("0.01")
  })

  it.each([
    ["17.61", "amount: only 17.6 of it is left to refund"],
    ["-1", "amount: must be above zero"],
    ["0.001", "amount: must have at most 2 decimals"],
  ])("of %s is refused", (value, message) => {
    expect(() => refundAmount(value, topUp, 2)).toThrow(message)
  })

  it("leaves a debt where more goes than the client holds", () => {
    expect(debtAfter("10", "10")).toBeNull()
    expect(debtAfter("10", "10.01")).toBe("0.01")
    expect(debtAfter("-5", "1")).toBe("6")
  })
})
