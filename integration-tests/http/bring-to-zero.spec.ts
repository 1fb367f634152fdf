import { medusaIntegrationTestRunner } from "@medusajs/test-utils"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { request } from "../fixtures/http"
import { eventually, ledgerOf } from "../fixtures/ledger"
import { useMarket } from "../fixtures/market"
import { checkout } from "../fixtures/shop"
import { createCustomer } from "../fixtures/store"
import type { AdminClientAccount } from "../../src/types/http"

jest.setTimeout(180_000)

type Body = Record<string, unknown>

medusaIntegrationTestRunner({
  dbName: "client-ledger-bring-to-zero",
  testSuite: ({ api, getContainer }) => {
    const market = useMarket(api, getContainer)
    const get = (path = "") =>
      request(api).get(`/admin/client-accounts${path}`).set(market.admin.headers)
    const post = (path: string, body: Body, headers: Record<string, string> = {}) =>
      request(api)
        .post(`/admin/client-accounts${path}`)
        .set({ ...market.admin.headers, ...headers })
        .send(body)
    const bring = (body: Body, headers?: Record<string, string>) =>
      post("/bring-to-zero", body, headers)

    let clients = 0
    /** A client whose account stands at that balance. */
    async function client(balance: number): Promise<AdminClientAccount> {
      const { id } = await createCustomer(getContainer(), {
        email: `client${++clients}@example.com`,
      })
      const { body } = await post("", { customer_id: id, currency_code: "eur" }).expect(200)
      const { id: accountId } = body.client_account
      const opening = { type: "opening_balance", amount: balance, note: "notebook" }
      return (await post(`/${accountId}/entries`, opening).expect(200)).body.client_account
    }
    const row = ({ id, balance }: AdminClientAccount, how: Body) => ({
      client_account_id: id,
      balance,
      ...how,
    })

    it("brings a selection to zero: received, paid out, written off", async () => {
      const [owes, holds, gone] = [await client(-12.4), await client(8), await client(-3)]
      const { body } = await bring({
        accounts: [
          row(owes, { method: "cheque", reference: "0004217" }),
          row(holds, { method: "cash" }),
          row(gone, { write_off: { note: "moved away" } }),
        ],
        value_date: "2026-11-20",
        note: "end of season",
      }).expect(200)
      expect(body.receipts).toMatchObject([
        {
          direction: "in",
          method: "cheque",
          amount: 12.4,
          reference: "0004217",
          value_date: "2026-11-20",
          note: "end of season",
          actor: { id: market.admin.id },
        },
        { direction: "out", method: "cash", amount: 8 },
      ])
      expect(body.write_offs).toMatchObject([
        { type: "write_off", amount: 3, note: "moved away", actor: { id: market.admin.id } },
      ])
      expect(body.client_accounts).toMatchObject(
        [owes, holds, gone].map(({ id }) => ({ id, balance: 0, next_step: "none" }))
      )
      expect(body.warnings).toEqual([])
    })

    it("an order that is brought to zero is paid in Medusa by the method that was said", async () => {
      const order = await checkout(api, market.shop, { customer: market.client, amount: 30 })
      await eventually(() => market.balance(), "-30")
      const { body } = await get(`?customer_id=${market.client.id}`)
      expect(body.client_accounts[0]).toMatchObject({
        expected: 30,
        expected_method: "cheque",
        next_step: "collect",
      })
      await bring({ accounts: [row(body.client_accounts[0], { method: "cash" })] }).expect(200)
      const status = async () => (await market.acts.order(order.id)).payment_status
      await eventually(status, "captured", 20)
    })

    it("a balance that has changed since refuses the whole, and names the client", async () => {
      const [owes, holds] = [await client(-12.4), await client(8)]
      const accounts = [
        row(owes, { method: "cash" }),
        row({ ...holds, balance: 9 }, { method: "cash" }),
      ]
      const { body } = await bring({ accounts }).expect(409)
      expect(body.message).toMatch(
        /^accounts\[1\] \(.+\): the balance is 8 now, and was 9 when you looked$/
      )
      expect((await ledgerOf(getContainer()).retrieveAccount(owes.id)).balance).toBe("-12.4")
    })

    it("demands a real method, or a reason", async () => {
      const owes = await client(-12.4)
      for (const how of [
        {},
        { method: "on_site" },
        { method: "online" },
        { write_off: {} },
        { method: "cash", write_off: { note: "both" } },
        { method: "cash", amount: 3 },
      ]) {
        await bring({ accounts: [row(owes, how)] }).expect(400)
      }
      const { body } = await bring({ accounts: [row(owes, { write_off: { note: " " } })] }).expect(
        400
      )
      expect(body.message).toMatch(/^accounts\[0\] \(.+\): note: say why/)
      await bring({ accounts: [] }).expect(400)
      await bring({
        accounts: [{ ...row(owes, { method: "cash" }), client_account_id: "no" }],
      }).expect(404)
      await request(api).post("/admin/client-accounts/bring-to-zero").send({}).expect(401)
    })

    it("the same key posts once, for ever; with another body it is refused", async () => {
      const owes = await client(-12.4)
      const key = { "Idempotency-Key": `zero-${owes.id}` }
      const body = { accounts: [row(owes, { method: "cash" })] }
      const first = await bring(body, key).expect(200)
      const again = await bring(body, key).expect(200)
      expect(again.body).toEqual(first.body)
      await bring({ accounts: [row(owes, { method: "cheque" })] }, key).expect(409)
    })

    it("costs a fixed number of statements in the ledger, however many accounts", async () => {
      const statementsFor = async (count: number) => {
        const accounts: Body[] = []
        for (let n = 0; n < count; n++) accounts.push(row(await client(-5), { method: "cash" }))
        return statementsOf(() => bring({ accounts }).expect(200))
      }
      expect(await statementsFor(5)).toBe(await statementsFor(2))
    })

    it("the totals say how far it is to zero, in a fixed number of statements", async () => {
      await client(-12.4)
      await client(8)
      const { body } = await get("/totals").expect(200)
      const eur = body.totals.find((each: Body) => each.currency_code === "eur")
      const { not_due, ...due } = eur.debt_ages
      expect(not_due).toBe(0)
      expect(due).toMatchObject({ days_31_60: 0, days_61_90: 0, older: 0 })
      expect(due.days_0_30).toBe(eur.owed)
      expect(eur.sleeping_credits).toEqual({ count: 0, amount: 0 })
      const { owing, settled, in_credit } = eur.count
      expect(eur.settled_share).toBeCloseTo(settled / (owing + settled + in_credit), 4)
      expect(await statementsOf(() => get("/totals").expect(200))).toBe(2)
    })

    it("each account says what to do next", async () => {
      const steps = async (account: AdminClientAccount) =>
        (await get(`/${account.id}`)).body.client_account
      expect(await steps(await client(-12.4))).toMatchObject({ next_step: "remind" })
      expect(await steps(await client(8))).toMatchObject({ next_step: "use_credit" })
    })

    /** How many statements on the ledger's tables some work costs. */
    async function statementsOf(work: () => PromiseLike<unknown>): Promise<number> {
      let count = 0
      const connection = getContainer().resolve(ContainerRegistrationKeys.PG_CONNECTION)
      const listen = ({ sql }: { sql: string }) => {
        if (/client_(account|ledger|receipt|allocation|order)/.test(sql)) count += 1
      }
      connection.on("query", listen)
      await work()
      connection.removeListener("query", listen)
      return count
    }
  },
})
