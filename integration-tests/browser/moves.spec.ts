import type { AdminClientAccountListResponse } from "../../src/types/http"
import { useScreens } from "./screens"

jest.setTimeout(120_000)

const screens = useScreens()
const { visit, button, amount, toRead, width } = screens
const balanceInWords = () => screens.page.getByTestId("balance-in-words")
const row = (text: string) => screens.page.getByRole("row").filter({ hasText: text })
const drawer = () => screens.page.getByRole("dialog")
const question = () => screens.page.getByRole("alertdialog")
const answer = (name: string) => question().getByRole("button", { name, exact: true }).click()
const dialogToClose = () => drawer().waitFor({ state: "detached" })
const menuItem = (name: string) => screens.page.getByRole("menuitem", { name })
/** The account's own menu, above those of its entries. */
const openMenu = () => screens.page.getByRole("button", { name: "Actions" }).first().click()
const pick = (name: string) => drawer().getByRole("button", { name }).first().click()

describe("a payment that a closing has taken", () => {
  it("can't be corrected any more, and its menu says why", async () => {
    const { id } = await screens.market.addClient("Lea Closed", -12)
    await screens.market.receive(id, "transfer", 12)
    await screens.market.post("/admin/client-ledger/closings", {
      opening_float: 0,
      counted: { cash: { amount: 0 } },
    })
    await visit(`client-accounts/${id}`)
    await row("Payment received").getByRole("button", { name: "Actions" }).click()
    const correct = menuItem("Correct method or reference")
    await toRead(correct, "In closing no. 1: they stay")
    expect(await correct.getAttribute("aria-disabled")).toBe("true")
  })
})

describe("a large payment", () => {
  it("is asked about twice, and recorded once it is meant", async () => {
    const { id } = await screens.market.addClient("Ana Diaz", -4730)
    await visit(`client-accounts/${id}`)
    await button("Record a payment").click()
    await screens.page.getByText("Bank transfer", { exact: true }).click()
    await button("Record").click()
    await toRead(question(), "€4,730.00 for Ana Diaz: is that right?")
    await answer("Cancel")
    expect(await screens.market.balanceOf(id)).toBe(-4730)
    await button("Record").click()
    await answer("Yes, record it")
    await toRead(balanceInWords(), "at zero")
  })

  it("among several is asked about in one question, on a phone", async () => {
    const large = await screens.market.addClient("Bea Groslot", -800)
    const larger = await screens.market.addClient("Cyr Groslot", -950.5)
    const small = await screens.market.addClient("Dan Groslot", -20)
    await visit("client-accounts?q=groslot", { phone: true, language: "fr" })
    await button("Plusieurs encaissements").tap()
    for (const name of ["Bea Groslot", "Cyr Groslot", "Dan Groslot"]) {
      await screens.page.getByRole("combobox", { name: `Moyen de paiement : ${name}` }).tap()
      await screens.page.getByRole("option", { name: "Chèque", exact: true }).tap()
    }
    await button("Enregistrer").tap()
    await toRead(question(), "2 gros montants : sont-ils justes ?")
    await toRead(question(), "950,50 € pour Cyr Groslot, 800,00 € pour Bea Groslot")
    expect(await width()).toBe(390)
    await answer("Oui, les enregistrer")
    await screens.page.getByText("3 encaissements enregistrés").waitFor()
    for (const { id } of [large, larger, small]) {
      expect(await screens.market.balanceOf(id)).toBe(0)
    }
  })

  it("is large from the amount in the settings on", async () => {
    await visit("settings/client-payments")
    await screens.page.getByRole("button", { name: "Actions" }).first().click()
    await menuItem("Edit").click()
    const above = amount("Ask twice about a payment above")
    expect(await above.inputValue()).toBe("500.00")
    await above.fill("40")
    await button("Save").click()
    await dialogToClose()
    const { id } = await screens.market.addClient("Eve Forty", -41)
    await visit(`client-accounts/${id}`)
    await button("Record a payment").click()
    await screens.page.getByText("Cash", { exact: true }).click()
    await button("Record").click()
    await toRead(question(), "€41.00 for Eve Forty")
    await answer("Yes, record it")
    await toRead(balanceInWords(), "at zero")
  })
})

describe("money moved to another account", () => {
  it("pays the other's debt, and comes back on both accounts", async () => {
    const holder = await screens.market.addClient("Flora Holds", 50)
    const debtor = await screens.market.addClient("Guy Owes", -20)
    await visit(`client-accounts/${holder.id}`)
    await openMenu()
    await menuItem("Move to another account…").click()
    await drawer().getByLabel("To whose account?").fill("guy")
    await pick("Guy Owes")
    expect(await amount("Amount").inputValue()).toBe("20.00")
    await toRead(drawer(), "Flora Holds: holds €30.00")
    await toRead(drawer(), "Guy Owes: at zero")
    await drawer().getByLabel("Note").fill("Pays for a neighbour")
    await button("Move").click()
    await dialogToClose()
    await toRead(balanceInWords(), "holds €30.00")
    await row("Moved between accounts").getByRole("link", { name: "to Guy Owes" }).click()
    await toRead(balanceInWords(), "at zero")
    await row("from Flora Holds").getByRole("button", { name: "Actions" }).click()
    await menuItem("Reverse the entry").click()
    await toRead(question(), "on both accounts, that of Flora Holds too")
    await screens.page.getByLabel("Note").fill("Mistake")
    await button("Reverse").click()
    await toRead(balanceInWords(), "owes €20.00")
    expect(await screens.market.balanceOf(holder.id)).toBe(50)
    expect(await screens.market.balanceOf(debtor.id)).toBe(-20)
  })

  it("asks for what is missing, and warns of a debt, on a phone", async () => {
    const giver = await screens.market.addClient("Hugo Donne", 5)
    await screens.market.addClient("Iris Prend")
    await visit(`client-accounts/${giver.id}`, { phone: true, language: "fr" })
    await openMenu()
    await menuItem("Transférer vers un autre compte…").tap()
    await button("Transférer").tap()
    await drawer().getByText("Choisissez un compte").waitFor()
    await drawer().getByText("Dites pourquoi, en quelques mots").waitFor()
    await drawer().getByLabel("Vers le compte de qui ?").fill("iris")
    await pick("Iris Prend")
    await amount("Montant").fill("8")
    await toRead(drawer(), "Hugo Donne doit 3,00 €")
    expect(await width()).toBe(390)
    await drawer().getByLabel("Note").fill("Cadeau")
    await button("Transférer").tap()
    await toRead(balanceInWords(), "doit 3,00 €")
  })
})

describe("a guest merged into a registered client", () => {
  const accountOf = async (customerId: string) => {
    const path = `/admin/client-accounts?customer_id=${customerId}`
    return (await screens.market.get<AdminClientAccountListResponse>(path)).client_accounts[0]
  }

  it("gives the client of the same e-mail orders and balance, on a phone", async () => {
    const guest = await screens.market.addClient("Jeanne Invite", -12)
    await screens.market.order(guest.customer_email!)
    const client = await screens.market.register("Jeanne Inscrite", guest.customer_email!)
    await visit(`client-accounts/${guest.id}`, { phone: true, language: "fr" })
    await toRead(balanceInWords(), "doit 42,00 €")
    await openMenu()
    await menuItem("Fusionner avec un client inscrit…").tap()
    await toRead(drawer().getByRole("listitem").first(), "Même e-mail")
    await pick("Jeanne Inscrite")
    await drawer().getByLabel("Note").fill("Inscrite depuis")
    expect(await width()).toBe(390)
    await button("Fusionner").tap()
    await toRead(question(), "Fusionner Jeanne Invite avec Jeanne Inscrite ?")
    await answer("Fusionner")
    await toRead(screens.page.getByRole("heading"), "Jeanne Inscrite")
    await toRead(balanceInWords(), "doit 42,00 €")
    expect(await screens.market.balanceOf(guest.id)).toBe(0)
    expect(await accountOf(client)).toMatchObject({ balance: -42 })
  })

  it("is not offered for a client who has registered", async () => {
    const client = await screens.market.register("Karim Inscrit", "karim@example.com")
    const { client_account } = await screens.market.post<{ client_account: { id: string } }>(
      "/admin/client-accounts",
      { customer_id: client, currency_code: "eur" }
    )
    await visit(`client-accounts/${client_account.id}`)
    await balanceInWords().waitFor()
    // Whether the client is a guest is read beside the account.
    await screens.page.waitForTimeout(500)
    await openMenu()
    await menuItem("Move to another account…").waitFor()
    expect(await menuItem("Merge into a registered client…").count()).toBe(0)
  })
})
