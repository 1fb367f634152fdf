import { readFileSync } from "node:fs"
import { Client } from "pg"
import type { AdminClosingListResponse } from "../../src/types/http"
import { verifyArchive } from "../../src/archive/verify/verify-archives"
import { setLedgerClock } from "../fixtures/past-year"
import { useScreens } from "./screens"

jest.setTimeout(120_000)

const screens = useScreens()
const { visit, button, amount, toRead, width } = screens
const field = (name: string) => screens.page.getByLabel(name, { exact: true })
const heading = (name: string) => screens.page.getByRole("heading", { name, exact: true }).waitFor()
const closings = async () =>
  (await screens.market.get<AdminClosingListResponse>("/admin/client-ledger/closings")).closings

describe("closing the day", () => {
  it("on a phone: coins and notes, cheques, terminal, a gap with its reason, and it is done", async () => {
    const { id } = await screens.market.addClient("Anna Stall")
    await screens.market.receive(id, "cash", 47.3)
    await screens.market.receive(id, "cheque", 30, { reference: "0004217" })
    await screens.market.receive(id, "card_terminal", 12)
    await visit("client-closings", { phone: true, language: "fr" })
    await screens.page.getByText("3 encaissements").waitFor()
    expect(await width()).toBe(390)
    await button("Clôturer la journée").tap()
    await amount("En caisse avant le premier client").fill("50")
    await field("50 €").fill("1")
    await field("20 €").fill("2")
    await field("5 €").fill("1")
    await field("2 €").fill("1")
    await toRead(screens.page.getByTestId("cash-total"), "97,00")
    expect(await amount("Reste en caisse pour la prochaine fois").inputValue()).toBe("50,00")
    await button("Suivant").tap()
    await heading("Chèques et TPE")
    await button("Suivant").tap()
    await screens.page.getByText("Comptez, et saisissez 0 s'il n'y en a pas").first().waitFor()
    await field("Nombre de chèques").fill("1")
    await amount("Total des chèques").fill("30")
    await amount("Total du ticket du terminal").fill("12")
    await button("Suivant").tap()
    await heading("Vérifier et clôturer")
    await screens.page.getByText("-0,30").waitFor()
    await button("Clôturer la journée").tap()
    await screens.page.getByText("Dites pourquoi, en quelques mots").waitFor()
    await field("Pourquoi cet écart ?").fill("erreur de rendu")
    expect(await width()).toBe(390)
    await button("Clôturer la journée").tap()
    await screens.page.getByRole("alertdialog").waitFor()
    await screens.page
      .getByRole("alertdialog")
      .getByRole("button", { name: "Clôturer la journée" })
      .tap()
    await heading("Clôture n° 1")
    await screens.page.getByText("erreur de rendu").waitFor()
    expect(await width()).toBe(390)
    expect(await closings()).toMatchObject([{ number: 1, gap: -0.3, cash_left: 50, net: 89.3 }])
  })

  it("starts the next one from what the last has left, and warns of much cash", async () => {
    const { id } = await screens.market.addClient("Bruno Rich")
    await screens.market.receive(id, "cash", 1200, { confirmed: true })
    await screens.market.receive(id, "cash", 5, { direction: "out" })
    await visit("client-closings")
    await screens.page.getByText("Cash above €1,000.00").waitFor()
    await screens.page.getByText("Bruno Rich (€1,200.00)").waitFor()
    await button("Close the day").click()
    expect(await amount("In the box before the first client").inputValue()).toBe("50.00")
    await field("€200").fill("6")
    await field("€5").fill("9")
    await button("Next").click()
    await heading("Cheques and terminal")
    await button("Next").click()
    await screens.page.getByText("None", { exact: true }).waitFor()
    await button("Close the day").click()
    await screens.page
      .getByRole("alertdialog")
      .getByRole("button", { name: "Close the day" })
      .click()
    await heading("Closing no. 2")
    expect(await closings()).toMatchObject([
      { number: 2, gap: 0, opening_float: 50, cash_left: 50 },
      { number: 1 },
    ])
  })

  it("gives the closing as PDF and CSV", async () => {
    await visit("client-closings")
    await screens.page.getByRole("row").filter({ hasText: "Closing no. 1" }).click()
    await heading("Closing no. 1")
    for (const [name, begins] of [
      ["PDF", "%PDF-"],
      ["CSV", "\ufeffDay's closing no. 1"],
    ] as const) {
      const download = screens.page.waitForEvent("download")
      await button(name).click()
      const file = readFileSync(await (await download).path(), "utf8")
      expect(file.startsWith(begins)).toBe(true)
    }
  })

  it("is reached from the balances and the menu; when nothing waits there is nothing to close", async () => {
    await visit("client-accounts")
    await screens.page.getByRole("main").getByRole("link", { name: "Day's closing" }).click()
    await screens.page
      .getByText("No payment was recorded or reversed since the last closing.")
      .waitFor()
    expect(await button("Close the day").isDisabled()).toBe(true)
    await screens.page
      .getByRole("complementary")
      .getByRole("link", { name: "Day's closing" })
      .waitFor()
  })
})

describe("a year later", () => {
  it("on a phone: a year that isn't closed says so; once it is, its archive is kept, and holds", async () => {
    const year = new Date().getFullYear() - 1
    const database = new Client(screens.app.databaseUrl)
    await database.connect()
    const clock = (moment: string | null) =>
      setLedgerClock((statement) => database.query(statement), moment)
    await clock(`${year}-06-01T10:00Z`)
    const { id } = await screens.market.addClient("Gilda Year")
    await screens.market.receive(id, "transfer", 12)
    await clock(null)
    await database.end()

    await visit("client-closings", { phone: true, language: "fr" })
    await button("Archive d'une année").tap()
    await screens.page.getByText("1 encaissement à clôturer en EUR").waitFor()
    await screens.page.getByText(String(year), { exact: true }).tap()
    await button("Télécharger").tap()
    await screens.page.getByText("Clôturez d'abord la journée", { exact: false }).waitFor()
    expect(await width()).toBe(390)

    // The day where the screens are, which closed one before.
    const day = new Date().toLocaleDateString("sv", { timeZone: "Europe/Paris" })
    const closing = { opening_float: 0, counted: {}, day }
    await screens.market.post("/admin/client-ledger/closings", closing)
    await visit("client-closings", { phone: true, language: "fr" })
    await button("Archive d'une année").tap()
    await toRead(screens.page.getByRole("dialog"), "Clôturée")
    const download = screens.page.waitForEvent("download")
    await button("Télécharger").tap()
    expect((await download).suggestedFilename()).toBe(`archive-${year}.zip`)
    const { entries, problems } = await verifyArchive(await (await download).path())
    expect([entries, problems.messages]).toEqual([1, []])
  })
})

describe("many payments at once", () => {
  const choose = async (name: string, method: string) => {
    await screens.page.getByRole("combobox", { name: `Method: ${name}` }).click()
    await screens.page.getByRole("option", { name: method, exact: true }).click()
  }

  it("records those whose method is said, all or none, and reports them", async () => {
    const dora = await screens.market.addClient("Dora Owes", -12.4)
    const emil = await screens.market.addClient("Emil Owes", -30)
    const flora = await screens.market.addClient("Flora Owes", -5)
    await visit("client-accounts?q=owes")
    await button("Several payments").click()
    await choose("Emil Owes", "Cheque")
    await field("Reference: Emil Owes").fill("0004217")
    await choose("Dora Owes", "Cash")
    await amount("Amount: Dora Owes").fill("much")
    await button("Record").click()
    await screens.page.getByText("This is not an amount").waitFor()
    expect(await screens.market.balanceOf(emil.id)).toBe(-30)
    await amount("Amount: Dora Owes").fill("10")
    await toRead(screens.page.getByRole("status"), "2 payments, €40.00")
    await button("Record").click()
    await heading("2 payments recorded, €40.00")
    const balances = await Promise.all(
      [dora, emil, flora].map(({ id }) => screens.market.balanceOf(id))
    )
    expect(balances).toEqual([-2.4, 0, -5])
  })

  it("fits a phone", async () => {
    await visit("client-accounts", { phone: true, language: "fr" })
    await screens.page.getByText("Flora Owes").waitFor()
    await button("Plusieurs encaissements").tap()
    await screens.page.getByText("Dites comment chacun a payé").waitFor()
    expect(await width()).toBe(390)
  })
})
