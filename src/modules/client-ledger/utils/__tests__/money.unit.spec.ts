import fc from "fast-check"
import {
  addAmounts,
  currencyDigits,
  exactAmount,
  fixedAmount,
  isNegative,
  isPositive,
  isZero,
  negate,
  roundAmount,
  sameAmount,
  subtractAmounts,
} from "../money"

describe("a currency's decimals", () => {
  it("are those that Medusa knows, whichever the case", () => {
    expect(["eur", "EUR", "jpy", "KWD"].map(currencyDigits)).toEqual([2, 2, 0, 3])
  })

  it.each(["", "euro", "toString", "__proto__"])("%p isn't a currency", (code) => {
    expect(() => currencyDigits(code)).toThrow(/^currency_code:/)
  })
})

describe("rounding", () => {
  it("goes half away from zero, from the exact value", () => {
    expect(roundAmount("34.116425", 2)).toBe("34.12")
    expect(roundAmount("0.005", 2)).toBe("0.01")
    expect(roundAmount("-0.005", 2)).toBe("-0.01")
    expect(roundAmount("1.005", 2)).toBe("1.01")
    expect(roundAmount("12.5", 0)).toBe("13")
    expect(roundAmount("1.2345", 3)).toBe("1.235")
  })

  it("reads Medusa's raw values", () => {
    expect(roundAmount({ value: "11.372", precision: 20 }, 2)).toBe("11.37")
  })

  it("never moves an amount by more than half its finest unit", () => {
    fc.assert(
      fc.property(fc.integer(), fc.constantFrom(0, 2, 3), (tenThousandths, digits) => {
        const value = fixedAmount(tenThousandths, 0) + "e-4"
        const off = subtractAmounts(roundAmount(value, digits), value)
        expect(Math.abs(Number(off))).toBeLessThanOrEqual(0.5 * 10 ** -digits + 1e-12)
      })
    )
  })
})

describe("an exact amount", () => {
  it.each([
    [12.4, 2, "12.4"],
    ["12.40", 2, "12.4"],
    ["-0.01", 2, "-0.01"],
    ["1200", 0, "1200"],
    ["1.234", 3, "1.234"],
    ["999999999999999", 2, "999999999999999"],
    [{ value: "5.10", precision: 20 }, 2, "5.1"],
  ])("%p with %p decimals is %p", (value, digits, amount) => {
    expect(exactAmount(value, digits)).toBe(amount)
  })

  it.each([
    ["abc", "must be a number"],
    ["", "must be a number"],
    [NaN, "must be a number"],
    [Infinity, "must be a number"],
    [{} as unknown as string, "must be a number"],
    [0, "must not be zero"],
    ["-0.00", "must not be zero"],
    ["0.001", "must have at most 2 decimals"],
    ["1e15", "is too large"],
    ["-1e15", "is too large"],
  ])("%p is refused: %s", (value, rule) => {
    expect(() => exactAmount(value, 2, "owed")).toThrow(`owed: ${rule}`)
  })

  it("has no decimals in a currency without any", () => {
    expect(() => exactAmount("0.5", 0)).toThrow("amount: must have no decimals")
  })
})

describe("sums", () => {
  const cents = fc.bigInt({ min: -(10n ** 17n) + 1n, max: 10n ** 17n - 1n })
  const amountOf = (value: bigint) => {
    const digits = (value < 0n ? -value : value).toString().padStart(3, "0")
    return `${value < 0n ? "-" : ""}${digits.slice(0, -2)}.${digits.slice(-2)}`
  }

  it("are exact, as whole cents are", () => {
    fc.assert(
      fc.property(cents, cents, (a, b) => {
        expect(sameAmount(addAmounts(amountOf(a), amountOf(b)), amountOf(a + b))).toBe(true)
        expect(sameAmount(subtractAmounts(amountOf(a), amountOf(b)), amountOf(a - b))).toBe(true)
        expect(sameAmount(negate(amountOf(a)), amountOf(-a))).toBe(true)
      })
    )
  })

  it("know above zero, below zero and zero apart", () => {
    fc.assert(
      fc.property(cents, (value) => {
        const amount = amountOf(value)
        expect([isNegative(amount), isZero(amount), isPositive(amount)]).toEqual([
          value < 0n,
          value === 0n,
          value > 0n,
        ])
      })
    )
  })

  it("of tenths are tenths, which floats get wrong", () => {
    expect(addAmounts(...Array<number>(10).fill(0.1))).toBe("1")
    expect(addAmounts()).toBe("0")
  })
})

it("a file shows all the decimals of a currency", () => {
  expect([fixedAmount("12.4", 2), fixedAmount("12", 0), fixedAmount("-1.5", 3)]).toEqual([
    "12.40",
    "12",
    "-1.500",
  ])
})
