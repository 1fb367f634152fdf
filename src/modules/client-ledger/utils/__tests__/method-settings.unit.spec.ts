import { ON_SITE_METHODS } from "../../types"
import { contentOf, patchMethods } from "../method-settings"

describe("the texts of a method", () => {
  it("are there in both languages before anybody wrote some", () => {
    for (const method of ON_SITE_METHODS) {
      const { fr, en } = contentOf(method).texts
      for (const text of [fr.title, fr.instructions, en.title, en.instructions]) {
        expect(text).not.toBe("")
      }
    }
  })

  it("are the administrator's where he wrote some, language by language", () => {
    const first = patchMethods({}, { cash: { texts: { fr: { title: "Liquide" } } } })
    const second = patchMethods(first, {
      cash: { texts: { en: { instructions: "Coins please" } } },
    })
    const { fr, en } = contentOf("cash", second.cash).texts
    expect([fr.title, en.title, en.instructions]).toEqual(["Liquide", "Cash", "Coins please"])
  })

  it("can be silent, but never without a title", () => {
    const { cash } = patchMethods({}, { cash: { texts: { en: { title: "", instructions: "" } } } })
    expect(contentOf("cash", cash).texts.en).toEqual({ title: "Cash", instructions: "" })
  })
})

describe("the details of a method", () => {
  it("keep an IBAN and a BIC in their electronic form", () => {
    const { transfer } = patchMethods(
      {},
      { transfer: { iban: "fr14 2004 1010 0505 0001 3M02 606", bic: "psst frpp par" } }
    )
    expect(transfer).toMatchObject({ iban: "FR1420041010050500013M02606", bic: "PSSTFRPPPAR" })
  })

  it("refuse an IBAN with a wrong check digit, and any other nonsense, by name", () => {
    const refuses = (patch: object, field: string) =>
      expect(() => patchMethods({}, { transfer: patch })).toThrow(`methods.transfer.${field}:`)
    refuses({ iban: "FR1520041010050500013M02606" }, "iban")
    refuses({ iban: "my bank" }, "iban")
    refuses({ bic: "PSST" }, "bic")
    refuses({ reference: "{name}" }, "reference")
    refuses({ reference: "{customer" }, "reference")
    refuses({ payee: "Market" }, "payee")
  })

  it("are taken back by null or an empty text", () => {
    const set = patchMethods({}, { cheque: { payee: " Le Marché " } })
    expect(contentOf("cheque", set.cheque).payee).toBe("Le Marché")
    const cleared = patchMethods(set, { cheque: { payee: "" } })
    expect(contentOf("cheque", cleared.cheque).payee).toBeUndefined()
  })

  it("hold a transfer reference from the start", () => {
    expect(contentOf("transfer").reference).toBe("{customer} {order}")
  })
})
