import { medusaIntegrationTestRunner } from "@medusajs/test-utils"
import { Modules } from "@medusajs/framework/utils"
import { balanceOf, entriesOf, eventually } from "../fixtures/ledger"
import { request } from "../fixtures/http"
import { useMarket } from "../fixtures/market"
import { checkout } from "../fixtures/shop"

jest.setTimeout(240_000)

type Body = Record<string, unknown>

medusaIntegrationTestRunner({
  dbName: "client-ledger-merge",
  testSuite: ({ api, getContainer }) => {
    const market = useMarket(api, getContainer)
    const post = (path: string, body: Body = {}, headers: Record<string, string> = {}) =>
      request(api)
        .post(path)
        .set({ ...market.admin.headers, ...headers })
        .send(body)
    const accountOf = async (customer_id: string, currency_code = "eur") => {
      const { body } = await post("/admin/client-accounts", { customer_id, currency_code })
      return body.client_account.id as string
    }
    const addCustomer = async (email: string) => {
      const { body } = await post("/admin/customers", { email, first_name: "Gaston" }).expect(200)
      return body.customer.id as string
    }
    const pay = (customer_id: string, amount: number) =>
      post("/admin/receipts", { customer_id, currency_code: "eur", method: "cash", amount }).expect(
        200
      )
    /** A guest's basket, and the guest. */
    const buyAsGuest = async (amount: number) => {
      const { id } = await checkout(api, market.shop, { amount })
      const { customer_id } = await market.acts.order(id)
      return { order: id, guest: customer_id }
    }
    const balances = async (guest: string) => [
      await balanceOf(market.container, guest),
      await market.balance(),
    ]
    const merge = async (
      guest: string,
      { status = 200, key, ...body }: Body & { status?: number; key?: string } = {}
    ) => {
      const path = `/admin/client-accounts/${await accountOf(guest)}/merge`
      const asked = {
        into_client_account_id: await accountOf(market.client.id),
        note: "Has an account now",
        ...body,
      }
      const answer = await post(path, asked, key ? { "Idempotency-Key": key } : {}).expect(status)
      return answer.body
    }
    const medusaOrder = async (id: string) => {
      const { customer_id, email } = await market.container.resolve(Modules.ORDER).retrieveOrder(id)
      return { customer_id, email }
    }
    const clientsOwn = () => ({ customer_id: market.client.id, email: market.client.email })

    describe("a guest merged into a registered client", () => {
      it("gives the client every order, what has settled it, and what is left on the account", async () => {
        const { order: paid, guest } = await buyAsGuest(20)
        const { order: open } = await buyAsGuest(30)
        await eventually(() => balances(guest), ["-50", "0"])
        await pay(guest, 25)
        await eventually(async () => (await market.acts.order(paid)).payment_status, "captured", 20)
        expect(await merge(guest)).toMatchObject({
          client_account: { customer_id: guest, balance: 0 },
          into_client_account: { customer_id: market.client.id, balance: -25 },
        })
        expect([await medusaOrder(paid), await medusaOrder(open)]).toEqual([
          clientsOwn(),
          clientsOwn(),
        ])
        await eventually(
          async () => [
            (await market.orderLedger(paid)).received,
            (await market.orderLedger(open)).received,
          ],
          [20, 5]
        )
        expect((await market.acts.order(paid)).payment_status).toBe("captured")
      })

      it.each([
        ["money that no order has used", 50, ["0", "50"]],
        ["a debt from a notebook", -12.4, ["0", "-12.4"]],
      ])("moves %s, with the reason", async (_, amount, after) => {
        const guest = await addCustomer("gaston@example.com")
        await post(`/admin/client-accounts/${await accountOf(guest)}/entries`, {
          type: "opening_balance",
          amount,
          note: "Notebook",
        }).expect(200)
        await merge(guest)
        expect(await balances(guest)).toEqual(after)
        expect(await market.entries()).toEqual([["transfer", String(amount)]])
      })

      it("is merged once, and again where more has come since", async () => {
        const { order, guest } = await buyAsGuest(20)
        await eventually(() => balances(guest), ["-20", "0"])
        const key = "merge-1"
        const first = await merge(guest, { key })
        expect(await medusaOrder(order)).toEqual(clientsOwn())

        const { order: later } = await buyAsGuest(10)
        await eventually(() => balances(guest), ["-10", "-20"])
        expect(await merge(guest, { key })).toEqual(first)
        await merge(guest, { note: "Another reason", key, status: 409 })
        expect(await medusaOrder(later)).toMatchObject({ customer_id: guest })

        await merge(guest)
        expect(await balances(guest)).toEqual(["0", "-30"])
        await merge(guest)
        expect(await entriesOf(market.container, guest)).toHaveLength(4)
      })

      it("goes on after a crash that left some orders given and others not", async () => {
        const { order, guest } = await buyAsGuest(20)
        await buyAsGuest(30)
        await eventually(() => balances(guest), ["-50", "0"])
        await pay(guest, 60)
        await market.container
          .resolve(Modules.ORDER)
          .updateOrders([{ id: order, customer_id: market.client.id }])
        await merge(guest)
        expect(await balances(guest)).toEqual(["0", "10"])
      })
    })

    describe("a merge is refused", () => {
      it.each<[string, (guest: string) => Promise<Body>, number, RegExp]>([
        ["without a reason", async () => ({ note: " " }), 400, /note/],
        ["with an unknown field", async () => ({ amount: 5 }), 400, /amount/],
        [
          "into no account",
          async () => ({ into_client_account_id: "clacc_none" }),
          404,
          /clacc_none/,
        ],
        [
          "into itself",
          async (guest) => ({ into_client_account_id: await accountOf(guest) }),
          400,
          /choose another account/,
        ],
        [
          "into another currency",
          async () => ({ into_client_account_id: await accountOf(market.client.id, "usd") }),
          400,
          /in usd.*account in eur/,
        ],
        [
          "into another guest",
          async () => ({
            into_client_account_id: await accountOf(await addCustomer("other@example.com")),
          }),
          400,
          /registered client/,
        ],
      ])("%s, before an order has moved", async (_, wrong, status, message) => {
        const { order, guest } = await buyAsGuest(20)
        await eventually(() => balances(guest), ["-20", "0"])
        const { message: said } = await merge(guest, { ...(await wrong(guest)), status })
        expect(said).toMatch(message)
        expect(await medusaOrder(order)).toMatchObject({ customer_id: guest })
        expect(await balances(guest)).toEqual(["-20", "0"])
      })

      it("for a registered client, and while the ledger is off", async () => {
        const guest = await addCustomer("gaston@example.com")
        const client = await accountOf(market.client.id)
        const path = `/admin/client-accounts/${client}/merge`
        const body = { into_client_account_id: await accountOf(guest), note: "x" }
        const { body: answer } = await post(path, body).expect(409)
        expect(answer.message).toMatch(/isn't|not a guest/)

        await post("/admin/client-ledger/settings", { enabled: false }).expect(200)
        const off = await merge(guest, { status: 409 })
        expect(off.message).toMatch(/ledger is off/)
        await post("/admin/client-ledger/settings", {
          enabled: true,
          ledger_starts_at: "2020-01-01",
        }).expect(200)
      })
    })
  },
})
