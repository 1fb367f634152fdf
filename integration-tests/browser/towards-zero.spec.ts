import { useScreens } from "./screens"

jest.setTimeout(120_000)

const screens = useScreens()
const { visit, button, toRead, width } = screens
const DAY = 24 * 60 * 60 * 1000
const daysAgo = (days: number) => new Date(Date.now() - days * DAY).toISOString().slice(0, 10)
const field = (name: string) => screens.page.getByLabel(name, { exact: true })
const dialog = () => screens.page.getByRole("alertdialog")
const rowOf = (name: string) => screens.page.getByRole("row").filter({ hasText: name })

/** A client who has owed an amount since some days. */
async function addDebtor(name: string, amount: number, days: number) {
  const account = await screens.market.addClient(name)
  await screens.market.post(`/admin/client-accounts/${account.id}/entries`, {
    type: "adjustment",
    amount: -amount,
    note: "Notebook",
    value_date: daysAgo(days),
  })
  return account
}

const choose = async (label: string, choice: string) => {
  await screens.page.getByRole("combobox", { name: label, exact: true }).click()
  await screens.page.getByRole("option", { name: choice, exact: true }).click()
}

describe("towards zero", () => {
  it("says how far it is: share at zero, debts by age, and the next step of each client", async () => {
    await addDebtor("Anna Young", 12.4, 21)
    await addDebtor("Bruno Old", 30, 125)
    await screens.market.addClient("Cleo Zero")
    await screens.market.addClient("Dora Holds", 8)
    await screens.market.order("elsa.promises@example.com")
    await visit("client-accounts?status=all")
    const totals = screens.page.getByTestId("totals-eur")
    await toRead(totals, "20% of clients at zero")
    await toRead(totals, "0–30 days€12.40")
    await toRead(totals, "Older€30.00")
    await toRead(totals, "Not due€30.00")
    await toRead(rowOf("Anna Young"), "Remind: €12.40 due 3 weeks ago")
    await toRead(rowOf("Bruno Old"), "Remind: €30.00 due 4 months ago")
    await toRead(rowOf("Cleo Zero"), "Nothing to do")
    await toRead(rowOf("Dora Holds"), "€8.00 for the next order")
    await toRead(rowOf("elsa.promises"), "Cheque expected: €30.00")
  })

  it("leaves the table in sight on a desk", async () => {
    await visit("client-accounts")
    const table = await rowOf("Anna Young").boundingBox()
    expect(table!.y).toBeLessThan(700)
  })

  it("fits a phone, in French", async () => {
    await visit("client-accounts", { phone: true, language: "fr" })
    await screens.page.getByText("20 % des clients à zéro").waitFor()
    await screens.page.getByText("Relancer : 12,40 €, échu il y a 3 semaines").waitFor()
    expect(await width()).toBe(390)
  })
})

describe("bringing clients to zero", () => {
  it("takes a selection, demands a method or a reason for each, says the totals, and reports", async () => {
    const anna = await addDebtor("Fanny Pays", 12.4, 3)
    const bruno = await screens.market.addClient("Gina Paid", 8)
    const gone = await addDebtor("Hugo Gone", 3, 3)
    await visit("client-accounts?status=all")
    for (const name of ["Fanny Pays", "Gina Paid", "Hugo Gone"]) {
      await field(`Select ${name}`).click()
    }
    expect(await field("Select Cleo Zero").isDisabled()).toBe(true)
    await screens.page.getByText("3 clients", { exact: true }).waitFor()
    await button("Bring to zero Z").click()
    await choose("How: Fanny Pays", "Cheque")
    await field("Reference: Fanny Pays").fill("0004217")
    await choose("How: Hugo Gone", "Write off")
    await button("Bring to zero").click()
    await screens.page.getByText("Say how, or take the client out").waitFor()
    await screens.page.getByText("Say why, in a few words").waitFor()
    await choose("How: Gina Paid", "Cash")
    await field("Reason: Hugo Gone").fill("moved away")
    await button("Bring to zero").click()
    await toRead(dialog(), "Bring 3 clients to zero?")
    for (const line of [
      "Received · Cheque€12.40",
      "Paid out · Cash€8.00",
      "Debts written off€3.00",
    ]) {
      await toRead(dialog(), line)
    }
    expect(await screens.market.balanceOf(anna.id)).toBe(-12.4)
    await dialog().getByRole("button", { name: "Bring to zero" }).click()
    await screens.page.getByRole("heading", { name: "3 clients brought to zero" }).waitFor()
    await screens.page.getByText("Write-off · moved away").waitFor()
    const balances = await Promise.all(
      [anna, bruno, gone].map(({ id }) => screens.market.balanceOf(id))
    )
    expect(balances).toEqual([0, 0, 0])
    await button("Close").click()
    await field("Select Gina Paid").waitFor()
    expect(await field("Select Gina Paid").isChecked()).toBe(false)
  })

  it("posts nothing when a balance has moved meanwhile, names the client, and shows the new balance", async () => {
    const { id } = await addDebtor("Ines Moves", 5, 3)
    await visit("client-accounts?q=ines")
    await field("Select Ines Moves").click()
    await button("Bring to zero Z").click()
    await choose("How: Ines Moves", "Cash")
    await screens.market.receive(id, "cash", 2)
    await button("Bring to zero").click()
    await dialog().getByRole("button", { name: "Bring to zero" }).click()
    await screens.page.getByText(/Ines Moves\): the balance is -3 now/).waitFor()
    expect(await screens.market.balanceOf(id)).toBe(-3)
    await toRead(screens.page.getByRole("dialog"), "owes €3.00")
    await button("Bring to zero").click()
    await toRead(dialog(), "€3.00")
    await dialog().getByRole("button", { name: "Bring to zero" }).click()
    await screens.page.getByRole("heading", { name: "1 client brought to zero" }).waitFor()
    expect(await screens.market.balanceOf(id)).toBe(0)
  })

  it("on a phone, in French, the same for all", async () => {
    const jean = await addDebtor("Jean Duo", 5, 3)
    const kim = await addDebtor("Kim Duo", 7, 3)
    await visit("client-accounts?q=duo", { phone: true, language: "fr" })
    await field("Sélectionner toute la page").tap()
    await button("Mettre à zéro Z").tap()
    await choose("Pareil pour tous", "Espèces")
    expect(await width()).toBe(390)
    await button("Mettre à zéro").tap()
    await toRead(dialog(), "Encaissé · Espèces12,00")
    await dialog().getByRole("button", { name: "Mettre à zéro" }).tap()
    await screens.page.getByRole("heading", { name: "2 clients mis à zéro" }).waitFor()
    const balances = await Promise.all([jean, kim].map(({ id }) => screens.market.balanceOf(id)))
    expect(balances).toEqual([0, 0])
  })
})
