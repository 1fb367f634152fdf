import type { ADMIN } from "./app"
import { useScreens } from "./screens"

jest.setTimeout(120_000)

const screens = useScreens({ MEDUSA_FF_RBAC: "true" })
const { visit, button, amount, toRead, width } = screens

describe("a helper who may record payments and nothing else", () => {
  let login: typeof ADMIN
  beforeAll(async () => {
    login = await screens.market.addHelper(["read", "record"])
  }, 60_000)

  it("records one, and isn't shown what would be refused", async () => {
    const { id } = await screens.market.addClient("Zoe Roles", -12)
    await visit(`client-accounts/${id}`, { login })
    await button("Record a payment").click()
    await screens.page.getByRole("dialog").getByText("Cash", { exact: true }).click()
    await amount("Amount").fill("5")
    await button("Record").click()
    await toRead(screens.page.getByTestId("balance-in-words"), "€7.00")
    expect(await button("Pay out").count()).toBe(0)
    await screens.page.getByRole("button", { name: "Actions" }).first().click()
    expect(await screens.page.getByRole("menuitem").allTextContents()).toEqual(["Customer page"])
  })

  it("sees the settings as they are", async () => {
    await visit("settings/client-payments", { login })
    await screens.page.getByRole("switch", { name: "Cheque", exact: true }).waitFor()
    expect(
      await screens.page.getByRole("switch", { name: "Cheque", exact: true }).isDisabled()
    ).toBe(true)
    expect(await button("Import a CSV").count()).toBe(0)
  })
})

describe("who did what", () => {
  it("is found by what was done, and leads to the account", async () => {
    const { id } = await screens.market.addClient("Ada Acts", 8)
    await visit("settings/client-acts")
    const row = screens.page.getByRole("row").filter({ hasText: "Ada Acts" })
    await toRead(row, "Opening balance")
    await toRead(row, "Balance: €0.00 → €8.00")
    await toRead(row, "admin@example.com")
    await screens.page.getByRole("combobox", { name: "What" }).click()
    await screens.page.getByRole("option", { name: "Day closed" }).click()
    await screens.page.getByText("Nobody did anything that these filters leave.").waitFor()
    await screens.page.getByRole("combobox", { name: "What" }).click()
    await screens.page.getByRole("option", { name: "Opening balance" }).click()
    await row.click()
    await screens.page.waitForURL(`**/client-accounts/${id}`)
  })

  it("is filed as CSV, and fits a phone in French", async () => {
    await visit("settings/client-acts", { phone: true, language: "fr" })
    await toRead(screens.page.getByRole("row").first(), "Quoi")
    expect(await width()).toBe(390)
    const download = screens.page.waitForEvent("download")
    await button("Exporter en CSV").click()
    expect((await download).suggestedFilename()).toMatch(/^paiements-clients-actions-.*\.csv$/)
  })
})
