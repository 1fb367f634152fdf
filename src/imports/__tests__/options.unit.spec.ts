import { INSTALL, loadTypeOrm } from "../cagette/typeorm"
import { readOptions } from "../options"

describe("the import's words", () => {
  it("are read as `medusa exec` passes them", () => {
    expect(readOptions(["from=camap", "group=42", "mode=history", "apply", "by=a@b.c"])).toEqual({
      ...{ from: "camap", group: "42", mode: "history", apply: true, by: "a@b.c" },
      ...{ counts: "shown", lang: "fr" },
    })
  })

  it.each([
    [["from=odoo", "mode=history", "group=1"], /^from: /],
    [["from=cagette", "mode=history"], /group=ID: which group/],
    [["from=cagette", "mode=history", "group=a/b"], /^group: letters/],
    [["from=csv", "mode=history"], /csv=FILE: which file/],
    [["from=cagette", "mode=history", "group=1", "apply"], /by=E-MAIL/],
    [["from=cagette", "mode=history", "group=1", "aply"], /aply/],
  ])("%j are refused, with how the command is used", (words, message) => {
    expect(() => readOptions(words)).toThrow(message)
    expect(() => readOptions(words)).toThrow(/npx medusa exec/)
  })
})

describe("TypeORM", () => {
  it("that isn't installed is asked for by the command that installs it", async () => {
    const missing = async (name: string) => {
      throw Object.assign(new Error(`Cannot find module '${name}'`), { code: "MODULE_NOT_FOUND" })
    }
    await expect(loadTypeOrm(missing)).rejects.toThrow(INSTALL)
  })
})
