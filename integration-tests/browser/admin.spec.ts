import { readFileSync } from "node:fs"
import type { Locator } from "playwright-core"
import { loseAnswers } from "./browser"
import { useScreens } from "./screens"

jest.setTimeout(120_000)

const screens = useScreens()
const { visit, button, amount, toRead, width } = screens
const amountField = () => amount("Amount")
const balanceInWords = () => screens.page.getByTestId("balance-in-words")
const dialogToClose = () => screens.page.getByRole("dialog").waitFor({ state: "detached" })
const row = (text: string) => screens.page.getByRole("row").filter({ hasText: text })

describe("the balances page", () => {
  it("shows who owes at a glance, the biggest debt first", async () => {
    await screens.market.addClient("Anna Small", -12.4)
    await screens.market.addClient("Bruno Large", -88)
    await screens.market.addClient("Carla Held", 50)
    await visit("client-accounts")
    await row("Bruno Large").waitFor()
    const rows = await screens.page.locator("tbody tr").allInnerTexts()
    expect(rows.map((text) => text.trim().split("\n")[0])).toEqual(["Bruno Large", "Anna Small"])
    await toRead(screens.page.getByTestId("totals-eur"), "€100.40")
    await toRead(screens.page.getByRole("tab", { selected: true }), "2")
  })

  it("keeps what is shown in its address", async () => {
    await visit("client-accounts?status=in_credit&q=carla")
    await row("Carla Held").waitFor()
    await screens.page.getByRole("tab", { name: "All" }).click()
    await screens.page.waitForURL(/status=all/)
    expect(screens.page.url()).toContain("q=carla")
  })

  it("leads from a search without result to all the clients", async () => {
    await visit("client-accounts?q=carla")
    await button("Search all clients").click()
    await row("Carla Held").waitFor()
  })

  it("exports what it shows as CSV", async () => {
    await visit("client-accounts?status=in_credit")
    const download = screens.page.waitForEvent("download")
    await button("Export CSV").click()
    const csv = readFileSync(await (await download).path(), "utf8")
    expect(csv).toContain("Carla Held")
    expect(csv).not.toContain("Bruno Large")
  })

  it("is summed up in one line above the customers", async () => {
    await visit("customers")
    const summary = screens.page.getByTestId("client-balances-summary")
    await toRead(summary, "2 owe €100.40")
    await toRead(summary, "1 holds €50.00")
    await screens.page.getByRole("link", { name: "Client balances" }).last().click()
    await row("Bruno Large").waitFor()
  })

  it("shows the same balance on a phone", async () => {
    await visit("client-accounts", { phone: true })
    await toRead(row("Bruno Large"), "-€88.00")
    expect(await width()).toBe(390)
    await row("Bruno Large").tap()
    await toRead(balanceInWords(), "owes €88.00")
  })

  it("speaks French to a French administrator", async () => {
    await visit("client-accounts", { language: "fr" })
    await toRead(row("Anna Small"), "-12,40 €")
    await screens.page.getByRole("tab", { name: "Doivent" }).waitFor()
    await screens.page.getByRole("link", { name: "Anna Small" }).click()
    await toRead(balanceInWords(), "doit 12,40 €")
    await button("Encaisser").waitFor()
  })
})

it("shows the reference that the client writes on a transfer, and finds him by it", async () => {
  const account = await screens.market.addClient("Rita Virement", -12.4)
  const { reference } = account
  await visit(`client-accounts/${account.id}`)
  await toRead(screens.page.locator("dd"), reference)
  await button("Copy the transfer reference").waitFor()
  await visit(`client-accounts?q=${reference}`)
  await row("Rita Virement").waitFor()
})

describe("a payment", () => {
  it("brings the balance to zero, from the keyboard alone", async () => {
    const account = await screens.market.addClient("Dina Payer", -12.4)
    await visit(`client-accounts/${account.id}`)
    await button("Record a payment").press("Enter")
    const amount = amountField()
    await toHaveFocus(amount)
    expect(await amount.inputValue()).toBe("12.40")
    await screens.page.keyboard.type("12,4")
    await screens.page.getByRole("radio", { name: "Cheque" }).press("Space")
    await screens.page.getByLabel("Reference", { exact: true }).fill("0012345")
    await screens.page.keyboard.press("Enter")
    await dialogToClose()
    await toRead(balanceInWords(), "at zero")
    await toRead(row("Payment received"), "Cheque · 0012345")
    expect(await screens.market.balanceOf(account.id)).toBe(0)
  })

  it("is posted once by a double click", async () => {
    const account = await screens.market.addClient("Emil Hasty", -20)
    await visit(`client-accounts/${account.id}`)
    await button("Record a payment").click()
    await screens.page.getByText("Cash", { exact: true }).click()
    await button("Record").dblclick()
    await dialogToClose()
    await toRead(balanceInWords(), "at zero")
    expect(await screens.market.entriesOf(account.id)).toHaveLength(2)
  })

  it("is posted once when its answer got lost and it is sent again", async () => {
    const account = await screens.market.addClient("Fanny Lost", -20)
    await visit(`client-accounts/${account.id}`)
    const network = await loseAnswers(screens.page, "*/admin/receipts")
    await button("Record a payment").click()
    await screens.page.getByText("Cash", { exact: true }).click()
    await button("Record").click()
    await screens.page.getByText("The server can't be reached").waitFor()
    await network.restore()
    await button("Record").click()
    await dialogToClose()
    expect(await screens.market.entriesOf(account.id)).toHaveLength(2)
    expect(await screens.market.balanceOf(account.id)).toBe(0)
  })

  it("finer than the currency is refused before it is sent", async () => {
    const account = await screens.market.addClient("Gaël Fine", -20)
    await visit(`client-accounts/${account.id}`)
    await button("Record a payment").click()
    await amountField().fill("1.234")
    await screens.page.getByText("Cash", { exact: true }).click()
    await button("Record").click()
    await screens.page.getByText("At most 2 decimals").waitFor()
    expect(await screens.market.balanceOf(account.id)).toBe(-20)
  })

  it("that is reversed brings the debt back", async () => {
    const account = await screens.market.addClient("Hana Undone", -20)
    await visit(`client-accounts/${account.id}`)
    await button("Record a payment").click()
    await screens.page.getByText("Cheque", { exact: true }).click()
    await button("Record").click()
    await toRead(balanceInWords(), "at zero")
    await row("Payment received").getByRole("button", { name: "Actions" }).click()
    await screens.page.getByRole("menuitem", { name: "Reverse the payment" }).click()
    await screens.page.getByLabel("Note").fill("Bounced")
    await button("Reverse").click()
    await toRead(balanceInWords(), "owes €20.00")
    await toRead(row("Reversal"), "Bounced")
  })

  it("out asks first when the client holds less", async () => {
    const account = await screens.market.addClient("Igor Out", 5)
    await visit(`client-accounts/${account.id}`)
    await button("Pay out").click()
    await amountField().fill("8")
    await screens.page.getByText("Cash", { exact: true }).click()
    await screens.page.getByRole("dialog").getByRole("button", { name: "Pay out" }).click()
    const question = screens.page.getByRole("alertdialog")
    await toRead(question, "will owe €3.00")
    expect(await screens.market.balanceOf(account.id)).toBe(5)
    await question.getByRole("button", { name: "Pay out" }).click()
    await toRead(balanceInWords(), "owes €3.00")
  })
})

describe("an order's page", () => {
  it("takes what was received, in part and in whole, and pays a refund out", async () => {
    const account = await screens.market.addClient("Jules Order")
    const order = await screens.market.order(account.customer_email!)
    await visit(`orders/${order.id}`)
    await toRead(screens.page.getByTestId("order-expected"), "€30.00")
    await button("Another amount").click()
    await amountField().fill("10")
    await button("Record").click()
    await toRead(screens.page.getByTestId("order-received"), "€10.00")
    await toRead(screens.page.getByTestId("order-expected"), "€20.00")
    await button("Received: all").click()
    await toRead(screens.page.getByTestId("order-received"), "€30.00")
    await toRead(screens.page.getByTestId("order-account"), "at zero")
    expect(await screens.market.balanceOf(account.id)).toBe(0)

    await screens.market.refund(order.id)
    await screens.page.reload({ waitUntil: "commit" })
    await screens.page.getByText("€30.00 stays on the account").waitFor()
    await button("Pay out").click()
    await screens.page.getByText("Cash", { exact: true }).click()
    await screens.page.getByRole("dialog").getByRole("button", { name: "Pay out" }).click()
    await dialogToClose()
    await screens.page.getByText("stays on the account").waitFor({ state: "detached" })
    expect(await screens.market.balanceOf(account.id)).toBe(0)
  })
})

describe("the settings", () => {
  it("take a method that is switched off out of the checkout", async () => {
    expect(await screens.market.offeredProviders()).toContain("pp_cash_market")
    await visit("settings/client-payments")
    await screens.page.getByRole("switch", { name: "Cash" }).click()
    await screens.page.getByText("Cash is no longer offered").waitFor()
    expect(await screens.market.offeredProviders()).toEqual(["pp_cheque_market"])
  })

  it("import opening balances only when every line is right", async () => {
    const account = await screens.market.addClient("Karl Moved")
    await visit("settings/client-payments")
    await button("Import a CSV").click()
    const lines = screens.page.getByLabel("or paste the lines here")
    await lines.fill(`email;amount;note\n${account.customer_email};-7,50;Book\nnobody@x.fr;1;Book`)
    await button("Preview").click()
    await screens.page.getByText("1 line has an error").waitFor()
    expect(await button("Record 1 balance").isDisabled()).toBe(true)
    await button("Change the lines").click()
    await lines.fill(`email;amount;note\n${account.customer_email};-7,50;Book`)
    await button("Preview").click()
    await button("Record 1 balance").click()
    await screens.page.getByText("1 opening balance recorded").waitFor()
    expect(await screens.market.balanceOf(account.id)).toBe(-7.5)
  })

  it("prove that the ledger adds up", async () => {
    await visit("settings/client-payments")
    await button("Check the ledger").click()
    await screens.page.getByText("Everything adds up").waitFor()
  })
})

const toHaveFocus = async (locator: Locator) => {
  const element = await locator.elementHandle()
  await screens.page.waitForFunction((input) => document.activeElement === input, element)
}
