import { medusaIntegrationTestRunner } from "@medusajs/test-utils"
import { request } from "../fixtures/http"
import { useMarket } from "../fixtures/market"

jest.setTimeout(180_000)

type Body = Record<string, unknown>

medusaIntegrationTestRunner({
  dbName: "client-ledger-receipts",
  testSuite: ({ api, getContainer }) => {
    const market = useMarket(api, getContainer)
    const { balance } = market
    const post = (path: string, body: Body = {}, headers: Record<string, string> = {}) =>
      request(api)
        .post(`/admin/receipts${path}`)
        .set({ ...market.admin.headers, ...headers })
        .send(body)
    const get = (path: string) =>
      request(api).get(`/admin/receipts${path}`).set(market.admin.headers)
    const cash = (more: Body = {}): Body => ({
      customer_id: market.client.id,
      currency_code: "eur",
      method: "cash",
      amount: 12.4,
      ...more,
    })

    it("money that comes in credits the client, whole, and says who took it, when and how", async () => {
      const { body } = await post(
        "",
        cash({ reference: "B-17", value_date: "2026-11-21", note: "stall" })
      )
      expect(body.receipt).toMatchObject({
        direction: "in",
        method: "cash",
        amount: 12.4,
        reference: "B-17",
        value_date: "2026-11-21",
        note: "stall",
        customer_name: "Camille Dupré",
        actor: { id: market.admin.id, email: market.admin.email },
        reversed_at: null,
      })
      expect(body.client_account).toMatchObject({ balance: 12.4, currency_code: "eur" })
      const { body: read } = await get(`/${body.receipt.id}`)
      expect(read.receipt).toEqual(body.receipt)
    })

    it("money that goes out debits the client", async () => {
      const { body } = await post("", cash({ direction: "out", amount: 5, confirmed: true }))
      expect(body.client_account.balance).toBe(-5)
      expect(await market.entries()).toEqual([["payout", "-5"]])
    })

    it("a pay-out of more than the client holds is refused unless it is confirmed", async () => {
      await post("", cash({ amount: 10 })).expect(200)
      const payout = (more: Body = {}) => post("", cash({ direction: "out", ...more }))
      const { body } = await payout({ amount: 12 }).expect(409)
      expect(body.message).toMatch(/2 more than the client holds.*confirmed: true/)
      expect(await balance()).toBe("10")
      await payout({ amount: 10 }).expect(200)
      await payout({ amount: 2, confirmed: true }).expect(200)
      expect(await balance()).toBe("-2")
    })

    it("an amount above the set one is refused unless it is confirmed", async () => {
      const { body } = await post("", cash({ amount: 4730 })).expect(409)
      expect(body.message).toMatch(/above 500.*confirmed: true/)
      await post("", cash({ amount: 500 })).expect(200)
      await post("", cash({ amount: 500.01, confirmed: true })).expect(200)
      const settings = (confirm_above: unknown) =>
        request(api)
          .post("/admin/client-ledger/settings")
          .set(market.admin.headers)
          .send({ confirm_above })
      await settings(0).expect(400)
      await settings(null).expect(200)
      await post("", cash({ amount: 4730 })).expect(200)
      await settings(500).expect(200)
    })

    it("of many, the one that is wrong is named, and nothing is recorded", async () => {
      const receipts = [cash(), cash({ amount: 1.001 })]
      const { body } = await post("/batch", { receipts }).expect(400)
      expect(body.message).toMatch(/receipts\[1\] \(Camille Dupré\): amount/)
      await post("/batch", { receipts: [cash(), cash({ amount: 501 })] }).expect(409)
      expect(await balance()).toBe("0")
    })

    it("is found by account, method, direction and day", async () => {
      const { body } = await post("", cash({ value_date: "2026-11-20" }))
      await post("", cash({ method: "cheque", amount: 30, value_date: "2026-11-21" }))
      await post("", cash({ direction: "out", amount: 1, value_date: "2026-11-22" }))
      const amounts = async (query: string) =>
        (await get(`?${query}`)).body.receipts.map((receipt: Body) => receipt.amount)
      expect(await amounts(`client_account_id=${body.client_account.id}`)).toEqual([1, 30, 12.4])
      expect(await amounts("method=cheque")).toEqual([30])
      expect(await amounts("direction=out")).toEqual([1])
      expect(await amounts("value_date_from=2026-11-21&value_date_to=2026-11-21")).toEqual([30])
      expect((await get("?limit=1&offset=1")).body).toMatchObject({ count: 3, limit: 1, offset: 1 })
    })

    it("a wrong method or reference is corrected without touching the money, and the change is logged", async () => {
      const { body } = await post("", cash())
      const { id } = body.receipt
      const corrected = await post(`/${id}`, { method: "cheque", reference: "0004217" }).expect(200)
      expect(corrected.body.receipt).toMatchObject({
        method: "cheque",
        reference: "0004217",
        amount: 12.4,
      })
      await post(`/${id}`, { amount: 99 }).expect(400)
      expect(await balance()).toBe("12.4")
    })

    it("a reversed receipt brings the debt back, once", async () => {
      const { body } = await post("", cash())
      const { id } = body.receipt
      expect((await post(`/${id}/reverse`, {})).body.message).toMatch(/note/)
      const reversed = await post(`/${id}/reverse`, { note: "The cheque bounced" }).expect(200)
      expect(reversed.body).toMatchObject({
        receipt: { reversed_at: expect.any(String) },
        client_account: { balance: 0 },
      })
      const again = await post(`/${id}/reverse`, { note: "Again" }).expect(409)
      expect(again.body.message).toMatch(/reversed already/)
      expect(await market.entries()).toEqual([
        ["receipt", "12.4"],
        ["reversal", "-12.4"],
      ])
    })

    it("a batch is recorded whole or not at all", async () => {
      await post("/batch", { receipts: [cash(), cash({ amount: 7.6, method: "cheque" })] }).expect(
        200
      )
      expect(await balance()).toBe("20")
      const { body } = await post("/batch", { receipts: [cash(), cash({ amount: 0.001 })] }).expect(
        400
      )
      expect(body.message).toMatch(/amount/)
      expect(await balance()).toBe("20")
    })

    it("the same Idempotency-Key is answered alike and posts once; with another body it is a conflict", async () => {
      const key = { "Idempotency-Key": "tap-1" }
      const [first, second] = await Promise.all([post("", cash(), key), post("", cash(), key)])
      const third = await post("", cash(), key)
      expect(first.status).toBe(200)
      expect(second.body).toEqual(first.body)
      expect(third.body).toEqual(first.body)
      expect(await balance()).toBe("12.4")
      const { body } = await post("", cash({ amount: 13 }), key).expect(409)
      expect(body.message).toMatch(/tap-1/)
    })

    it("a batch whose answer got lost is sent again with its key, and posts once", async () => {
      const key = { "Idempotency-Key": "batch-1" }
      const batch = { receipts: [cash(), cash({ amount: 7.6, method: "cheque" })] }
      const [first, second] = await Promise.all([
        post("/batch", batch, key),
        post("/batch", batch, key),
      ])
      expect(first.status).toBe(200)
      expect(second.body).toEqual(first.body)
      expect(await balance()).toBe("20")
    })

    it.each<[string, Body, number, RegExp]>([
      ["an amount of zero", { amount: 0 }, 400, /amount/],
      ["a negative amount", { amount: -5 }, 400, /amount/],
      ["an amount finer than a cent", { amount: 1.234 }, 400, /amount/],
      ["an amount that isn't a number", { amount: "ten" }, 400, /amount/],
      ["an amount beyond what the column holds", { amount: 1e15 }, 400, /amount/],
      ["an unknown method", { method: "shells" }, 400, /method/],
      ["online, which posts by itself", { method: "online" }, 400, /method/],
      ["an unknown field", { colour: "blue" }, 400, /colour/],
      ["a day that isn't one", { value_date: "2026-02-30" }, 400, /value_date/],
      ["a day to come", { value_date: "2999-01-01" }, 400, /value_date: must not be in the future/],
      ["an unknown customer", { customer_id: "cus_none" }, 404, /cus_none/],
      ["an unknown currency", { currency_code: "zzz" }, 400, /currency_code/],
      ["no client", { customer_id: undefined }, 400, /client_account_id/],
    ])("refuses %s, and writes nothing", async (_, more, status, message) => {
      const response = await post("", cash(more))
      expect([response.status, response.body.message]).toEqual([
        status,
        expect.stringMatching(message),
      ])
      expect((await get("")).body.count).toBe(0)
    })

    it("refuses another currency than the account's, an unknown account or receipt, and who isn't logged in", async () => {
      const { body } = await post("", cash())
      const client_account_id = body.client_account.id
      const onAccount = { client_account_id, method: "cash", amount: 1 }
      await post("", { ...onAccount, currency_code: "usd" }).expect(400)
      await post("", { ...onAccount, client_account_id: "clacc_none" }).expect(404)
      await get("/clrec_none").expect(404)
      await post("/clrec_none/reverse", { note: "x" }).expect(404)
      await request(api).post("/admin/receipts").send(cash()).expect(401)
      await request(api).get("/admin/receipts").expect(401)
    })

    it("reconcile and verify answer over HTTP", async () => {
      await post("", cash())
      const reconcile = await request(api)
        .post("/admin/client-ledger/reconcile")
        .set(market.admin.headers)
        .send({ full: true })
      expect(reconcile.body.reconcile).toMatchObject({ entries_posted: 0, failures: [] })
      const verify = await request(api).get("/admin/client-ledger/verify").set(market.admin.headers)
      expect(verify.body.verify).toMatchObject({
        ok: true,
        accounts_checked: 1,
        entries_checked: 1,
        problems: [],
        to_review: [],
      })
      await request(api).get("/admin/client-ledger/verify").expect(401)
    })
  },
})
