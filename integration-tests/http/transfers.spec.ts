import { medusaIntegrationTestRunner } from "@medusajs/test-utils"
import { Modules } from "@medusajs/framework/utils"
import { balanceOf, entriesOf, eventually, ledgerOf } from "../fixtures/ledger"
import { request } from "../fixtures/http"
import { useMarket } from "../fixtures/market"
import { checkout } from "../fixtures/shop"
import { createCustomer, type CustomerFixture } from "../fixtures/store"

jest.setTimeout(240_000)

type Body = Record<string, unknown>

medusaIntegrationTestRunner({
  dbName: "client-ledger-transfers",
  testSuite: ({ api, getContainer }) => {
    const market = useMarket(api, getContainer)
    let friend: CustomerFixture
    beforeEach(async () => {
      friend = await createCustomer(market.container, { email: "friend@example.com" })
    })
    const post = (path: string, body: Body = {}) =>
      request(api).post(path).set(market.admin.headers).send(body)
    const accountOf = async (customer: { id: string }, currency_code = "eur") => {
      const { body } = await post("/admin/client-accounts", {
        customer_id: customer.id,
        currency_code,
      }).expect(200)
      return body.client_account.id as string
    }
    const pay = async (customer: { id: string }, amount: number) => {
      const { body } = await post("/admin/receipts", {
        customer_id: customer.id,
        currency_code: "eur",
        method: "cash",
        amount,
      }).expect(200)
      return body.receipt.id as string
    }
    const buy = async (amount: number) =>
      (await checkout(api, market.shop, { customer: market.client, amount })).id
    const balances = async () => [
      await balanceOf(market.container, market.client.id),
      await balanceOf(market.container, friend.id),
    ]
    const shows = (orderId: string, status: string) =>
      eventually(async () => (await market.acts.order(orderId)).payment_status, status, 20)

    describe("money moved between two accounts", () => {
      it("leaves one and reaches the other, settles orders there, and comes back by a reversal", async () => {
        const order = await buy(20)
        await eventually(balances, ["-20", "0"])
        await pay(friend, 50)
        const from = await accountOf(friend)
        const { body } = await post(`/admin/client-accounts/${from}/transfers`, {
          to_client_account_id: await accountOf(market.client),
          amount: 20,
          note: "Pays for her neighbour",
        }).expect(200)
        expect(body).toMatchObject({
          client_account: { balance: 30 },
          to_client_account: { balance: 0 },
        })
        await shows(order, "captured")

        const [entries] = await ledgerOf(market.container).listAccountEntries(from, {
          limit: 1,
          offset: 0,
        })
        const reverse = `/admin/client-accounts/${from}/entries/${entries[0]!.id}/reverse`
        await post(reverse, { note: "Mistake" }).expect(200)
        expect(await balances()).toEqual(["-20", "50"])
        await shows(order, "authorized")
        await post(reverse, { note: "Again" }).expect(409)
      })

      it("names the other account on each entry, its reversal too", async () => {
        const from = await accountOf(friend)
        const to = await accountOf(market.client)
        const entriesOn = async (accountId: string) => {
          const path = `/admin/client-accounts/${accountId}/entries`
          const { body } = await request(api).get(path).set(market.admin.headers).expect(200)
          return body.ledger_entries as { id: string; type: string; transfer_account: unknown }[]
        }
        await pay(friend, 50)
        await post(`/admin/client-accounts/${from}/transfers`, {
          to_client_account_id: to,
          amount: 20,
          note: "A gift",
        }).expect(200)
        const [out, paid] = await entriesOn(from)
        expect(out).toMatchObject({ type: "transfer", transfer_account: { id: to } })
        expect(paid).toMatchObject({ type: "receipt", transfer_account: null })
        await post(`/admin/client-accounts/${from}/entries/${out!.id}/reverse`, {
          note: "Mistake",
        }).expect(200)
        const [back] = await entriesOn(to)
        expect(back).toMatchObject({
          type: "reversal",
          transfer_account: { id: from, customer_email: "friend@example.com" },
        })
      })

      it.each<[string, Body, RegExp]>([
        ["an amount of zero", { amount: 0 }, /amount/],
        ["an amount finer than the currency", { amount: 1.001 }, /amount/],
        ["no reason", { note: " " }, /note/],
        ["an unknown field", { to: "x" }, /to/],
      ])("is refused with %s", async (_, wrong, message) => {
        const from = await accountOf(friend)
        const body = { amount: 5, note: "x", to_client_account_id: await accountOf(market.client) }
        const path = `/admin/client-accounts/${from}/transfers`
        const { body: answer } = await post(path, { ...body, ...wrong }).expect(400)
        expect(answer.message).toMatch(message)
        expect(await balances()).toEqual(["0", "0"])
      })

      it("is refused to the same account, to one of another currency, and to none", async () => {
        const from = await accountOf(friend)
        const path = `/admin/client-accounts/${from}/transfers`
        const to = (to_client_account_id: string) => ({
          amount: 5,
          note: "x",
          to_client_account_id,
        })
        await post(path, to(from)).expect(400)
        await post(path, to(await accountOf(market.client, "usd"))).expect(400)
        await post(path, to("clacc_none")).expect(404)
      })
    })

    describe("an order that changes customer", () => {
      const giveTo = async (orderId: string, customer: CustomerFixture) => {
        await post(`/admin/orders/${orderId}/transfer`, { customer_id: customer.id }).expect(200)
        const [change] = await market.container
          .resolve(Modules.ORDER)
          .listOrderChanges({ order_id: orderId }, { relations: ["actions"] })
        await request(api)
          .post(`/store/orders/${orderId}/transfer/accept`)
          .set({ ...market.shop.headers, ...customer.headers })
          .send({ token: change!.actions[0]!.details!.token })
          .expect(200)
      }

      it("takes along what a payment has settled of it, and its reversal takes each part back where it is", async () => {
        const order = await buy(20)
        await eventually(balances, ["-20", "0"])
        const receipt = await pay(market.client, 50)
        await shows(order, "captured")
        await giveTo(order, friend)
        await eventually(
          () => entriesOf(market.container, friend.id),
          [
            ["order", "-20"],
            ["transfer", "20"],
          ]
        )
        expect(await balances()).toEqual(["30", "0"])
        await shows(order, "captured")

        await post(`/admin/receipts/${receipt}/reverse`, { note: "It bounced" }).expect(200)
        expect(await balances()).toEqual(["0", "-20"])
        await eventually(async () => (await market.orderLedger(order)).received, 0)
      })
    })
  },
})
