import { medusaIntegrationTestRunner } from "@medusajs/test-utils"
import type { AdminCloseDay } from "../../src/types/http"
import { request } from "../fixtures/http"
import { eventually } from "../fixtures/ledger"
import { useMarket } from "../fixtures/market"
import { pdfText } from "../fixtures/pdf-text"
import { checkout, ON_SITE } from "../fixtures/shop"

jest.setTimeout(180_000)

const CLOSINGS = "/admin/client-ledger/closings"

type Body = Record<string, unknown>

medusaIntegrationTestRunner({
  dbName: "client-ledger-closings",
  testSuite: ({ api, getContainer }) => {
    const market = useMarket(api, getContainer)
    const get = (path: string) =>
      request(api)
        .get(CLOSINGS + path)
        .set(market.admin.headers)
    const close = (body: Partial<AdminCloseDay> | Body, headers: Record<string, string> = {}) =>
      request(api)
        .post(CLOSINGS)
        .set({ ...market.admin.headers, ...headers })
        .send({ opening_float: 0, ...body })
    const receipts = (path: string, body: Body) =>
      request(api).post(`/admin/receipts${path}`).set(market.admin.headers).send(body)
    const receive = async (amount: number, method = "cash", more: Body = {}) => {
      const { body } = await receipts("", {
        customer_id: market.client.id,
        currency_code: "eur",
        method,
        amount,
        ...more,
      }).expect(200)
      return body.receipt.id as string
    }

    it("the day of a market: an order, payments each way, a preview, a closing, the list", async () => {
      const order = await checkout(api, market.shop, {
        customer: market.client,
        amount: 100,
        provider: ON_SITE.cash,
      })
      await eventually(market.balance, "-100")
      await receive(12.4)
      await receive(30, "cheque", { reference: "0004217" })
      await receive(5, "cash", { direction: "out", confirmed: true })
      const { body: preview } = await get("/preview").expect(200)
      expect(preview.closing_preview).toMatchObject({
        currency_code: "eur",
        currencies: ["eur"],
        opening_float: 0,
        receipts: 3,
        reversals: 0,
        cash_limit: 1000,
        above_cash_limit: [],
        last: null,
        methods: [
          { method: "cheque", count: 1, received: 30, expected: 30 },
          { method: "cash", count: 1, received: 12.4, paid_out: 5, expected: 7.4 },
        ],
      })
      const { body } = await close({
        opening_float: 50,
        cash_left: 50,
        counted: {
          cash: { denominations: { "50": 1, "5": 1, "2": 1, "0.2": 1 } },
          cheque: { amount: 30, count: 1 },
        },
        reasons: { cash: "20 cents too much given back" },
        note: "rain",
      }).expect(200)
      expect(body.closing).toMatchObject({
        number: 1,
        net: 37.4,
        gap: -0.2,
        cash_left: 50,
        note: "rain",
        actor: { email: "admin@example.com" },
        totals: { ever: { net: 37.4 } },
        taxes: [{ rate: 0, base: 100, tax: 0 }],
        receipts: [
          { method: "cash", amount: 12.4, customer_name: "Camille Dupré", reversal: false },
          { method: "cheque", amount: 30, reference: "0004217" },
          { direction: "out", amount: 5 },
        ],
        orders: [
          {
            order_id: order.id,
            customer_name: "Camille Dupré",
            owed: 100,
            paid: 42.4,
            state: "part_paid",
          },
        ],
      })
      const { body: list } = await get("").expect(200)
      expect(list).toMatchObject({ count: 1, closings: [{ number: 1, day: body.closing.day }] })
      const { body: one } = await get(`/${body.closing.id}`).expect(200)
      expect(one).toEqual(body)
    })

    it("VAT is told per rate, from the tax lines of the orders since the last closing", async () => {
      const { body: regions } = await request(api)
        .get("/admin/tax-regions")
        .set(market.admin.headers)
      await market.acts.post("/admin/tax-rates", {
        tax_region_id: regions.tax_regions[0].id,
        name: "Food",
        code: "food",
        rate: 5.5,
        is_default: true,
      })
      await checkout(api, market.shop, { customer: market.client, amount: 100 })
      await eventually(market.balance, "-105.5")
      await receive(1)
      const { body } = await close({ counted: { cash: { amount: 1 } } }).expect(200)
      expect(body.closing.taxes).toEqual([{ rate: 5.5, base: 100, tax: 5.5 }])

      await checkout(api, market.shop, { customer: market.client, amount: 20 })
      await eventually(market.balance, "-125.6")
      await receive(1)
      const { body: next } = await close({ counted: { cash: { amount: 1 } } }).expect(200)
      expect(next.closing.taxes).toEqual([{ rate: 5.5, base: 20, tax: 1.1 }])
    })

    it("a gap without a reason is refused by the method's name", async () => {
      await receive(20)
      const { body } = await close({ counted: { cash: { amount: 19 } } }).expect(400)
      expect(body.message).toMatch(/^reasons\.cash: 19 counted, 20 expected/)
      const { body: forgotten } = await close({}).expect(400)
      expect(forgotten.message).toMatch(/^counted\.cash/)
      await close({ counted: { cash: {} } }).expect(400)
      await close({ counted: { bitcoin: { amount: 1 } } }).expect(400)
      await close({ counted: { cash: { denominations: { "20": 1.5 } } } }).expect(400)
    })

    it("a closed payment refuses correction with a 409 that says what to do", async () => {
      const id = await receive(20)
      const closingNumber = async () => {
        const path = `/admin/receipts/${id}`
        const { body } = await request(api).get(path).set(market.admin.headers).expect(200)
        return body.receipt.closing_number
      }
      expect(await closingNumber()).toBeNull()
      await close({ counted: { cash: { amount: 20 } } }).expect(200)
      expect(await closingNumber()).toBe(1)
      const { body } = await receipts(`/${id}`, { method: "cheque" }).expect(409)
      expect(body.message).toContain("closing no. 1")
      expect(body.message).toContain("reverse it and record it again")
    })

    it("a payment reversed after its closing counts as negative in the next", async () => {
      const id = await receive(20, "cheque")
      await close({ counted: { cheque: { amount: 20, count: 1 } } }).expect(200)
      await receipts(`/${id}/reverse`, { note: "bounced" }).expect(200)
      await receive(50, "cheque")
      const { body } = await close({ counted: { cheque: { amount: 30, count: 0 } } }).expect(200)
      expect(body.closing).toMatchObject({
        number: 2,
        received: 50,
        reversed: -20,
        totals: { day: { net: 50 }, ever: { net: 50 } },
      })
      expect(body.closing.receipts).toMatchObject([
        { amount: 50, reversal: false },
        { amount: 20, reversal: true },
      ])
    })

    it("two people closing at the same moment: one closes, the other is told that nothing is left", async () => {
      await receive(20)
      const closing = { counted: { cash: { amount: 20 } } }
      const answers = await Promise.all([close(closing), close(closing)])
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
      const refused = answers.find(({ status }) => status === 409)!
      expect(refused.body.message).toMatch(/^Nothing to close/)
    })

    it("a repeated key gets the first closing; with another body it is a conflict", async () => {
      await receive(20)
      const key = { "Idempotency-Key": "close-1" }
      const first = await close({ counted: { cash: { amount: 20 } } }, key).expect(200)
      const again = await close({ counted: { cash: { amount: 20 } } }, key).expect(200)
      expect(again.body).toEqual(first.body)
      await close({ counted: { cash: { amount: 21 } } }, key).expect(409)
    })

    it("cash above the legal limit is accepted, and warned of; the limit is a setting", async () => {
      await receive(1000, "cash", { confirmed: true })
      await receive(1000.01, "cash", { confirmed: true })
      const above = async () => (await get("/preview")).body.closing_preview.above_cash_limit
      expect(await above()).toMatchObject([{ customer_name: "Camille Dupré", amount: 1000.01 }])
      const settings = (cash_limit: unknown) =>
        request(api)
          .post("/admin/client-ledger/settings")
          .set(market.admin.headers)
          .send({ cash_limit })
      await settings(500).expect(200)
      expect(await above()).toHaveLength(2)
      const { body } = await settings(null).expect(200)
      expect(body.settings.cash_limit).toBeNull()
      expect(await above()).toEqual([])
      for (const wrong of [0, -1, "much", 0.001]) await settings(wrong).expect(400)
      await settings(1000).expect(200)
    })

    describe("as a document", () => {
      const document = (path: string) =>
        get(path)
          .buffer(true)
          .parse((res, done) => {
            const parts: Buffer[] = []
            res.on("data", (part: Buffer) => parts.push(part))
            res.on("end", () => done(null, Buffer.concat(parts)))
          })
      const closed = async () => {
        await receive(12.4, "cash", { value_date: "2026-02-03" })
        await receive(30, "cheque", { reference: "=0004217", value_date: "2026-02-03" })
        await receive(5, "cash", { direction: "out", value_date: "2026-02-03" })
        const { body } = await close({
          opening_float: 50,
          day: "2026-02-03",
          cash_left: 50,
          counted: {
            cash: { denominations: { "0.2": 2, "50": 1, "5": 1, "2": 1 } },
            cheque: { amount: 20, count: 1 },
          },
          reasons: { cheque: "written for 20" },
          note: "rain",
        }).expect(200)
        return body.closing as Record<"id" | "hash" | "chain_digest" | "closed_at", string> & {
          opened_at: string
          chain_heads: { account_id: string; head: string }[]
        }
      }

      it("the PDF is one, and holds number, amounts, reasons and hashes, in French or English", async () => {
        const closing = await closed()
        const { body, headers } = await document(
          `/${closing.id}/pdf?locale=fr-FR&time_zone=Europe/Paris`
        ).expect(200)
        expect(headers["content-type"]).toBe("application/pdf")
        expect(headers["content-disposition"]).toContain("cloture-1-2026-02-03.pdf")
        expect(body.subarray(0, 5).toString()).toBe("%PDF-")
        const text = pdfText(body)
        for (const said of ["Clôture de caisse n° 1", "Camille Dupré", "written for 20", "37,40"])
          expect(text).toContain(said)
        expect(text).toContain(closing.hash)
        expect(text).toContain(closing.chain_heads[0]!.head)
        const { body: english } = await document(`/${closing.id}/pdf?locale=en`).expect(200)
        expect(pdfText(english)).toContain("Day's closing no. 1")
        await get(`/${closing.id}/pdf?time_zone=Mars`).expect(400)
      })

      it("the CSV is the same in plain numbers, and runs no formula", async () => {
        const closing = await closed()
        const { body } = await document(`/${closing.id}/csv`).expect(200)
        const { account_id, head } = closing.chain_heads[0]!
        expect(body.toString("utf8")).toBe(
          "\ufeff" +
            [
              "Day's closing no. 1,Day,2026-02-03",
              `Day's closing no. 1,Takes what was recorded since,${closing.opened_at}`,
              `Day's closing no. 1,Closed,${closing.closed_at}`,
              "Day's closing no. 1,Closed by,admin@example.com",
              "Day's closing no. 1,Currency,EUR",
              "Day's closing no. 1,Opening float,50.00",
              "Day's closing no. 1,Left in the box,50.00",
              "Day's closing no. 1,Note,rain",
              "By method,Method,Number,Received,Paid out,Reversed,Expected,Counted,Gap,Reason",
              "By method,Cheque,1,30.00,0.00,0.00,30.00,20.00,-10.00,written for 20",
              "By method,Cash,1,12.40,5.00,0.00,57.40,57.40,0.00,",
              "Coins and notes,Coin or note,Number,Amount",
              "Coins and notes,50.00,1,50.00",
              "Coins and notes,5.00,1,5.00",
              "Coins and notes,2.00,1,2.00",
              "Coins and notes,0.20,2,0.40",
              "Payments received,Date,Client,Method,Reference,Amount",
              "Payments received,2026-02-03,Camille Dupré,Cash,,12.40",
              "Payments received,2026-02-03,Camille Dupré,Cheque,'=0004217,30.00",
              "Payments received,Total,,,2,42.40",
              "Paid out,Date,Client,Method,Reference,Amount",
              "Paid out,2026-02-03,Camille Dupré,Cash,,-5.00",
              "Paid out,Total,,,1,-5.00",
              "Running totals,,Received,Paid out,Reversed,Total",
              "Running totals,Day,42.40,5.00,0.00,37.40",
              "Running totals,Month,42.40,5.00,0.00,37.40",
              "Running totals,Year,42.40,5.00,0.00,37.40",
              "Running totals,Since ever,42.40,5.00,0.00,37.40",
              "Heads of the accounts' hash chains (SHA-256),Account,Entries,Head",
              `Heads of the accounts' hash chains (SHA-256),${account_id},3,${head}`,
              "Proof,,SHA-256",
              `Proof,Digest of all heads,${closing.chain_digest}`,
              "Proof,Hash of the closing before,none: this is the first",
              `Proof,Hash of this closing,${closing.hash}`,
              "",
            ].join("\r\n")
        )
      })
    })

    it("who isn't logged in sees and closes nothing; an unknown closing is not found", async () => {
      await request(api).get(CLOSINGS).expect(401)
      await request(api).get(`${CLOSINGS}/preview`).expect(401)
      await request(api).post(CLOSINGS).send({}).expect(401)
      await get("/clclo_none").expect(404)
    })
  },
})
