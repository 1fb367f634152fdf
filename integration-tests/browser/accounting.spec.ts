import { readFileSync } from "node:fs"
import { useScreens } from "./screens"

jest.setTimeout(240_000)

const screens = useScreens()
const { visit, button, width } = screens

describe("the accountant's journal", () => {
  it("on a phone, in French: a period that isn't closed is downloaded in FEC format, marked as provisional", async () => {
    const { id } = await screens.market.addClient("Anna Stall")
    await screens.market.receive(id, "cash", 12.4)
    await visit("client-accounting", { phone: true, language: "fr" })
    await screens.page.getByText("1 pièce de cette période n’est pas encore clôturée").waitFor()
    expect(await width()).toBe(390)
    const [file] = await Promise.all([
      screens.page.waitForEvent("download"),
      button("Télécharger").tap(),
    ])
    expect(file.suggestedFilename()).toMatch(/^FEC\d{8}-provisional\.txt$/)
    const text = readFileSync(await file.path(), "utf8")
    expect(text).toContain("JournalCode\tJournalLib\tEcritureNum")
    expect(text).toContain("\t530\tCaisse\t")
  })
})
