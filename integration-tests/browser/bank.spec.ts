import { readFileSync } from "node:fs"
import { join } from "node:path"
import type { AdminBankLineListResponse, AdminClientAccount } from "../../src/types/http"
import { useScreens } from "./screens"

jest.setTimeout(120_000)

const screens = useScreens()
const { visit, button, toRead, width } = screens
const GOLDEN = join(__dirname, "../fixtures/bank")
const field = (name: string) => screens.page.getByLabel(name, { exact: true })
const dialog = () => screens.page.getByRole("dialog")
const line = (text: string) =>
  screens.page.locator("li:not([data-sonner-toast])").filter({ hasText: text })
const upload = (name: string, buffer: Buffer, label = "Upload a statement") =>
  screens.page.locator(`input[aria-label="${label}"]`).setInputFiles({
    ...{ name, mimeType: "application/octet-stream", buffer },
  })
const lines = (query: string) =>
  screens.market.get<AdminBankLineListResponse>(`/admin/bank-lines${query}`)
const client = {} as Record<"anne" | "bruno", AdminClientAccount>

describe("the bank's statement", () => {
  beforeAll(async () => {
    client.anne = await screens.market.addClient("Anne Morel", -30)
    client.bruno = await screens.market.addClient("Bruno Petit", -42)
  })

  it("names the account, and takes in a camt.053: the exact transfer is accepted in one go", async () => {
    await visit("client-bank")
    await button("Add a bank account").click()
    await dialog().getByRole("button", { name: "Save", exact: true }).click()
    await screens.page.getByText("Give it a name").waitFor()
    await field("Name").fill("Current account")
    await field("IBAN, or account number").fill("FR76 3000 6000 0112 3456 7890 189")
    await dialog().getByRole("button", { name: "Save", exact: true }).click()
    await screens.page.getByText("Current account · FR7630006000011234567890189").waitFor()
    const file = readFileSync(join(GOLDEN, "camt-053-02.xml"), "utf8")
    const own = file.replaceAll("RF340042", client.anne.reference)
    await upload("february.xml", Buffer.from(own))
    await screens.page.getByText("4 lines read, 0 known already, 1 matched exactly.").waitFor()
    await toRead(line("Dupré & fils"), "The reference is this client's, owes exactly this")
    await button("Accept the exact one").click()
    await screens.page.getByText(/bears the reference.*€30\.00/).waitFor()
    await screens.page.getByRole("alertdialog").getByText("Accept", { exact: true }).click()
    await screens.page.getByText("1 payment recorded").waitFor()
    expect(await screens.market.balanceOf(client.anne.id)).toBe(0)
    await screens.page.getByRole("row").filter({ hasText: "february.xml" }).waitFor()
  })

  it("another client is found by some letters, and money out is set aside with a note", async () => {
    await visit("client-bank")
    await button("Choose whose it is: €12.50, Anne Morel").click()
    await field("Client").fill("petit")
    await dialog().getByText("Bruno Petit").click()
    await dialog().getByRole("button", { name: "Accept", exact: true }).click()
    await screens.page.getByText("1 payment recorded").waitFor()
    expect(await screens.market.balanceOf(client.bruno.id)).toBe(-29.5)
    await screens.page.getByRole("tab", { name: "Money out" }).click()
    await line("FRAIS DE TENUE").getByRole("button").click()
    await screens.page.getByRole("menuitem", { name: "Set aside" }).click()
    await field("What it is").fill("bank fees")
    await button("Set aside").click()
    await screens.page.getByText("No money went out").waitFor()
    await screens.page.getByRole("tab", { name: "Set aside" }).click()
    await toRead(line("FRAIS DE TENUE"), "“bank fees”")
    await screens.page.getByRole("tab", { name: "Accepted" }).click()
    await toRead(line("panier du samedi"), "Bruno Petit")
  })

  it("on a phone, in French: a CSV's columns are guessed, asked once and remembered", async () => {
    await visit("client-bank", { phone: true, language: "fr" })
    await button("Envoyer un relevé").waitFor()
    const csv = readFileSync(join(GOLDEN, "preamble-1252.csv"))
    await upload("mars.csv", csv, "Envoyer un relevé")
    await screens.page.getByText("Colonnes du CSV", { exact: true }).waitFor()
    await toRead(screens.page.getByRole("combobox", { name: "Qui a payé" }), "Émetteur")
    await toRead(screens.page.getByRole("combobox", { name: "Crédit" }), "Crédit")
    await button("Enregistrer et envoyer").tap()
    await screens.page.getByText("4 lignes lues, 0 déjà connues", { exact: false }).waitFor()
    await toRead(line("Zoé Noël"), "1 234,50")
    expect(await width()).toBe(390)
    await upload("mars.csv", csv, "Envoyer un relevé")
    await screens.page.getByText("4 lignes lues, 4 déjà connues", { exact: false }).waitFor()
    expect((await lines("?state=open&direction=out")).count).toBe(2)
  })

  it("what is wrong with a file is said with its line", async () => {
    await visit("client-bank")
    await button("Upload a statement").waitFor()
    await upload("cut.xml", readFileSync(join(GOLDEN, "camt-053-08.xml")).subarray(0, 900))
    await screens.page.getByText(/line \d+, column \d+: this XML is not well-formed/).waitFor()
  })
})
