import { medusaIntegrationTestRunner } from "@medusajs/test-utils"
import { eventually } from "../fixtures/ledger"
import { request } from "../fixtures/http"
import { useMarket } from "../fixtures/market"
import { pdfText } from "../fixtures/pdf-text"
import { checkout } from "../fixtures/shop"
import { createCustomer } from "../fixtures/store"

jest.setTimeout(180_000)

type Body = Record<string, unknown>

medusaIntegrationTestRunner({
  dbName: "client-ledger-own-account",
  testSuite: ({ api, getContainer }) => {
    const market = useMarket(api, getContainer)
    const own = (path = "", headers: Record<string, string> = market.client.headers) =>
      request(api)
        .get(`/store/customers/me/client-accounts${path}`)
        .set({ ...market.shop.headers, ...headers })
    const accountId = async () => {
      const { body } = await own().expect(200)
      return body.client_accounts[0].id as string
    }
    const pay = (amount: number, more: Body = {}) =>
      request(api)
        .post("/admin/receipts")
        .set(market.admin.headers)
        .send({
          ...{ customer_id: market.client.id, currency_code: "eur", method: "cheque", amount },
          ...more,
        })
        .expect(200)
    const thisYear = new Date().getUTCFullYear()

    it("a customer's account is there on first sight, at zero, and only one", async () => {
      const { body } = await own().expect(200)
      expect(body.client_accounts).toMatchObject([{ currency_code: "eur", balance: 0, overdue: 0 }])
      expect((await own().expect(200)).body).toEqual(body)
    })

    it("shows what is owed and promised, and each entry with the balance after it", async () => {
      await checkout(api, market.shop, { customer: market.client, amount: 20 })
      await eventually(market.balance, "-20")
      await pay(12.4, { reference: "0004217", note: "for the market only" })
      const { body } = await own().expect(200)
      expect(body.client_accounts).toMatchObject([{ balance: -7.6, expected: 7.6 }])
      const { body: page } = await own(`/${await accountId()}/entries?limit=10`).expect(200)
      expect(page).toMatchObject({ count: 2, limit: 10, offset: 0 })
      expect(page.ledger_entries).toMatchObject([
        {
          type: "receipt",
          method: "cheque",
          reference: "0004217",
          amount: 12.4,
          balance_after: -7.6,
        },
        { type: "order", amount: -20, balance_after: -20 },
      ])
      expect(JSON.stringify(page)).not.toMatch(/for the market only|user_/)
    })

    describe("a statement", () => {
      it("holds the balance before and after, what moved between, and the chain's head", async () => {
        await pay(5)
        await pay(7.5)
        const { body } = await own(`/${await accountId()}/statement`).expect(200)
        expect(body.statement).toMatchObject({
          from: `${thisYear}-01-01`,
          opening_balance: 0,
          closing_balance: 12.5,
          ledger_entries: [{ amount: 5 }, { amount: 7.5, balance_after: 12.5 }],
          head: { sequence: 2, hash: expect.stringMatching(/^[0-9a-f]{64}$/) },
        })
        const later = `?from=${thisYear + 1}-01-01&to=${thisYear + 1}-12-31`
        const { body: next } = await own(`/${await accountId()}/statement${later}`).expect(200)
        expect(next.statement).toMatchObject({
          opening_balance: 12.5,
          closing_balance: 12.5,
          ledger_entries: [],
          head: { sequence: 2 },
        })
      })

      it("is filed as CSV, where no cell is run as a formula", async () => {
        await pay(5, { reference: "=1+1" })
        const { text, headers } = await own(`/${await accountId()}/statement/csv?locale=fr`).expect(
          200
        )
        expect(headers["content-disposition"]).toMatch(/releve-.*\.csv/)
        expect(text).toMatch(/"?Paiement, chèque"?,'=1\+1,5\.00,5\.00/)
      })

      it("is printed as PDF, in the reader's language", async () => {
        await pay(1234.5, { confirmed: true })
        const { body } = await own(`/${await accountId()}/statement/pdf?locale=fr`)
          .buffer(true)
          .parse((res, done) => {
            const parts: Buffer[] = []
            res.on("data", (part: Buffer) => parts.push(part))
            res.on("end", () => done(null, Buffer.concat(parts)))
          })
          .expect(200)
        const text = pdfText(body)
        expect(text).toMatch(/Relevé de votre compte/)
        expect(text).toMatch(/Camille Dupré/)
        expect(text).toContain("1 234,50")
      })

      it.each([
        ["a day that isn't one", "?from=yesterday", /from/],
        ["an end before its beginning", "?from=2026-02-01&to=2026-01-01", /from/],
        ["a time zone that isn't one", "?time_zone=Mars", /time_zone/],
      ])("is refused with %s", async (_, query, message) => {
        const { body } = await own(`/${await accountId()}/statement${query}`).expect(400)
        expect(body.message).toMatch(message)
      })
    })

    it("another's account is one that doesn't exist, and nobody sees any without logging in", async () => {
      await pay(5)
      const id = await accountId()
      const other = await createCustomer(market.container, { email: "other@example.com" })
      for (const path of ["entries", "statement", "statement/csv", "statement/pdf"]) {
        await own(`/${id}/${path}`, other.headers).expect(404)
        await own(`/${id}/${path}`, {}).expect(401)
      }
      await own("", {}).expect(401)
      const { body } = await own("", other.headers).expect(200)
      expect(body.client_accounts).toMatchObject([{ balance: 0 }])
    })
  },
})
