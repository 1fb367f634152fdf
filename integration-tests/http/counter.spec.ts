import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { medusaIntegrationTestRunner } from "@medusajs/test-utils"
import type {
  AdminCounterClient,
  AdminCounterOrder,
  AdminOrderLedgerResponse,
} from "../../src/types/http"
import { request } from "../fixtures/http"
import { eventually } from "../fixtures/ledger"
import { useMarket } from "../fixtures/market"
import { checkout } from "../fixtures/shop"
import { createCustomer } from "../fixtures/store"

jest.setTimeout(180_000)

medusaIntegrationTestRunner({
  dbName: "client-ledger-counter",
  testSuite: ({ api, getContainer }) => {
    const market = useMarket(api, getContainer)
    const list = (query = "") =>
      request(api).get(`/admin/client-ledger/counter${query}`).set(market.admin.headers)
    const clients = async (query = ""): Promise<AdminCounterClient[]> =>
      (await list(query).expect(200)).body.counter_clients
    const orders = async (query = ""): Promise<AdminCounterOrder[]> =>
      (await clients(query)).flatMap((client) => client.orders)
    const post = (path: string, body: object = {}, status = 200) =>
      request(api).post(path).set(market.admin.headers).send(body).expect(status)
    const ofOrder = async (id: string) =>
      (await orders(`?order_id=${id}`)).filter((each) => each.is_asked)
    const order = async (amount: number) => {
      const placed = await checkout(api, market.shop, { customer: market.client, amount })
      await eventually(async () => (await ofOrder(placed.id)).length, 1)
      return placed
    }
    const accountId = async () => (await clients())[0]!.client_account_id
    const owe = async (amount: number) =>
      post(`/admin/client-accounts/${await accountId()}/entries`, {
        type: "adjustment",
        amount: -amount,
        note: "Notebook",
      })
    /** Nothing happens on it any more: what events bring about has come. */
    const settled = (id: string, expected: Partial<AdminCounterOrder>) =>
      eventually(async () => {
        const [row] = await ofOrder(id)
        const keys = Object.keys(expected) as (keyof AdminCounterOrder)[]
        return row && Object.fromEntries(keys.map((key) => [key, row[key]]))
      }, expected)

    describe("the clients who are expected", () => {
      it("an order that was placed is waited for, with what is to collect and where it is picked up", async () => {
        const placed = await order(20)
        expect((await list().expect(200)).body).toMatchObject({ count: 1, offset: 0, limit: 20 })
        expect(await clients()).toMatchObject([
          {
            customer_id: market.client.id,
            customer_name: "Camille Dupré",
            balance: -20,
            old_debt: 0,
            to_collect: 20,
            orders: [
              {
                order_id: placed.id,
                display_id: placed.display_id,
                owed: 20,
                paid: 0,
                open: 20,
                requested_returns: 0,
                promise_method: "cheque",
                pickup_option: "At the stall",
                picked_up: false,
                is_asked: true,
              },
            ],
          },
        ])
      })

      it("several orders of a client are one line, and the old debt counts once", async () => {
        await order(20)
        await order(30)
        await owe(12.4)
        expect(await clients()).toMatchObject([
          { old_debt: 12.4, to_collect: 62.4, orders: [{ open: 20 }, { open: 30 }] },
        ])
      })

      it("asks for no more than the whole debt: what the account holds is taken off", async () => {
        await order(20)
        await owe(12.4)
        const client_account_id = await accountId()
        await post("/admin/receipts", { client_account_id, method: "cash", amount: 25 })
        expect(await clients()).toMatchObject([{ to_collect: 7.4, balance: -7.4 }])
      })

      it("takes off what is asked to be returned, until it is called off", async () => {
        const { id } = await order(20)
        await market.acts.fulfil(id, market.shop.locationId)
        const returnId = await market.acts.requestReturn(id, market.shop.locationId, 5)
        await settled(id, { requested_returns: 5, owed: 20 })
        expect(await clients()).toMatchObject([{ to_collect: 15 }])
        await market.acts.cancelReturn(returnId)
        await settled(id, { requested_returns: 0 })
        expect(await clients()).toMatchObject([{ to_collect: 20 }])
      })

      it("no longer waits for an order that is cancelled", async () => {
        const { id } = await order(20)
        await market.acts.cancel(id)
        await eventually(async () => (await clients()).length, 0)
      })

      it("waits for a basket that is paid until it is picked up", async () => {
        const { id } = await order(20)
        await market.acts.capture(id)
        await settled(id, { open: 0, picked_up: false })
        expect(await clients()).toMatchObject([{ to_collect: 0 }])
        await post(`/admin/client-ledger/orders/${id}/pick-up`)
        expect(await clients()).toEqual([])
      })

      it("whoever owes for something else is found by name, and by the account's id whatever stands on it", async () => {
        const { id } = await order(20)
        await owe(12.4)
        const account = await accountId()
        await market.acts.cancel(id)
        await eventually(async () => (await clients()).length, 0)
        expect(await clients("?q=dup")).toMatchObject([{ to_collect: 12.4, orders: [] }])
        const ofOne = `?client_account_id=${account}`
        expect(await clients(ofOne)).toMatchObject([{ to_collect: 12.4 }])
        await post("/admin/receipts", { client_account_id: account, method: "cash", amount: 12.4 })
        expect(await clients("?q=dup")).toEqual([])
        expect(await clients(ofOne)).toMatchObject([{ to_collect: 0, balance: 0 }])
      })
    })

    describe("its filters", () => {
      it("searches by letters of the client or the order's number, and filters by day and place", async () => {
        const { display_id } = await order(20)
        const today = new Date().toISOString().slice(0, 10)
        const { shippingOptionId, locationId } = market.shop
        for (const [query, count] of [
          ["?q=dup", 1],
          ["?q=client%40", 1],
          [`?q=%23${display_id}`, 1],
          [`?q=dup%20${display_id}`, 1],
          ["?q=nobody", 0],
          [`?ordered_on=${today}`, 1],
          ["?ordered_on=2020-01-01", 0],
          ["?due_on=2020-01-01", 0],
          [`?shipping_option_id=${shippingOptionId}`, 1],
          ["?shipping_option_id=so_none", 0],
          [`?location_id=${locationId}`, 1],
          ["?location_id=sloc_none", 0],
        ] as const) {
          expect([query, (await clients(query)).length]).toEqual([query, count])
        }
      })

      it("shows the client's other open orders too, and collects only those asked for and the old debt", async () => {
        const { display_id } = await order(20)
        await order(30)
        await owe(12.4)
        expect(await clients(`?q=%23${display_id}`)).toMatchObject([
          { to_collect: 32.4, orders: [{ is_asked: true }, { is_asked: false }] },
        ])
      })

      it("costs the same number of statements, however many clients it shows", async () => {
        const statementsOf = async () => {
          const statements: string[] = []
          const connection = getContainer().resolve(ContainerRegistrationKeys.PG_CONNECTION)
          const listen = ({ sql }: { sql: string }) => statements.push(sql)
          connection.on("query", listen)
          await list().expect(200)
          connection.removeListener("query", listen)
          return statements.length
        }
        /** The least of several, over a while: what events bring about runs on the same connection. */
        const leastStatements = async (runs: number) => {
          const counts: number[] = []
          for (let run = 0; run < runs; run++) {
            counts.push(await statementsOf())
            await new Promise((resolve) => setTimeout(resolve, 200))
          }
          return Math.min(...counts)
        }
        await order(20)
        const one = await leastStatements(20)
        for (const email of ["b@example.com", "c@example.com"]) {
          const customer = await createCustomer(getContainer(), { email })
          await checkout(api, market.shop, { customer, amount: 30 })
        }
        await eventually(async () => (await clients()).length, 3)
        await eventually(async () => (await leastStatements(5)) <= one, true, 40)
      })

      it("refuses what it doesn't know, and who isn't logged in", async () => {
        await list("?due_on=tomorrow").expect(400)
        await list("?colour=blue").expect(400)
        await request(api).get("/admin/client-ledger/counter").expect(401)
      })
    })

    describe("a basket that is picked up", () => {
      const pickUp = (id: string, status = 200) =>
        post(`/admin/client-ledger/orders/${id}/pick-up`, {}, status)
      const fulfilments = async (id: string) => {
        const { data } = await api.get(`/admin/orders/${id}?fields=*fulfillments`, {
          headers: market.admin.headers,
        })
        return data.order.fulfillments as { delivered_at: string | null }[]
      }

      it("is fulfilled and delivered in Medusa, once, however often it is said", async () => {
        const { id } = await order(20)
        const first = await pickUp(id)
        expect(first.body).toMatchObject({ order_ledger: { order_id: id, owed: 20 } })
        expect((await pickUp(id)).body).toEqual(first.body)
        expect(await fulfilments(id)).toEqual([
          expect.objectContaining({ delivered_at: expect.any(String) }),
        ])
        expect(await orders()).toMatchObject([{ picked_up: true, open: 20 }])
      })

      it("twice at the same moment is once", async () => {
        const { id } = await order(20)
        await Promise.all([pickUp(id), pickUp(id), pickUp(id)])
        expect(await fulfilments(id)).toHaveLength(1)
      })

      it("is delivered when somebody had fulfilled it before", async () => {
        const { id } = await order(20)
        await market.acts.fulfil(id, market.shop.locationId)
        await pickUp(id)
        expect(await fulfilments(id)).toEqual([
          expect.objectContaining({ delivered_at: expect.any(String) }),
        ])
      })

      it("isn't one of an order that is cancelled, has no pickup option, or isn't there", async () => {
        const { id } = await order(20)
        await market.acts.cancel(id)
        expect((await pickUp(id, 400)).body.message).toMatch(/is cancelled/)
        const imported = await market.importOrder(12, market.client)
        expect((await pickUp(imported, 400)).body.message).toMatch(/without a pickup option/)
        await pickUp("order_none", 404)
      })
    })

    describe("lines put right", () => {
      const change = (id: string, items: object[], status = 200) =>
        post(`/admin/client-ledger/orders/${id}/items`, { items }, status)
      const lineOf = async (id: string) => (await market.acts.order(id)).items[0]!.id
      const ledgerOf = (body: unknown) => (body as AdminOrderLedgerResponse).order_ledger

      it("by weight: the order is edited in Medusa, and what is owed and promised follows at once", async () => {
        const { id } = await order(20)
        const answer = await change(id, [{ id: await lineOf(id), quantity: 17.85 }])
        expect(ledgerOf(answer.body)).toMatchObject({ owed: 17.85, expected: 17.85 })
        expect(await market.acts.order(id)).toMatchObject({ total: 17.85 })
        expect(await clients()).toMatchObject([{ to_collect: 17.85 }])
      })

      it("the same again changes nothing: there is one edit", async () => {
        const { id } = await order(20)
        const items = [{ id: await lineOf(id), quantity: 18 }]
        await change(id, items)
        expect(ledgerOf((await change(id, items)).body).owed).toBe(18)
        const query = getContainer().resolve(ContainerRegistrationKeys.QUERY)
        const { data } = await query.graph({
          entity: "order_change",
          fields: ["id", "change_type"],
          filters: { order_id: id },
        })
        expect(data).toMatchObject([{ change_type: "edit" }])
      })

      it("zero takes a line out, once and again", async () => {
        const { id } = await order(20)
        const items = [{ id: await lineOf(id), quantity: 0 }]
        expect(ledgerOf((await change(id, items)).body).owed).toBe(0)
        expect(ledgerOf((await change(id, items)).body).owed).toBe(0)
        expect((await market.acts.order(id)).items).toEqual([])
        expect(await clients()).toEqual([])
      })

      it("not below what the client has already, and the message says what to do", async () => {
        const { id } = await order(20)
        await market.acts.fulfil(id, market.shop.locationId)
        const refused = await change(id, [{ id: await lineOf(id), quantity: 19 }], 400)
        expect(refused.body.message).toMatch(/20 of ".+" are fulfilled already.*return/)
        expect(await clients()).toMatchObject([{ to_collect: 20 }])
      })

      it("not while the order is being edited elsewhere", async () => {
        const { id } = await order(20)
        await market.acts.post("/admin/order-edits", { order_id: id })
        const items = [{ id: await lineOf(id), quantity: 19 }]
        expect((await change(id, items, 409)).body.message).toMatch(/is being edited/)
      })

      it("refuses what can't be a weight, lines it doesn't know, and orders that aren't there", async () => {
        const { id } = await order(20)
        const line = await lineOf(id)
        await change(id, [], 400)
        await change(id, [{ id: line, quantity: -1 }], 400)
        await change(id, [{ id: line, quantity: 0.12345 }], 400)
        await change(id, [{ id: "ordli_none", quantity: 1 }], 400)
        await change(
          id,
          [
            { id: line, quantity: 1 },
            { id: line, quantity: 2 },
          ],
          400
        )
        await change("order_none", [{ id: line, quantity: 1 }], 404)
        expect(await clients()).toMatchObject([{ to_collect: 20 }])
      })
    })
  },
})
