import type { AdminAccountDebtPolicyResponse } from "../../src/types/http"
import { useScreens } from "./screens"

jest.setTimeout(120_000)

const screens = useScreens()
const { visit, button, amount, toRead, width } = screens
const drawer = () => screens.page.getByRole("dialog")
const choose = (name: string) => drawer().getByText(name, { exact: true }).click()
const drawerToClose = () => drawer().waitFor({ state: "detached" })
const menuItem = (name: string) => screens.page.getByRole("menuitem", { name })
const section = () =>
  screens.page.getByRole("heading", { name: "Debts at checkout" }).locator("../..")
const policyOf = (id: string) =>
  screens.market.get<AdminAccountDebtPolicyResponse>(`/admin/client-accounts/${id}/debt-policy`)

describe("debts at checkout", () => {
  it("are allowed up to an overdue limit, which the rule asks for", async () => {
    await visit("settings/client-payments")
    await toRead(section(), "Clients may order on account")
    await section().getByRole("button", { name: "Actions" }).click()
    await menuItem("Edit").click()
    await choose("Order on account up to an overdue limit")
    await choose("Refuse the order")
    await button("Save").click()
    await toRead(drawer(), "Enter how much may be overdue, 0 for nothing")
    await amount("Overdue at most").fill("25")
    await button("Save").click()
    await drawerToClose()
    await toRead(section(), "On account up to €25.00 overdue, else refused")
  })

  it("have an exception for one client, on a phone, until it is ended", async () => {
    const { id } = await screens.market.addClient("Zoe Exception", -12)
    await visit(`client-accounts/${id}`, { phone: true })
    const open = async () => {
      await screens.page.getByRole("button", { name: "Actions" }).first().click()
      await menuItem("Debts at checkout…").click()
    }
    await open()
    await choose("Their own")
    await choose("Pay online or from their balance")
    expect(await width()).toBe(390)
    await button("Save").click()
    await drawerToClose()
    expect((await policyOf(id)).debt_policy.own).toMatchObject({ rule: "provision" })
    await open()
    await choose("The market's")
    await button("Save").click()
    await drawerToClose()
    expect((await policyOf(id)).debt_policy).toMatchObject({
      own: null,
      effective: { rule: "limited", limit: 25 },
    })
  })
})
