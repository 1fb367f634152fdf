import { epcPayload, type SepaTransfer } from "../epc-payload"

const transfer: SepaTransfer = {
  account_holder: "Le Panier du Canal",
  iban: "FR1420041010050500013M02606",
  bic: "PSSTFRPPTOU",
  amount: "12.4",
  currency_code: "eur",
  reference: "RF740001",
}
const linesOf = (more: Partial<SepaTransfer> = {}) =>
  epcPayload({ ...transfer, ...more })?.split("\n")

describe("the payload of a transfer's QR code", () => {
  it("has a line for each thing the guidelines name, in their order, and none after the last", () => {
    expect(epcPayload(transfer)).toBe(
      [
        ...["BCD", "002", "1", "SCT", "PSSTFRPPTOU", "Le Panier du Canal"],
        ...["FR1420041010050500013M02606", "EUR12.40", "", "RF740001"],
      ].join("\n")
    )
  })

  it("leaves the BIC's line empty where none is known", () => {
    expect(linesOf({ bic: null })?.[4]).toBe("")
  })

  it.each([
    ["0.01", "EUR0.01"],
    ["1234", "EUR1234.00"],
    ["999999999.99", "EUR999999999.99"],
  ])("writes %s as %s", (amount, written) => expect(linesOf({ amount })?.[7]).toBe(written))

  it.each<[string, Partial<SepaTransfer>]>([
    ["an amount of zero", { amount: "0" }],
    ["an amount below zero", { amount: "-1" }],
    ["too large an amount", { amount: "1000000000" }],
    ["another currency", { currency_code: "chf" }],
    ["no IBAN", { iban: null }],
    ["no account holder", { account_holder: " " }],
  ])("isn't there for %s", (_, more) => expect(epcPayload({ ...transfer, ...more })).toBeNull())

  it("keeps a name in one line, of seventy letters at most", () => {
    expect(linesOf({ account_holder: " Le\nPanier\u0000du  Canal " })?.[5]).toBe(
      "Le Panier du Canal"
    )
    const name = linesOf({ account_holder: "é".repeat(90) })?.[5]
    expect(name).toBe("é".repeat(70))
  })

  it("holds 331 bytes at most, whatever the name is written in", () => {
    const longest = epcPayload({ ...transfer, account_holder: "市".repeat(70) })
    expect(Buffer.byteLength(longest!)).toBeLessThanOrEqual(331)
    expect(epcPayload({ ...transfer, account_holder: "🥕".repeat(70) })).toBeNull()
  })
})
