import { medusaIntegrationTestRunner } from "@medusajs/test-utils"
import { createAdmin, type Login } from "../fixtures/admin"
import { balanceOf, entriesOf, eventually } from "../fixtures/ledger"
import { CARD, checkout, ON_SITE, openShop, type Shop } from "../fixtures/shop"
import { createCustomer, type CustomerFixture } from "../fixtures/store"

jest.setTimeout(180_000)

medusaIntegrationTestRunner({
  dbName: "client-ledger-orders",
  testSuite: ({ api, getContainer }) => {
    let admin: Login
    let shop: Shop
    let client: CustomerFixture
    const balance = () => balanceOf(getContainer(), client.id)
    const entries = () => entriesOf(getContainer(), client.id)

    beforeEach(async () => {
      admin = await createAdmin(getContainer())
      shop = await openShop(getContainer())
      client = await createCustomer(getContainer())
    })

    describe("checkout", () => {
      it("an order to be paid on-site debits the client, and a promise credits nothing", async () => {
        await checkout(api, shop, { customer: client, amount: 20, provider: ON_SITE.cheque })
        await eventually(balance, "-20")
        expect(await entries()).toEqual([["order", "-20"]])
      })

      it("an order paid by card at once leaves the balance at zero", async () => {
        await checkout(api, shop, {
          customer: client,
          amount: 20,
          provider: CARD,
          data: { capture_at_once: true },
        })
        await eventually(entries, [
          ["order", "-20"],
          ["capture", "20"],
        ])
      })
    })
  },
})
