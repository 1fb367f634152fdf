import { medusaIntegrationTestRunner } from "@medusajs/test-utils"
import { createAdmin } from "../fixtures/admin"
import { request } from "../fixtures/http"
import { useMarket } from "../fixtures/market"

jest.setTimeout(180_000)

medusaIntegrationTestRunner({
  dbName: "client-ledger-acts",
  testSuite: ({ api, getContainer }) => {
    const market = useMarket(api, getContainer)
    const post = (path: string, body: object, headers = market.admin.headers) =>
      request(api).post(path).set(headers).send(body).expect(200)
    const acts = async (query = "") => {
      const { body } = await request(api)
        .get(`/admin/client-ledger/acts${query}`)
        .set(market.admin.headers)
        .expect(200)
      return body
    }
    const pay = async (amount: number) =>
      (
        await post("/admin/receipts", {
          ...{ customer_id: market.client.id, currency_code: "eur", method: "cheque", amount },
        })
      ).body

    it("money, corrections and reversals are told with who, when, and from what to what", async () => {
      const { receipt, client_account } = await pay(20)
      await post(`/admin/receipts/${receipt.id}`, { method: "cash", reference: "table 2" })
      await post(`/admin/receipts/${receipt.id}/reverse`, { note: "counted twice" })
      const { acts: list, count } = await acts()
      const actor = { id: market.admin.id, email: market.admin.email }
      const client = { client_account_id: client_account.id, currency_code: "eur", actor }
      expect(count).toBe(3)
      expect(list).toMatchObject([
        {
          ...{ ...client, kind: "reversal", amount: -20, note: "counted twice" },
          ...{ before: { balance: "20" }, after: { balance: "0" } },
        },
        {
          ...{ ...client, kind: "receipt_correction", amount: 20 },
          ...{ before: { method: "cheque" }, after: { method: "cash", reference: "table 2" } },
        },
        {
          ...{ ...client, kind: "receipt", amount: 20, at: expect.stringMatching(/^\d{4}-.*Z$/) },
          ...{ before: { balance: "0" }, after: { balance: "20" } },
        },
      ])
    })

    it("a setting that changes is told once, field by field, a method's offer too", async () => {
      await post("/admin/client-ledger/settings", {
        due_days: 3,
        methods: { cheque: { enabled: false, payee: "The market" } },
      })
      await post("/admin/client-ledger/settings", { due_days: 3 })
      const { acts: list } = await acts("?kind=settings")
      expect(list).toHaveLength(1)
      expect(list[0]).toMatchObject({
        before: { due_days: expect.any(Number), "methods.cheque.enabled": true },
        after: {
          due_days: 3,
          "methods.cheque.enabled": false,
          "methods.cheque.payee": "The market",
        },
      })
    })

    it("a setting that couldn't be changed leaves no trace", async () => {
      await pay(5)
      await request(api)
        .post("/admin/client-ledger/settings")
        .set(market.admin.headers)
        .send({ due_days: -1 })
        .expect(400)
      expect((await acts("?kind=settings")).count).toBe(0)
    })

    it("rules on debts, reminders and slips are told of their account and their number", async () => {
      const { receipt, client_account } = await pay(20)
      const account = `/admin/client-accounts/${client_account.id}`
      await post(`${account}/debt-policy`, {
        debt_policy: { rule: "limited", limit: 50, action: "block" },
      })
      await post(account, { no_reminders: true })
      const { body } = await post("/admin/cheque-deposits", {
        cheques: [{ receipt_id: receipt.id }],
      })
      const slip = body.cheque_deposit
      await post(`/admin/cheque-deposits/${slip.id}/deposit`, {})
      const { acts: list } = await acts()
      expect(list).toMatchObject([
        {
          ...{ kind: "cheque_deposit", number: slip.number },
          ...{ before: { status: "open" }, after: { status: "deposited" } },
        },
        { kind: "cheque_deposit_made", number: slip.number, amount: 20 },
        { kind: "reminders", after: { no_reminders: true } },
        { kind: "debt_policy", before: { rule: null }, after: { rule: "limited", limit: "50" } },
        { kind: "receipt" },
      ])
      expect((await acts(`?client_account_id=${client_account.id}`)).count).toBe(3)
    })

    it("are found by who did them and when, page by page", async () => {
      const other = await createAdmin(market.container, "other@example.com")
      await pay(1)
      await pay(2)
      await post(
        "/admin/receipts",
        { customer_id: market.client.id, currency_code: "eur", method: "cash", amount: 3 },
        other.headers
      )
      expect((await acts(`?actor_id=${other.id}`)).acts).toMatchObject([{ amount: 3 }])
      expect(await acts("?limit=1&offset=1")).toMatchObject({ count: 3, acts: [{ amount: 2 }] })
      const today = new Date().toISOString().slice(0, 10)
      expect((await acts(`?from=${today}&to=${today}`)).count).toBe(3)
      expect((await acts("?to=2020-01-01")).count).toBe(0)
    })

    it("everyone who did something can be picked, by whoever may read", async () => {
      const other = await createAdmin(market.container, "picked@example.com")
      await createAdmin(market.container, "idle@example.com")
      await pay(1)
      await post(
        "/admin/receipts",
        { customer_id: market.client.id, currency_code: "eur", method: "cash", amount: 3 },
        other.headers
      )
      const { body } = await request(api)
        .get("/admin/client-ledger/acts/people")
        .set(market.admin.headers)
        .expect(200)
      const emails = body.people.map(({ email }: { email: string }) => email)
      expect(emails.sort()).toEqual([market.admin.email, "picked@example.com"].sort())
    })

    it("are filed as CSV, one row for each field that changed, no cell run as a formula", async () => {
      const { receipt } = await pay(20)
      await post(`/admin/receipts/${receipt.id}`, { method: "cash", reference: "=1+1" })
      const { text, headers } = await request(api)
        .get("/admin/client-ledger/acts/export?kind=receipt_correction")
        .set(market.admin.headers)
        .expect(200)
      expect(headers["content-disposition"]).toMatch(/acts-.*\.csv/)
      const rows = text.trim().split("\r\n")
      expect(rows).toHaveLength(3)
      expect(text).toContain("method,cheque,cash")
      expect(text).toContain("reference,null,'=1+1")
    })

    it("an act can't be changed or taken away", async () => {
      await post("/admin/client-ledger/settings", { due_days: 5 })
      const knex = market.container.resolve("__pg_connection__")
      for (const statement of [
        "update client_ledger_change set actor_id = 'someone'",
        "delete from client_ledger_change",
      ]) {
        await expect(knex.raw(statement)).rejects.toThrow(/append-only/)
      }
    })
  },
})
