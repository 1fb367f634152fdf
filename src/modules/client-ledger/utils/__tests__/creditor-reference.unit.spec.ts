import fc from "fast-check"
import { accountNumberOf, creditorReference, isCreditorReference } from "../creditor-reference"

describe("a creditor reference", () => {
  it.each(["RF18539007547034", "RF18 5390 0754 7034", "RF712348231", "rf18000000000539007547034"])(
    "of the standard's examples, %s, is one",
    (text) => expect(isCreditorReference(text)).toBe(true)
  )

  it.each(["RF19539007547034", "RF18539007547043", "RF18", "539007547034", "RF18-5390", ""])(
    "is none when its check digits or its form don't fit: %s",
    (text) => expect(isCreditorReference(text)).toBe(false)
  )

  it("is short, and the same each time", () => {
    expect(creditorReference(1)).toBe("RF740001")
    expect(creditorReference(42)).toBe(creditorReference(42))
    expect(creditorReference(12345)).toMatch(/^RF\d{2}12345$/)
  })

  it("leads back to the account's number, for every number there may be", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2 ** 31 - 1 }), (number) => {
        const reference = creditorReference(number)
        expect(isCreditorReference(reference)).toBe(true)
        expect(accountNumberOf(reference.replace(/(.{4})/g, "$1 ").toLowerCase())).toBe(number)
      })
    )
  })

  it("with one digit mistyped, or two neighbours swapped, leads nowhere", () => {
    const reference = creditorReference(1234)
    for (let at = 2; at < reference.length; at++) {
      const digit = Number(reference[at])
      const mistyped = reference.slice(0, at) + ((digit + 1) % 10) + reference.slice(at + 1)
      expect(accountNumberOf(mistyped)).toBeNull()
    }
    expect(accountNumberOf(reference.slice(0, 4) + "2134")).toBeNull()
  })

  it.each(["RF18539007547034", "RF26VIOLET", "Camille", ""])(
    "of somebody else leads to no account of ours: %s",
    (text) => expect(accountNumberOf(text)).toBeNull()
  )
})
