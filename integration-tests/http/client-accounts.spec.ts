import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { medusaIntegrationTestRunner } from "@medusajs/test-utils"
import { createAdmin, type Login } from "../fixtures/admin"
import { request } from "../fixtures/http"
import { ledgerOf } from "../fixtures/ledger"
import { createCustomer } from "../fixtures/store"
import type { AdminClientAccount } from "../../src/types/http"

jest.setTimeout(180_000)

medusaIntegrationTestRunner({
  dbName: "client-ledger-accounts",
  testSuite: ({ api, dbConnection, getContainer }) => {
    let admin: Login
    beforeEach(async () => {
      admin = await createAdmin(getContainer())
    })

    const get = (path: string) =>
      request(api).get(`/admin/client-accounts${path}`).set(admin.headers)
    const post = (path: string, body: object = {}, headers: Record<string, string> = {}) =>
      request(api)
        .post(`/admin/client-accounts${path}`)
        .set({ ...admin.headers, ...headers })
        .send(body)

    /** An account with a balance, made as the ledger makes them. */
    async function account(name: string, balance = "0", currencyCode = "eur") {
      const [made] = await ledgerOf(getContainer()).ensureAccounts([
        {
          customer_id: `cus_${name}`,
          currency_code: currencyCode,
          customer_name: name,
          customer_email: `${name.toLowerCase()}@example.com`,
        },
      ])
      if (balance !== "0") {
        await post(`/${made!.id}/entries`, {
          type: "adjustment",
          amount: balance,
          note: "start",
        }).expect(200)
      }
      return made!
    }
    const names = (accounts: AdminClientAccount[]) => accounts.map((a) => a.customer_name)

    const order = (id: string, accountId: string, values: Record<string, unknown>) =>
      dbConnection.table("client_order").insert({
        id,
        account_id: accountId,
        currency_code: "eur",
        ...values,
      })
    const daysFromNow = (days: number) =>
      new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)

    describe("the list", () => {
      it("shows the biggest debt first", async () => {
        await account("Anna", "12.40")
        await account("Bruno", "-30")
        await account("Chloé")
        await account("David", "-0.05")
        const { body } = await get("").expect(200)
        expect(names(body.client_accounts)).toEqual(["Bruno", "David", "Chloé", "Anna"])
        expect(body).toMatchObject({ count: 4, offset: 0, limit: 20 })
        expect(body.client_accounts[0]).toMatchObject({
          customer_id: "cus_Bruno",
          customer_email: "bruno@example.com",
          currency_code: "eur",
          balance: -30,
          expected: 0,
          overdue: 30,
          overdue_since: daysFromNow(0),
        })
      })

      it("sorts, pages and counts", async () => {
        for (const name of ["Zoé", "Anna", "Bruno"]) await account(name)
        const first = await get("?order=customer_name&limit=2").expect(200)
        const second = await get("?order=customer_name&limit=2&offset=2").expect(200)
        expect([
          ...names(first.body.client_accounts),
          ...names(second.body.client_accounts),
        ]).toEqual(["Anna", "Bruno", "Zoé"])
        expect([first.body.count, second.body.count]).toEqual([3, 3])
        const beyond = await get("?offset=10").expect(200)
        expect(beyond.body).toMatchObject({ client_accounts: [], count: 3 })
        const latest = await account("Denis", "5")
        const { body } = await get("?order=-last_entry_at").expect(200)
        expect(body.client_accounts[0].id).toBe(latest.id)
      })

      it("filters by status, currency and customer", async () => {
        await account("Anna", "12.40")
        await account("Bruno", "-30")
        await account("Chloé")
        await account("Bruno", "500", "jpy")
        const of = async (query: string) => {
          const { body } = await get(query).expect(200)
          return [names(body.client_accounts), body.count]
        }
        expect(await of("?status=owing")).toEqual([["Bruno"], 1])
        expect(await of("?status=settled")).toEqual([["Chloé"], 1])
        expect(await of("?status=in_credit&currency_code=EUR")).toEqual([["Anna"], 1])
        expect(await of("?customer_id=cus_Bruno")).toEqual([["Bruno", "Bruno"], 2])
        expect(await of("?customer_id=cus_Anna,cus_Chloé")).toEqual([["Chloé", "Anna"], 2])
      })

      it("finds words of the name or e-mail, and takes % and _ as they are", async () => {
        await account("Anna 100%")
        await account("Anna_Maria")
        await account("Anne")
        const of = async (q: string) => {
          const { body } = await get(`?q=${encodeURIComponent(q)}&order=customer_name`).expect(200)
          return names(body.client_accounts)
        }
        expect(await of("anna")).toEqual(["Anna 100%", "Anna_Maria"])
        expect(await of("%")).toEqual(["Anna 100%"])
        expect(await of("a_m")).toEqual(["Anna_Maria"])
        expect(await of("anne@EXAMPLE")).toEqual(["Anne"])
        expect(await of("100 anna")).toEqual(["Anna 100%"])
      })

      it("tells what is owed, expected and overdue apart", async () => {
        const { id } = await account("Bruno", "-100")
        await order("order_late", id, { owed: 50, paid: 0, due_on: daysFromNow(-20) })
        await order("order_promised", id, {
          owed: 40,
          paid: 10,
          expected: 30,
          due_on: daysFromNow(3),
        })
        await order("order_today", id, { owed: 20, paid: 0, expected: 20, due_on: daysFromNow(0) })
        const { body } = await get(`/${id}`).expect(200)
        expect(body.client_account).toMatchObject({ balance: -100, expected: 50, overdue: 50 })
      })

      it("never expects more than is owed", async () => {
        const { id } = await account("Bruno", "-10")
        await order("order_1", id, { owed: 50, paid: 0, expected: 50, due_on: daysFromNow(3) })
        const { body } = await get(`/${id}`).expect(200)
        expect(body.client_account).toMatchObject({ expected: 10, overdue: 0, overdue_since: null })
      })

      it("dates the debt by its oldest part that credits have not settled", async () => {
        const { id } = await account("Bruno", "-45")
        await post(`/${id}/entries`, {
          type: "adjustment",
          amount: -5,
          note: "jar",
          value_date: "2026-03-01",
        })
        await post(`/${id}/entries`, { type: "adjustment", amount: "50", note: "half" })
        await post(`/${id}/entries`, { type: "adjustment", amount: "-60", note: "opposite" })
        await order("order_1", id, { owed: 60, paid: 0, due_on: "2026-01-10" })
        await order("order_2", id, { owed: 40, paid: 0, due_on: "2026-02-10" })
        await order("order_3", id, { owed: 30, paid: 30, due_on: "2026-02-20" })
        const since = async () => (await get(`/${id}`)).body.client_account
        expect(await since()).toMatchObject({ overdue: 60, overdue_since: daysFromNow(0) })
        const { body } = await get(`/${id}/entries`)
        await post(`/${id}/entries/${body.ledger_entries[0].id}/reverse`, {
          note: "mistake",
        }).expect(200)
        await post(`/${id}/entries/${body.ledger_entries[3].id}/reverse`, {
          note: "mistake",
        }).expect(200)
        expect(await since()).toMatchObject({ balance: 45, overdue: 0, overdue_since: null })
        await post(`/${id}/entries/${body.ledger_entries[1].id}/reverse`, {
          note: "bounced",
        }).expect(200)
        expect(await since()).toMatchObject({
          balance: -5,
          overdue: 5,
          overdue_since: "2026-03-01",
        })
      })

      it("keeps those who are overdue, and those who are not", async () => {
        const late = await account("Late", "-30")
        const promised = await account("Promised", "-30")
        await account("Anna", "10")
        await order("order_1", late.id, { owed: 20, paid: 0, due_on: daysFromNow(1) })
        await order("order_2", promised.id, { owed: 30, paid: 0, due_on: daysFromNow(1) })
        const overdue = await get("?overdue=true").expect(200)
        expect(names(overdue.body.client_accounts)).toEqual(["Late"])
        expect(overdue.body.client_accounts[0].overdue).toBe(10)
        const others = await get("?overdue=false").expect(200)
        expect(names(others.body.client_accounts)).toEqual(["Promised", "Anna"])
      })

      it("reads a full page in two statements, however many accounts it shows", async () => {
        for (const name of ["Anna", "Bruno", "Chloé"]) await account(name, "-5")
        const statements: string[] = []
        const connection = getContainer().resolve(ContainerRegistrationKeys.PG_CONNECTION)
        const listen = ({ sql }: { sql: string }) => statements.push(sql)
        connection.on("query", listen)
        await get("?limit=3").expect(200)
        connection.removeListener("query", listen)
        expect(statements.filter((sql) => sql.includes("client_account"))).toHaveLength(2)
        expect(statements.length).toBeLessThanOrEqual(4)
      })

      it("refuses a query that it doesn't know", async () => {
        for (const query of [
          "?limit=201",
          "?limit=x",
          "?offset=-1",
          "?order=id",
          "?status=rich",
          "?colour=red",
        ]) {
          await get(query).expect(400)
        }
      })

      it("needs a login", async () => {
        await request(api).get("/admin/client-accounts").expect(401)
        await request(api).post("/admin/client-accounts").send({}).expect(401)
      })
    })

    it("adds up per currency", async () => {
      const { id } = await account("Bruno", "-30.10")
      await account("Anna", "12.40")
      await account("Chloé")
      await account("Hiro", "-500", "jpy")
      await order("order_1", id, { owed: 20, paid: 0, expected: 20, due_on: daysFromNow(1) })
      const { body } = await get("/totals").expect(200)
      expect(body.totals).toMatchObject([
        {
          currency_code: "eur",
          owed: 30.1,
          in_credit: 12.4,
          net: -17.7,
          overdue: 10.1,
          expected: 20,
          count: { owing: 1, settled: 1, in_credit: 1, overdue: 1 },
        },
        {
          currency_code: "jpy",
          owed: 500,
          in_credit: 0,
          net: -500,
          overdue: 500,
          expected: 0,
          count: { owing: 1, settled: 0, in_credit: 0, overdue: 1 },
        },
      ])
    })

    describe("the export", () => {
      it("is the list as a spreadsheet reads it", async () => {
        await account("Zoé", "-30.10")
        await account("Anna", "1234.5")
        const { text, headers } = await get("/export?status=owing").buffer(true).expect(200)
        expect(headers["content-type"]).toContain("text/csv")
        expect(headers["content-disposition"]).toMatch(/client-accounts-.*\.csv/)
        expect(text.startsWith("\uFEFFcustomer_name,customer_email,currency_code,balance")).toBe(
          true
        )
        const [, row, ...others] = text.trim().split("\r\n")
        expect(row).toContain(`Zoé,zoé@example.com,eur,-30.10,0.00,30.10,${daysFromNow(0)}`)
        expect(others).toEqual([])
      })

      it("never lets a name run as a formula", async () => {
        await account('=HYPERLINK("http://example.com")')
        const { text } = await get("/export").buffer(true).expect(200)
        expect(text).toContain(`"'=HYPERLINK(""http://example.com"")"`)
      })

      it("holds every account once, over its pages", async () => {
        await dbConnection.raw(
          `insert into client_account (id, customer_id, currency_code, decimal_digits)
           select 'clacc_' || n, 'cus_' || n, 'eur', 2 from generate_series(1, 2500) n`
        )
        const { text } = await get("/export").buffer(true).expect(200)
        const ids = text
          .trim()
          .split("\r\n")
          .slice(1)
          .map((row) => row.split(",").at(-1))
        expect([ids.length, new Set(ids).size]).toEqual([2500, 2500])
      })
    })

    describe("an account", () => {
      it("is made once per customer and currency", async () => {
        const customer = await createCustomer(getContainer())
        const body = { customer_id: customer.id, currency_code: "EUR" }
        const first = await post("", body).expect(200)
        const again = await post("", body).expect(200)
        expect(first.body.client_account).toMatchObject({
          customer_id: customer.id,
          customer_name: "Camille Dupré",
          customer_email: "client@example.com",
          currency_code: "eur",
          balance: 0,
        })
        expect(again.body.client_account.id).toBe(first.body.client_account.id)
      })

      it("is named after the company where the customer has no name", async () => {
        const customer = await createCustomer(getContainer(), {
          first_name: "",
          last_name: "",
          company_name: "Café du Port",
        })
        const { body } = await post("", { customer_id: customer.id, currency_code: "eur" }).expect(
          200
        )
        expect(body.client_account.customer_name).toBe("Café du Port")
      })

      it("needs a customer and a currency that exist", async () => {
        const customer = await createCustomer(getContainer())
        await post("", { customer_id: "cus_nobody", currency_code: "eur" }).expect(404)
        const unknown = await post("", { customer_id: customer.id, currency_code: "zzz" }).expect(
          400
        )
        expect(unknown.body.message).toContain("currency_code")
        await post("", { customer_id: customer.id }).expect(400)
        await get("/clacc_nothing").expect(404)
        await get("/clacc_nothing/entries").expect(404)
      })
    })

    describe("an entry written by hand", () => {
      const adjustment = { type: "adjustment", amount: "5.50", note: "basket was short" }

      it("shows who wrote it, when and why", async () => {
        const { id } = await account("Anna")
        const { body } = await post(`/${id}/entries`, {
          ...adjustment,
          value_date: "2026-01-31",
        }).expect(200)
        expect(body.client_account).toMatchObject({ id, balance: 5.5 })
        expect(body.ledger_entry).toMatchObject({
          type: "adjustment",
          sequence: 1,
          amount: 5.5,
          balance_after: 5.5,
          note: "basket was short",
          value_date: "2026-01-31",
          actor: { id: admin.id, email: admin.email },
          order_id: null,
          reversed_by_id: null,
        })
        const list = await get(`/${id}/entries`).expect(200)
        expect(list.body).toMatchObject({ count: 1, offset: 0, limit: 20 })
        expect(list.body.ledger_entries).toEqual([body.ledger_entry])
      })

      it("is listed newest first, page by page", async () => {
        const { id } = await account("Anna")
        for (const amount of [1, 2, 3]) await post(`/${id}/entries`, { ...adjustment, amount })
        const { body } = await get(`/${id}/entries?limit=2&offset=1`).expect(200)
        expect(body.ledger_entries.map((e: { amount: number }) => e.amount)).toEqual([2, 1])
        expect(body.count).toBe(3)
      })

      it("refuses an amount that is no money of the account's currency", async () => {
        const { id } = await account("Anna")
        for (const amount of [
          0,
          "0.00",
          "abc",
          "NaN",
          "Infinity",
          "0x10",
          "",
          12.345,
          "1e15",
          null,
          true,
          undefined,
        ]) {
          const { body } = await post(`/${id}/entries`, { ...adjustment, amount }).expect(400)
          expect(body.message).toContain("amount")
        }
        const yen = await account("Hiro", "0", "jpy")
        await post(`/${yen.id}/entries`, { ...adjustment, amount: 0.5 }).expect(400)
        expect((await get(`/${id}/entries`)).body.count).toBe(0)
      })

      it("needs a note, a known type and nothing else", async () => {
        const { id } = await account("Anna")
        for (const body of [
          { ...adjustment, note: undefined },
          { ...adjustment, note: "  " },
          { ...adjustment, type: "order" },
          { ...adjustment, value_date: "2026-02-30" },
          { ...adjustment, value_date: "0000-01-01" },
          { ...adjustment, value_date: "2999-01-01" },
          { ...adjustment, note: "a\0b" },
          { ...adjustment, balance: 5 },
        ]) {
          await post(`/${id}/entries`, body).expect(400)
        }
        await post("/clacc_nothing/entries", adjustment).expect(404)
        await request(api).post(`/admin/client-accounts/${id}/entries`).send(adjustment).expect(401)
      })

      it("writes off to zero or toward it, never beyond", async () => {
        const { id } = await account("Bruno", "-3.20")
        await post(`/${id}/entries`, { type: "write_off", amount: 3.21, note: "small" }).expect(400)
        await post(`/${id}/entries`, { type: "write_off", amount: -1, note: "small" }).expect(400)
        const { body } = await post(`/${id}/entries`, {
          type: "write_off",
          amount: 3.2,
          note: "small",
        }).expect(200)
        expect(body.client_account.balance).toBe(0)
      })

      it("is reversed once, and its reversal never", async () => {
        const { id } = await account("Anna")
        const entry = (await post(`/${id}/entries`, adjustment)).body.ledger_entry
        const reversal = await post(`/${id}/entries/${entry.id}/reverse`, {
          note: "mistake",
        }).expect(200)
        expect(reversal.body).toMatchObject({
          client_account: { balance: 0 },
          ledger_entry: { type: "reversal", amount: -5.5, reverses_id: entry.id },
        })
        const again = await post(`/${id}/entries/${entry.id}/reverse`, { note: "mistake" }).expect(
          409
        )
        expect(again.body.message).toMatch(/reversed already/)
        const back = `/${id}/entries/${reversal.body.ledger_entry.id}/reverse`
        expect((await post(back, { note: "mistake" }).expect(409)).body.message).toMatch(/reversal/)
        await post(`/${id}/entries/clent_nothing/reverse`, { note: "x" }).expect(404)
        await post(`/${id}/entries/${entry.id}/reverse`, {}).expect(400)
        const { body } = await get(`/${id}/entries`)
        expect(body.ledger_entries[1].reversed_by_id).toBe(reversal.body.ledger_entry.id)
      })

      it("is written once per Idempotency-Key, for ever with the same answer", async () => {
        const { id } = await account("Anna")
        const key = { "Idempotency-Key": "till-1-0001" }
        const first = await post(`/${id}/entries`, adjustment, key).expect(200)
        await post(`/${id}/entries`, { ...adjustment, amount: 1 }).expect(200)
        const again = await post(`/${id}/entries`, adjustment, key).expect(200)
        expect(again.body).toEqual(first.body)
        const other = await post(`/${id}/entries`, { ...adjustment, amount: 6 }, key).expect(409)
        expect(other.body.message).toContain("till-1-0001")
        expect((await get(`/${id}/entries`)).body.count).toBe(2)
      })

      it("leaves its key free when it is refused", async () => {
        const { id } = await account("Anna")
        const key = { "Idempotency-Key": "till-1-0002" }
        await post(`/${id}/entries`, { ...adjustment, amount: 0 }, key).expect(400)
        await post(`/${id}/entries`, adjustment, key).expect(200)
      })
    })
  },
})
