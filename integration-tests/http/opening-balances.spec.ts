import { medusaIntegrationTestRunner } from "@medusajs/test-utils"
import { createAdmin, type Login } from "../fixtures/admin"
import { request } from "../fixtures/http"
import { balanceOf, entriesOf, ledgerOf } from "../fixtures/ledger"
import { createCustomer, type CustomerFixture } from "../fixtures/store"

jest.setTimeout(180_000)

medusaIntegrationTestRunner({
  dbName: "client-ledger-openings",
  testSuite: ({ api, dbConnection, getContainer }) => {
    let admin: Login
    let anna: CustomerFixture
    let bruno: CustomerFixture
    beforeEach(async () => {
      admin = await createAdmin(getContainer())
      anna = await createCustomer(getContainer(), { email: "anna@example.com", first_name: "Anna" })
      bruno = await createCustomer(getContainer(), { email: "bruno@example.com" })
    })

    const send = (body: object, headers: Record<string, string> = {}) =>
      request(api)
        .post("/admin/client-accounts/opening-balances")
        .set({ ...admin.headers, ...headers })
        .send({ currency_code: "eur", ...body })
    const entries = async () => {
      const [{ count }] = await dbConnection.table("client_ledger_entry").count("* as count")
      return Number(count)
    }

    const CSV = [
      "Courriel;Solde;Note;Date",
      "anna@example.com;1 012,40;avoir de 2025;31/12/2025",
      "BRUNO@example.com;-30,5;;",
    ].join("\r\n")

    it("are previewed without a trace", async () => {
      const { body } = await send({ csv: CSV, dry_run: true }).expect(200)
      expect(body.opening_balances).toEqual({
        dry_run: true,
        rows: [
          {
            line: 2,
            customer: "anna@example.com",
            customer_id: anna.id,
            customer_name: "Anna Dupré",
            currency_code: "eur",
            amount: 1012.4,
            note: "avoir de 2025",
            error: null,
          },
          {
            line: 3,
            customer: "BRUNO@example.com",
            customer_id: bruno.id,
            customer_name: "Camille Dupré",
            currency_code: "eur",
            amount: -30.5,
            note: "Opening balance",
            error: null,
          },
        ],
        count: 2,
        errors: 0,
        totals: [{ currency_code: "eur", owed: 30.5, in_credit: 1012.4 }],
      })
      expect(await ledgerOf(getContainer()).listClientAccounts({})).toEqual([])
    })

    it("are posted with who, when and why", async () => {
      const { body } = await send({ csv: CSV }).expect(200)
      expect(body.opening_balances).toMatchObject({ dry_run: false, count: 2, errors: 0 })
      expect(await balanceOf(getContainer(), anna.id)).toBe("1012.4")
      expect(await entriesOf(getContainer(), bruno.id)).toEqual([["opening_balance", "-30.5"]])
      const [account] = await ledgerOf(getContainer()).listClientAccounts({ customer_id: anna.id })
      const list = await request(api)
        .get(`/admin/client-accounts/${account!.id}/entries`)
        .set(admin.headers)
      expect(list.body.ledger_entries[0]).toMatchObject({
        note: "avoir de 2025",
        value_date: "2025-12-31",
        actor: { id: admin.id, email: admin.email },
      })
    })

    it("are posted all or none, and the errors named by their lines", async () => {
      const csv = `${CSV}\r\nnobody@example.com;5;;\r\nanna@example.com;abc;;`
      const preview = await send({ csv, dry_run: true }).expect(200)
      expect(preview.body.opening_balances).toMatchObject({ count: 2, errors: 2 })
      const { body } = await send({ csv }).expect(400)
      expect(body.message).toContain("line 4 (nobody@example.com): unknown customer")
      expect(body.message).toContain('line 5 (anna@example.com): amount: "abc" is not an amount')
      expect(await entries()).toBe(0)
      expect(await ledgerOf(getContainer()).listClientAccounts({})).toEqual([])
    })

    it("come in once: a second time is an error until the first is reversed", async () => {
      await send({ csv: CSV }).expect(200)
      const again = await send({ csv: CSV }).expect(400)
      expect(again.body.message).toContain(
        "line 2 (anna@example.com): has an opening balance already"
      )
      const preview = await send({ csv: CSV, dry_run: true }).expect(200)
      expect(preview.body.opening_balances).toMatchObject({ count: 0, errors: 2 })

      const [account] = await ledgerOf(getContainer()).listClientAccounts({ customer_id: anna.id })
      const [[entry]] = await ledgerOf(getContainer()).listAccountEntries(account!.id, {
        limit: 1,
        offset: 0,
      })
      await request(api)
        .post(`/admin/client-accounts/${account!.id}/entries/${entry!.id}/reverse`)
        .set(admin.headers)
        .send({ note: "wrong file" })
        .expect(200)
      await send({ csv: "email,amount\nanna@example.com,7" }).expect(200)
      expect(Number(await balanceOf(getContainer(), anna.id))).toBe(7)
    })

    it("are posted once per Idempotency-Key, which a preview doesn't use up", async () => {
      const key = { "Idempotency-Key": "import-1" }
      await send({ csv: CSV, dry_run: true }, key).expect(200)
      const first = await send({ csv: CSV }, key).expect(200)
      const again = await send({ csv: CSV }, key).expect(200)
      expect(again.body).toEqual(first.body)
      await send({ csv: `${CSV}\n` }, key).expect(409)
      expect(await entries()).toBe(2)
    })

    it("come in once when two administrators send them at the same time", async () => {
      const answers = await Promise.all([1, 2, 3, 4].map(() => send({ csv: CSV })))
      expect(answers.map((answer) => answer.status).sort()).toEqual([200, 400, 400, 400])
      expect(await entries()).toBe(2)
    })

    it("skip a zero, and take the registered one of two customers with an e-mail", async () => {
      const guest = await getContainer()
        .resolve("customer")
        .createCustomers({ email: "anna@example.com", has_account: false })
      const csv = "email,amount\nanna@example.com,0\nbruno@example.com,5"
      const { body } = await send({ csv }).expect(200)
      expect(body.opening_balances).toMatchObject({ count: 1, errors: 0 })
      expect(body.opening_balances.rows[0]).toMatchObject({ customer_id: anna.id, amount: 0 })
      expect(
        await ledgerOf(getContainer()).listClientAccounts({ customer_id: [anna.id, guest.id] })
      ).toEqual([])
    })

    it("are in the store's currency where neither the file nor the request names one", async () => {
      const csv = "customer_id,amount,currency\n" + `${anna.id},5,\n${bruno.id},500,JPY`
      const { body } = await send({ csv, currency_code: undefined, dry_run: true }).expect(200)
      const currencies = body.opening_balances.rows.map(
        (row: { currency_code: string }) => row.currency_code
      )
      expect(currencies).toEqual(["eur", "jpy"])
    })

    it("of a whole market come in one request", async () => {
      await dbConnection.raw(
        `insert into customer (id, email, has_account) select 'cus_many_' || n, 'many' || n || '@example.com', true
         from generate_series(1, 5000) n`
      )
      const lines = Array.from({ length: 5000 }, (_, n) => `many${n + 1}@example.com;-${n},25`)
      const { body } = await send({ csv: ["email;montant", ...lines].join("\n") }).expect(200)
      expect(body.opening_balances.count).toBe(5000)
      expect(await entries()).toBe(5000)
      expect(await balanceOf(getContainer(), "cus_many_5000")).toBe("-4999.25")
    })

    it("refuse what isn't a file of balances", async () => {
      expect((await send({ csv: "hello" }).expect(400)).body.message).toMatch(/^csv: /)
      await send({ csv: "" }).expect(400)
      await send({}).expect(400)
      await send({ csv: CSV, colour: "red" }).expect(400)
      await request(api)
        .post("/admin/client-accounts/opening-balances")
        .send({ csv: CSV })
        .expect(401)
    })
  },
})
