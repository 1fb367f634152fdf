import { letterbox } from "../fixtures/letterbox"
import { pdfText } from "../fixtures/pdf-text"
import { useScreens } from "./screens"

jest.setTimeout(120_000)

const screens = useScreens()
const { visit, button, toRead, width } = screens
const DAY = 24 * 60 * 60 * 1000
const daysAgo = (days: number) => new Date(Date.now() - days * DAY).toISOString().slice(0, 10)
const dialog = () => screens.page.getByRole("dialog")
const question = () => screens.page.getByRole("alertdialog")
const answer = (name: string) => question().getByRole("button", { name, exact: true }).click()
const menuItem = (name: string) => screens.page.getByRole("menuitem", { name })
const tick = (name: string) => dialog().getByLabel(name, { exact: true })
const addresses = () => letterbox.mails().map(({ to }) => to)

/** With SHOTS set, what a test sees is kept there as pictures. */
const shot = async (name: string) => {
  const directory = process.env.SHOTS
  if (directory) await screens.page.screenshot({ path: `${directory}/${name}.png` })
}

/** A client who has owed an amount since some days. */
async function addDebtor(name: string, amount: number, days = 21) {
  const account = await screens.market.addClient(name)
  await screens.market.post(`/admin/client-accounts/${account.id}/entries`, {
    type: "adjustment",
    amount: -amount,
    note: "Notebook",
    value_date: daysAgo(days),
  })
  return account
}

beforeEach(() => letterbox.empty())
afterAll(() => letterbox.empty())

describe("the settings of mails", () => {
  it("say who is reminded, and switch the receipts on", async () => {
    await visit("settings/client-payments")
    const section = screens.page.getByText("overdue for 7 days, with 5 or more, 14 days apart")
    await section.scrollIntoViewIfNeeded()
    await screens.page.getByLabel("Acknowledge payments").click()
    await screens.page.getByText("Payments are acknowledged by mail from now on").waitFor()
    await shot("settings-wide")
    await button("Mails to clients").click()
    await menuItem("Edit").click()
    await dialog().getByLabel("Leave alone below").fill("few")
    await button("Save").click()
    await dialog().getByText("An amount, or zero").waitFor()
    await dialog().getByLabel("Leave alone below").fill("4,50")
    await dialog().getByLabel("Remind after").fill("10")
    await shot("settings-drawer-wide")
    await button("Save").click()
    await screens.page.getByText("overdue for 10 days, with 4.5 or more, 14 days apart").waitFor()
  })
})

describe("reminders", () => {
  it("are previewed, each can be read and unticked, then sent and reported", async () => {
    await addDebtor("Anna Young", 12.4)
    await addDebtor("Bruno Old", 30, 125)
    const wrong = await addDebtor("Cleo Wrong", 8)
    await addDebtor("Dora Little", 3)
    await addDebtor("Elsa Recent", 20, 9)
    await visit("client-accounts")
    await screens.page.getByRole("row").filter({ hasText: "Anna Young" }).waitFor()
    await shot("balances-wide")
    await button("Reminders").click()
    await toRead(dialog(), "Reminders to send")
    await toRead(dialog(), "3 reminders · €50.40")
    await toRead(dialog(), "due 4 months ago · never reminded")
    await button("Read the mail to Anna Young").click()
    await toRead(dialog(), "il reste 12,40 € à régler depuis le")
    await dialog().getByText("2 overdue clients aren't reminded").click()
    await toRead(dialog(), "Owes too little")
    await toRead(dialog(), "Not overdue for long enough")
    await shot("reminders-wide")
    await tick("Remind Bruno Old").click()
    await toRead(dialog(), "2 reminders · €20.40")
    letterbox.refuse(wrong.customer_email!)
    await button("Send").click()
    await toRead(question(), "Send 2 reminders?")
    expect(addresses()).toEqual([])
    await answer("Send")
    await screens.page.getByRole("heading", { name: "1 reminder sent" }).waitFor()
    await toRead(dialog(), `Not sent: 550 ${wrong.customer_email}: no such mailbox`)
    await toRead(dialog(), "1 not sent: try again from the client's page.")
    await shot("reminders-report-wide")
    expect(addresses()).toEqual(["annayoung@example.com"])
    letterbox.accept(wrong.customer_email!)

    await button("Close").click()
    await button("Reminders").click()
    await toRead(dialog(), "2 reminders · €38.00")
    await dialog().getByText("3 overdue clients aren't reminded").click()
    await toRead(dialog(), "Was reminded a short time ago")
  })

  it("on a phone, in French", async () => {
    await addDebtor("Fanny Grandmercier-Delahaye", 41.5, 60)
    await visit("client-accounts", { phone: true, language: "fr" })
    await screens.page.getByRole("row").filter({ hasText: "Fanny" }).waitFor()
    await shot("balances-phone")
    await button("Rappels").tap()
    await toRead(dialog(), "Rappels à envoyer")
    expect(await width()).toBe(390)
    await shot("reminders-phone")
    await button("Lire l’e-mail à Fanny Grandmercier-Delahaye").tap()
    await toRead(dialog(), "Sauf erreur de notre part")
    await shot("reminders-phone-read")
    await tick("Tous").tap()
    await tick("Relancer Fanny Grandmercier-Delahaye").tap()
    await toRead(dialog(), "1 rappel · 41,50 €")
    await button("Envoyer").tap()
    await toRead(question(), "Envoyer 1 rappel ?")
    await answer("Envoyer")
    await screens.page.getByRole("heading", { name: "1 rappel envoyé" }).waitFor()
    await shot("reminders-phone-report")
    expect(addresses()).toEqual(["fannygrandmercierdelahaye@example.com"])
  })
})

describe("the account's page", () => {
  const mailRow = (text: string) => screens.page.getByRole("row").filter({ hasText: text })

  it("lists what was sent, and sends again what failed", async () => {
    const { id, customer_email } = await addDebtor("Gina Failed", 12.4)
    letterbox.refuse(customer_email!)
    await screens.market.post("/admin/client-ledger/reminders", { client_account_ids: [id] })
    letterbox.accept(customer_email!)
    await visit(`client-accounts/${id}`)
    const reminder = mailRow("Rappel : 12,40")
    await toRead(reminder, `550 ${customer_email}: no such mailbox`)
    await reminder.scrollIntoViewIfNeeded()
    await shot("account-failed-wide")
    await button("Send again").click()
    await reminder.getByText("Sent", { exact: true }).waitFor()
    expect(addresses()).toEqual([customer_email])
    expect(await button("Send again").count()).toBe(0)
  })

  it("sends a statement, in the language that is asked for", async () => {
    const { id, customer_email } = await addDebtor("Hugo Statement", 12.4)
    await visit(`client-accounts/${id}`)
    await screens.page.getByRole("button", { name: "Actions" }).first().click()
    await menuItem("Send a statement…").click()
    await toRead(dialog(), `As a PDF, to ${customer_email}.`)
    await dialog().getByText("English", { exact: true }).click()
    await shot("statement-drawer-wide")
    await button("Send").click()
    await screens.page.getByText(`Statement sent to ${customer_email}`).waitFor()
    await mailRow("Your statement").getByText("Sent", { exact: true }).waitFor()
    const [attachment] = letterbox.mails()[0]!.attachments!
    const text = pdfText(Buffer.from(attachment!.content, "base64"))
    expect(text).toContain("Hugo Statement")
    expect(text).toContain("12.40")
  })

  it("keeps reminders from who asked for none, on a phone, in French", async () => {
    const { id } = await addDebtor("Ines Paix", 12.4)
    await screens.market.receive(id, "cheque", 5, { reference: "0004217" })
    await visit(`client-accounts/${id}`, { phone: true, language: "fr" })
    await screens.page.getByLabel("Relancer en cas de retard").tap()
    await screens.page.getByText("Ines Paix ne reçoit plus de rappel").waitFor()
    expect(await width()).toBe(390)
    const mail = mailRow("Paiement reçu : 5,00")
    await mail.getByText("Envoyé", { exact: true }).waitFor()
    await mail.scrollIntoViewIfNeeded()
    await shot("account-phone")
    await visit("client-accounts", { phone: true, language: "fr" })
    await button("Rappels").tap()
    await dialog()
      .getByText(/clients? en retard/)
      .tap()
    await toRead(dialog(), "Ne veut pas de rappel")
    await shot("reminders-phone-skipped")
  })
})
