import { readFileSync } from "node:fs"
import type { AdminChequeDepositListResponse } from "../../src/types/http"
import { useScreens } from "./screens"

jest.setTimeout(120_000)

const screens = useScreens()
const { visit, button, amount, toRead, width } = screens
const field = (name: string) => screens.page.getByLabel(name, { exact: true })
const heading = (name: string) => screens.page.getByRole("heading", { name, exact: true }).waitFor()
const dialog = () => screens.page.getByRole("dialog")
/** Of the slip, not of the messages in the corner. */
const line = (name: string) =>
  screens.page.locator("li:not([data-sonner-toast])").filter({ hasText: name })
const menu = async (name: string, item: string) => {
  await line(name).getByRole("button").click()
  await screens.page.getByRole("menuitem", { name: item }).click()
}
const deposits = async () => {
  const path = "/admin/cheque-deposits"
  return (await screens.market.get<AdminChequeDepositListResponse>(path)).cheque_deposits
}
const client: Record<"anna" | "bruno" | "clara", string> = { anna: "", bruno: "", clara: "" }

describe("cheques", () => {
  beforeAll(async () => {
    const { market } = screens
    client.anna = (await market.addClient("Anna Morel", -30)).id
    client.bruno = (await market.addClient("Bruno Petit", -12.4)).id
    client.clara = (await market.addClient("Clara Grand", -99)).id
    await market.receive(client.anna, "cheque", 30, {
      reference: "0004217",
      value_date: "2026-02-03",
    })
    await market.receive(client.bruno, "cheque", 12.4, { value_date: "2026-02-04" })
    await market.receive(client.clara, "cheque", 1099, {
      value_date: "2026-02-05",
      confirmed: true,
    })
  })

  it("on a phone: all are picked, one is taken out, its bank is typed, and the slip is made", async () => {
    await visit("client-cheques", { phone: true, language: "fr" })
    await heading("À remettre")
    await screens.page.getByText("3 chèques, 1 141,40 €").first().waitFor()
    expect(await width()).toBe(390)
    await screens.page.getByRole("checkbox", { name: /Clara Grand/ }).tap()
    await toRead(screens.page.getByRole("status"), "2 chèques, 42,40 €")
    expect(await field("Tireur : Anna Morel").inputValue()).toBe("Anna Morel")
    expect(await field("N° de chèque : Anna Morel").inputValue()).toBe("0004217")
    await field("Banque : Anna Morel").fill("Crédit Agricole")
    await field("N° de chèque : Bruno Petit").fill("88")
    await button("Établir le bordereau").tap()
    await heading("Bordereau n° 1")
    await screens.page.getByText("Crédit Agricole · 0004217").waitFor()
    expect(await width()).toBe(390)
    expect(await deposits()).toMatchObject([{ number: 1, status: "open", count: 2, total: 42.4 }])
  })

  it("prints the slip, and it is deposited, credited but for one cheque that bounces with a fee", async () => {
    await visit("client-cheques")
    await heading("To deposit")
    await screens.page.getByRole("row").filter({ hasText: "Deposit slip no. 1" }).click()
    await heading("Deposit slip no. 1")
    const download = screens.page.waitForEvent("download")
    await button("PDF").click()
    const file = readFileSync(await (await download).path(), "utf8")
    expect(file.startsWith("%PDF-")).toBe(true)
    await button("Mark as deposited").click()
    await dialog().getByRole("button", { name: "Mark as deposited", exact: true }).click()
    await button("Mark as credited").waitFor()
    expect(await deposits()).toMatchObject([{ status: "deposited" }])
    await menu("Bruno Petit", "Mark as bounced")
    await button("It bounced").click()
    await screens.page.getByText("Say why, in a few words").waitFor()
    await field("What the bank says").fill("no funds")
    await amount("Bank fee charged to the client (optional)").fill("13.5")
    await button("It bounced").click()
    await toRead(line("Bruno Petit"), "Bounced")
    expect(await screens.market.balanceOf(client.bruno)).toBe(-25.9)
    await button("Mark as credited").click()
    await screens.page.getByText("1 cheque, €30.00").waitFor()
    await dialog().getByRole("button", { name: "Mark as credited", exact: true }).click()
    await toRead(line("Anna Morel"), "Credited")
    await screens.page.getByText("Settled", { exact: true }).waitFor()
    expect(await deposits()).toMatchObject([{ status: "cleared", cleared: 30, bounced: 12.4 }])
  })

  it("a bounce on a phone fits, and its fee shows on the client's account", async () => {
    await visit(`client-accounts/${client.bruno}`, { phone: true, language: "fr" })
    await screens.page.getByText("Frais bancaires").waitFor()
    const [slip] = await deposits()
    await visit(`client-cheques/${slip!.id}`, { phone: true, language: "fr" })
    await menu("Anna Morel", "Marquer comme rejeté")
    await screens.page.getByText("Ce chèque est rejeté ?").waitFor()
    expect(await width()).toBe(390)
    await button("Annuler").tap()
  })

  it("a slip that isn't deposited is canceled, and its cheques are free again", async () => {
    await visit("client-cheques")
    await button("Make the slip").click()
    await heading("Deposit slip no. 2")
    await button("Actions").click()
    await screens.page.getByRole("menuitem", { name: "Cancel the slip" }).click()
    await screens.page
      .getByRole("alertdialog")
      .getByRole("button", { name: "Cancel the slip" })
      .click()
    await screens.page.getByText("Canceled", { exact: true }).waitFor()
    expect(await deposits()).toMatchObject([{ number: 2, status: "canceled" }, { number: 1 }])
    await screens.page
      .getByRole("complementary")
      .getByRole("link", { name: "Cheques", exact: true })
      .click()
    await screens.page.getByText("1 cheque, €1,099.00").first().waitFor()
  })

  it("a cheque number that the client used before is warned of before it is recorded", async () => {
    await visit(`client-accounts/${client.anna}`)
    await button("Record a payment").click()
    await amount("Amount").fill("5")
    await screens.page.getByText("Cheque", { exact: true }).last().click()
    await field("Reference").fill("0004217")
    await screens.page.getByText("Cheque number used before").waitFor()
    await field("Reference").fill("0004218")
    await screens.page.getByText("Cheque number used before").waitFor({ state: "detached" })
  })

  it("among several payments at once, it is told of in their report", async () => {
    const { id } = await screens.market.addClient("Dora Often", -12)
    await screens.market.receive(id, "cheque", 5, { reference: "55" })
    await visit("client-accounts?q=often")
    await button("Several payments").click()
    await screens.page.getByRole("combobox", { name: "Method: Dora Often" }).click()
    await screens.page.getByRole("option", { name: "Cheque", exact: true }).click()
    await field("Reference: Dora Often").fill("55")
    await button("Record").click()
    await screens.page.getByText("Dora Often: 55 is also the number of a cheque of €5.00").waitFor()
    expect(await screens.market.balanceOf(id)).toBe(0)
  })
})
