import { readFileSync } from "node:fs"
import type { StoreClientAccount } from "../../src/types/http"
import { pdfText } from "../fixtures/pdf-text"
import { readQr } from "../fixtures/read-qr"
import { TRANSFER, useShopfront } from "./shopfront"

jest.setTimeout(120_000)

const shopfront = useShopfront()
const { visit, logIn, tap, follow, reads, balanceReads, look } = shopfront

let clients = 0
/** Somebody who has registered, with an account that stands at `balance`, and is logged in on a phone. */
const enter = async (path: string, { balance = 0, language = "en" as "en" | "fr" } = {}) => {
  const email = `phone${++clients}@example.com`
  const customer_id = await shopfront.market.register("Camille Dupré", email)
  const { client_account } = await shopfront.market.post<{ client_account: StoreClientAccount }>(
    "/admin/client-accounts",
    { customer_id, currency_code: "eur" }
  )
  if (balance) {
    await shopfront.market.post(`/admin/client-accounts/${client_account.id}/entries`, {
      ...{ type: "opening_balance", amount: balance, note: "Notebook" },
    })
  }
  await visit(`/log-in?next=${path}`, language)
  await logIn(email)
  return { id: client_account.id, email }
}
/** A basket of 30 euros, up to the choice of how it is paid. */
const fillBasket = async () => {
  await tap("Add Basket, M")
  await follow(/^Basket · 1 item/)
  await follow("Order")
  await reads("How do you pay?")
}
const choose = (title: string) => shopfront.page.getByRole("radio", { name: title }).tap()
const place = async () => {
  await tap("Place the order")
  await reads("Thank you!")
}
const download = async (name: string) => {
  const [file] = await Promise.all([shopfront.page.waitForEvent("download"), tap(name)])
  return { name: file.suggestedFilename(), content: readFileSync(await file.path()) }
}

describe("the door", () => {
  it("lets a new client in, who keeps the basket that he has begun", async () => {
    await visit()
    await tap("Add Basket, M")
    await tap("One more Basket, M")
    await follow(/^Basket · 2 items/)
    await reads("€60.00")
    expect(await shopfront.page.getByText("€0.00").count()).toBe(0)
    await look("basket")
    await follow("Log in to order")
    await tap("Create an account")
    await shopfront.page.getByLabel("First name").fill("Nouvelle")
    await shopfront.page.getByLabel("Last name").fill("Cliente")
    await shopfront.page.getByLabel("E-mail").fill("nouvelle@example.com")
    await shopfront.page.getByLabel("Password").fill("client-ledger")
    await look("register")
    await tap("Create an account")
    await reads("How do you pay?")
    await reads("€60.00")
  })

  it("says so when the password is wrong", async () => {
    const { email } = await enter("/account")
    await tap("Log out")
    await visit("/log-in")
    await logIn(email, "another")
    await reads("don't go together")
    await look("log-in")
  })
})

describe("an order", () => {
  it.each([
    ["Cheque", /Payable to/, "cheque"],
    ["Cash", /in cash at the stall/, "cash"],
    ["Bank transfer", /Scan it with your bank's app/, "transfer"],
    ["Card at the stall", /on our terminal/, "card-terminal"],
    ["Pay at pickup", /whichever way suits you/, "on-site"],
  ])("is paid by %s as the market says, and owed on the account", async (title, text, picture) => {
    await enter("/")
    await reads("This week at the market")
    await look("shop")
    await fillBasket()
    await choose(title)
    await shopfront.page.locator(".choice:has(:checked)", { hasText: title }).waitFor()
    await look(`checkout-${picture}`)
    await place()
    await reads(text)
    await look(`thanks-${picture}`)
    await follow("See my account")
    await balanceReads("You owe €30.00")
    await reads("It is to be paid as you chose when you ordered.")
    await shopfront.page.getByRole("link", { name: "Basket (0)" }).waitFor()
    await reads(/^Order no\. \d+/)
    await look(`account-${picture}`)
  })

  it("by transfer shows a QR code that a bank's app reads, with the account's reference", async () => {
    const { id } = await enter("/")
    await fillBasket()
    await choose("Bank transfer")
    await place()
    const code = shopfront.page.getByRole("img", { name: "QR code of the bank transfer" })
    const lines = readQr((await code.getAttribute("src"))!).split("\n")
    type Answer = { client_account: { reference: string } }
    const { client_account } = await shopfront.market.get<Answer>(`/admin/client-accounts/${id}`)
    expect(lines.slice(4)).toEqual([
      ...[TRANSFER.bic, TRANSFER.account_holder, TRANSFER.iban, "EUR30.00", ""],
      client_account.reference,
    ])
    await reads(client_account.reference.replace(/^(.{4})/, "$1 "))
  })

  it("takes the debt from last time along", async () => {
    await enter("/", { balance: -12.4 })
    await fillBasket()
    await choose("Cheque")
    await shopfront.page.getByRole("switch", { name: /€12\.40 from last time/ }).tap()
    await shopfront.page.getByTestId("to-pay").filter({ hasText: "€42.40" }).waitFor()
    await look("checkout-debt")
    await place()
    await shopfront.page.getByTestId("to-pay").filter({ hasText: "€42.40" }).waitFor()
    await reads("€12.40 of it is from last time.")
    await look("thanks-debt")
    await follow("See my account")
    await balanceReads("You owe €42.40")
    await follow("Pay €42.40")
    await shopfront.page.getByTestId("amount").filter({ hasText: "€42.40" }).waitFor()
    await look("pay")
  })
})

describe("the reserve", () => {
  const toPay = (amount: string) =>
    shopfront.page.getByTestId("to-pay").filter({ hasText: amount }).waitFor()
  const flip = () => shopfront.page.getByRole("switch", { name: "Use it for this order" }).tap()

  it("pays a part of an order, unless it is kept; the rest is paid as chosen", async () => {
    await enter("/", { balance: 12.4 })
    await fillBasket()
    await choose("Cheque")
    await reads("You have €12.40 in reserve")
    await flip()
    await toPay("€17.60")
    await look("checkout-reserve")
    await flip()
    await toPay("€30.00")
    await flip()
    await toPay("€17.60")
    await place()
    await toPay("€17.60")
    await follow("See my account")
    await balanceReads("You owe €17.60")
  })

  it("pays the whole of one that it covers, and nothing else is asked", async () => {
    await enter("/", { balance: 50 })
    await fillBasket()
    await reads("You have €50.00 in reserve")
    await flip()
    await toPay("€0.00")
    await reads("Your reserve pays the whole order.")
    expect(await shopfront.page.getByRole("radio", { name: "Cheque" }).count()).toBe(0)
    await look("checkout-covered")
    await place()
    await reads("It is paid.")
    await follow("See my account")
    await balanceReads("You have €20.00 in reserve")
  })
})

describe("a market's policy for debts", () => {
  const demand = (accountId: string, action: "warn" | "block") =>
    shopfront.market.post(`/admin/client-accounts/${accountId}/debt-policy`, {
      debt_policy: { rule: "provision", action },
    })
  const placing = () => shopfront.page.getByRole("button", { name: "Place the order" })

  it("that blocks is said in words, with the way out of it", async () => {
    const { id } = await enter("/")
    await demand(id, "block")
    await fillBasket()
    await choose("Cash")
    await reads("put €30.00 on your account first")
    expect(await placing().isDisabled()).toBe(true)
    await look("checkout-blocked")
    await follow("Pay on my account")
    await shopfront.page.getByTestId("amount").filter({ hasText: "€30.00" }).waitFor()
  })

  it("that warns lets the order pass", async () => {
    const { id } = await enter("/")
    await demand(id, "warn")
    await fillBasket()
    await choose("Cash")
    await reads("please put €30.00 on your account soon")
    await place()
  })

  it("that changes while the client chooses refuses in the server's words", async () => {
    const { id } = await enter("/")
    await fillBasket()
    await choose("Cash")
    await shopfront.page.locator(".choice:has(:enabled:checked)", { hasText: "Cash" }).waitFor()
    await demand(id, "block")
    await tap("Place the order")
    await shopfront.page.getByRole("alert").filter({ hasText: "30 EUR" }).waitFor()
    await reads("put €30.00 on your account first")
  })
})

describe("the account", () => {
  it("says in words what is owed, held, or that all is settled", async () => {
    await enter("/account", { balance: -12.4 })
    await balanceReads("You owe €12.40")
    await look("account-owes")
    await enter("/account", { balance: 5 })
    await balanceReads("You have €5.00 in reserve")
    await look("account-holds")
    await enter("/account")
    await balanceReads("All settled")
    await look("account-settled")
  })

  it("lists what happened, ten at a time, with the balance after each", async () => {
    const { id } = await enter("/", { balance: -12.4 })
    for (let n = 1; n <= 11; n++) await shopfront.market.receive(id, "cheque", n)
    await shopfront.page.goto("/account")
    const entries = shopfront.page.getByTestId("entries").getByRole("listitem")
    await entries.nth(9).waitFor()
    expect(await entries.count()).toBe(10)
    expect(await entries.first().innerText()).toMatch(/cheque[^]*\+€11\.00[^]*balance €53\.60/)
    await tap("Show more")
    await reads("Opening balance")
    expect(await entries.count()).toBe(12)
  })

  it("is kept as a statement, PDF or CSV", async () => {
    await enter("/account", { balance: -12.4 })
    const year = new Date().getFullYear()
    const pdf = await download("PDF")
    expect(pdf.name).toMatch(new RegExp(`^statement-${year}-01-01-${year}-.*\\.pdf$`))
    expect(pdfText(pdf.content)).toContain("Statement of your account")
    const csv = await download("CSV")
    expect(csv.content.toString()).toContain("-12.40")
  })

  it("is paid by any amount, typed on a keypad", async () => {
    await enter("/account/pay", { balance: -12.4 })
    await reads("€12.40")
    await tap("Another amount")
    for (let n = 0; n < 4; n++) await tap("Erase")
    for (const key of ["5", "0", "00"]) await tap(`Key ${key}`)
    await look("keypad")
    await tap("How to pay")
    await shopfront.page.getByTestId("amount").filter({ hasText: "€50.00" }).waitFor()
    const code = shopfront.page.getByRole("img", { name: "QR code of the bank transfer" })
    expect(readQr((await code.getAttribute("src"))!)).toContain("EUR50.00")
  })

  it("is nobody else's: who isn't logged in is asked to, and comes back", async () => {
    const { email } = await enter("/account", { balance: 5 })
    await balanceReads("€5.00")
    await visit("/account")
    await logIn(email)
    await balanceReads("€5.00")
  })

  it("speaks French to who speaks it", async () => {
    await enter("/account", { balance: -12.4, language: "fr" })
    await balanceReads("Vous devez 12,40 €")
    await look("account-fr")
    await shopfront.page.goto("/account/pay")
    await reads("Virement bancaire")
    await look("pay-fr")
  })
})
