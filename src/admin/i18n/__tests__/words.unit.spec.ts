import words from ".."

type Words = { [key: string]: string | Words }

const texts = (tree: Words, path = ""): [string, string][] =>
  Object.entries(tree).flatMap(([key, value]) =>
    typeof value === "string" ? [[path + key, value]] : texts(value, `${path}${key}.`)
  )
const valuesIn = (text: string) => [...text.matchAll(/{{(\w+)}}/g)].map(([, name]) => name).sort()

const valuesByKey = (tree: Words) =>
  Object.fromEntries(texts(tree).map(([key, text]) => [key, valuesIn(text)]))

describe("the admin's words", () => {
  it("say the same values, key by key, in French and English", () => {
    expect(valuesByKey(words.fr.clientLedger)).toEqual(valuesByKey(words.en.clientLedger))
  })

  it("are never empty", () => {
    for (const { clientLedger } of Object.values(words)) {
      expect(texts(clientLedger).filter(([, text]) => !text.trim())).toEqual([])
    }
  })
})
