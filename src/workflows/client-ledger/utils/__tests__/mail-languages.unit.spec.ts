import { languageIn } from "../mail-languages"

describe("a client's language", () => {
  it("is the first part of a language tag, if the mails speak it", () => {
    expect(["fr", "fr-FR", "FR_be", "en-GB"].map(languageIn)).toEqual(["fr", "fr", "fr", "en"])
    expect(["de-DE", "french", "", null, 3].map(languageIn)).toEqual(
      Array.from({ length: 5 }, () => undefined)
    )
  })
})
