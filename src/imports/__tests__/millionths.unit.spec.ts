import fc from "fast-check"
import { addAmounts, roundAmount } from "../../modules/client-ledger/utils/money"
import { millionthsOf, parse, roundTo, toAmount } from "../millionths"

describe("millionths", () => {
  it("take a double's cents as they were meant", () => {
    expect(toAmount(millionthsOf(0.1 + 0.2))).toBe("0.3")
    expect(toAmount(millionthsOf(-12.4))).toBe("-12.4")
    expect(toAmount(millionthsOf(-0))).toBe("0")
    expect(toAmount(millionthsOf(1_234_567.89))).toBe("1234567.89")
  })

  it("are rounded half away from zero, as every amount of the ledger", () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n }), (value) => {
        for (const digits of [0, 2, 3]) {
          expect(toAmount(roundTo(digits, value))).toBe(roundAmount(toAmount(value), digits))
        }
      })
    )
  })

  it("come back from text, and add up exactly", () => {
    fc.assert(
      fc.property(fc.array(fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n })), (values) => {
        const sum = values.reduce((total, value) => total + value, 0n)
        expect(parse(toAmount(sum))).toBe(sum)
        expect(parse(addAmounts("0", ...values.map(toAmount)))).toBe(sum)
      })
    )
  })
})
