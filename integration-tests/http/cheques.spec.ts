import { medusaIntegrationTestRunner } from "@medusajs/test-utils"
import { request } from "../fixtures/http"
import { eventually } from "../fixtures/ledger"
import { useMarket } from "../fixtures/market"
import { pdfText } from "../fixtures/pdf-text"
import { checkout, ON_SITE } from "../fixtures/shop"

jest.setTimeout(180_000)

const CHEQUES = "/admin/cheques"
const DEPOSITS = "/admin/cheque-deposits"

type Body = Record<string, unknown>

medusaIntegrationTestRunner({
  dbName: "client-ledger-cheques",
  testSuite: ({ api, getContainer }) => {
    const market = useMarket(api, getContainer)
    const get = (path: string) => request(api).get(path).set(market.admin.headers)
    const post = (path: string, body: Body = {}, headers: Record<string, string> = {}) =>
      request(api)
        .post(path)
        .set({ ...market.admin.headers, ...headers })
        .send(body)
    const cheque = (amount: number, reference?: string) => ({
      customer_id: market.client.id,
      currency_code: "eur",
      method: "cheque",
      amount,
      confirmed: true,
      ...(reference && { reference }),
    })
    const receive = async (amount: number, reference?: string) => {
      const { body } = await post("/admin/receipts", cheque(amount, reference)).expect(200)
      return body.receipt.id as string
    }
    const slipOf = async (...receiptIds: string[]) => {
      const cheques = receiptIds.map((receipt_id) => ({ receipt_id }))
      const { body } = await post(DEPOSITS, { cheques }).expect(200)
      return body.cheque_deposit.id as string
    }
    const deposited = async (...receiptIds: string[]) => {
      const id = await slipOf(...receiptIds)
      await post(`${DEPOSITS}/${id}/deposit`, { deposited_on: "2026-02-07" }).expect(200)
      return id
    }

    it("the way of two cheques: received, in a slip, deposited, one cleared, one bounced with a fee", async () => {
      const first = await receive(30, "0004217")
      const second = await receive(12.4)
      const { body: waiting } = await get(`${CHEQUES}?state=to_deposit`).expect(200)
      expect(waiting).toMatchObject({
        count: 2,
        cheques: [
          { receipt_id: first, drawer: "Camille Dupré", number: "0004217", amount: 30 },
          { receipt_id: second, bank: null, number: null, state: "to_deposit" },
        ],
      })
      const { body: made } = await post(DEPOSITS, {
        cheques: [{ receipt_id: first, bank: "CIC" }, { receipt_id: second }],
        note: "Saturday",
      }).expect(200)
      const slip = made.cheque_deposit
      expect(slip).toMatchObject({
        number: 1,
        status: "open",
        count: 2,
        total: 42.4,
        note: "Saturday",
        actor: { email: "admin@example.com" },
        cheques: [{ bank: "CIC", state: "in_slip" }, { amount: 12.4 }],
      })
      const path = `${DEPOSITS}/${slip.id}`
      const { body: gone } = await post(`${path}/deposit`, { deposited_on: "2026-02-07" })
      expect(gone.cheque_deposit).toMatchObject({ status: "deposited", deposited_on: "2026-02-07" })
      await post(`${path}/clear`, { receipt_ids: [first], cleared_on: "2026-02-10" }).expect(200)
      const { body: bounced } = await post(`${path}/cheques/${second}/bounce`, {
        note: "no funds",
        fee: 13.5,
      }).expect(200)
      expect(bounced).toMatchObject({
        cheque_deposit: { status: "cleared", cleared: 30, bounced: 12.4, total: 42.4 },
        receipt: { id: second, reversed_at: expect.any(String) },
        client_account: { balance: 16.5 },
      })
      const { body: list } = await get(DEPOSITS).expect(200)
      expect(list).toMatchObject({ count: 1, cheque_deposits: [{ number: 1, status: "cleared" }] })
      const { body: one } = await get(path).expect(200)
      expect(one.cheque_deposit).toEqual(bounced.cheque_deposit)
      const { body: settled } = await get(`${CHEQUES}?state=cleared,bounced&order=-amount`)
      expect(settled.cheques).toMatchObject([
        { state: "cleared", deposit_number: 1, cheque_deposit_id: slip.id },
        { state: "bounced", deposited_on: "2026-02-07" },
      ])
      const entries = await market.sortedEntries()
      expect(entries).toContainEqual(["bank_fee", "-13.5"])
    })

    it("a cheque captured on an order that bounces: the order is owed again, and Medusa says so", async () => {
      const order = await checkout(api, market.shop, {
        customer: market.client,
        amount: 20,
        provider: ON_SITE.cheque,
      })
      await eventually(market.balance, "-20")
      await market.acts.capture(order.id)
      await eventually(market.balance, "0")
      const { body } = await get(`${CHEQUES}?state=to_deposit`)
      const [received] = body.cheques
      const id = await deposited(received.receipt_id)
      await post(`${DEPOSITS}/${id}/cheques/${received.receipt_id}/bounce`, {
        note: "no funds",
        fee: "5",
      }).expect(200)
      expect(await market.balance()).toBe("-25")
      await eventually(() => market.promises(order.id), [20])
    })

    it("in a slip, a cheque refuses another method and a reversal with a 409 that says what to do", async () => {
      const receipt_id = await receive(30)
      const id = await slipOf(receipt_id)
      for (const [path, body] of [
        [`/admin/receipts/${receipt_id}`, { method: "cash" }],
        [`/admin/receipts/${receipt_id}/reverse`, { note: "x" }],
        [`${DEPOSITS}/${id}/cheques/${receipt_id}/bounce`, { note: "x" }],
      ] as const) {
        const { body: refused } = await post(path, body).expect(409)
        expect(refused.message).toMatch(/slip no\. 1.*cancel/)
      }
      const { body } = await post(DEPOSITS, { cheques: [{ receipt_id }] }).expect(409)
      expect(body.message).toMatch(/in deposit slip no\. 1 already/)
      await post(`${DEPOSITS}/${id}/clear`).expect(409)
      const { body: canceled } = await post(`${DEPOSITS}/${id}/cancel`).expect(200)
      expect(canceled.cheque_deposit).toMatchObject({ number: 1, status: "canceled" })
      await post(`${DEPOSITS}/${id}/cancel`).expect(409)
      await post(`/admin/receipts/${receipt_id}/reverse`, { note: "mistyped" }).expect(200)
    })

    it("a repeated key makes one slip and bounces once; with another body it is a conflict", async () => {
      const [first, second] = [await receive(30), await receive(2)]
      const key = { "Idempotency-Key": "slip-1" }
      const body = { cheques: [{ receipt_id: first }] }
      const [made, again] = await Promise.all([
        post(DEPOSITS, body, key),
        post(DEPOSITS, body, key),
      ])
      expect(made.status).toBe(200)
      expect(again.body).toEqual(made.body)
      await post(DEPOSITS, { cheques: [{ receipt_id: second }] }, key).expect(409)
      const { id } = made.body.cheque_deposit
      await post(`${DEPOSITS}/${id}/deposit`).expect(200)
      const bounce = (fee: number) =>
        post(
          `${DEPOSITS}/${id}/cheques/${first}/bounce`,
          { note: "no funds", fee },
          { "Idempotency-Key": "bounce-1" }
        )
      const [one, two] = await Promise.all([bounce(5), bounce(5)])
      expect(one.status).toBe(200)
      expect(two.body).toEqual(one.body)
      await bounce(6).expect(409)
      expect(await market.balance()).toBe("-3")
    })

    it("two people telling of the same bounce at the same moment: one is told that it was done", async () => {
      const receipt_id = await receive(30)
      const id = await deposited(receipt_id)
      const bounce = () =>
        post(`${DEPOSITS}/${id}/cheques/${receipt_id}/bounce`, { note: "no funds", fee: 5 })
      const answers = await Promise.all([bounce(), bounce()])
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
      expect(await market.balance()).toBe("-5")
    })

    it("wrong input is a 400 that names the field, unknown ids are a 404, and strangers get a 401", async () => {
      const receipt_id = await receive(30)
      const id = await slipOf(receipt_id)
      const refusals: [path: string, body: Body, said: RegExp][] = [
        [DEPOSITS, { cheques: [] }, /cheques/],
        [DEPOSITS, { cheques: [{ receipt_id, amount: 5 }] }, /amount/],
        [DEPOSITS, {}, /cheques/],
        [`${DEPOSITS}/${id}/deposit`, { deposited_on: "2999-01-01" }, /deposited_on/],
        [`${DEPOSITS}/${id}/deposit`, { deposited_on: "soon" }, /deposited_on/],
        [`${DEPOSITS}/${id}/cancel`, { note: "x" }, /note/],
        [`${DEPOSITS}/${id}/cheques/${receipt_id}/bounce`, {}, /note/],
      ]
      for (const [path, body, said] of refusals) {
        expect((await post(path, body).expect(400)).body.message).toMatch(said)
      }
      await get(`${CHEQUES}?state=lost`).expect(400)
      await get(`${CHEQUES}?order=secret`).expect(400)
      await get(`${DEPOSITS}?colour=red`).expect(400)
      await post(`${DEPOSITS}/${id}/deposit`).expect(200)
      const bounce = `${DEPOSITS}/${id}/cheques/${receipt_id}/bounce`
      for (const fee of [0, -1, 0.001]) {
        const { body } = await post(bounce, { note: "x", fee }).expect(400)
        expect(body.message).toMatch(/^fee/)
      }
      await post(DEPOSITS, { cheques: [{ receipt_id: "clrec_none" }] }).expect(404)
      await get(`${DEPOSITS}/clchd_none`).expect(404)
      await post(`${DEPOSITS}/clchd_none/deposit`).expect(404)
      await post(`${DEPOSITS}/${id}/cheques/clrec_none/bounce`, { note: "x" }).expect(404)
      for (const path of [CHEQUES, DEPOSITS]) await request(api).get(path).expect(401)
      await request(api).post(DEPOSITS).send({}).expect(401)
    })

    it("the slip prints as a PDF, in French or English, with whose account it goes to", async () => {
      await post("/admin/client-ledger/settings", {
        methods: {
          transfer: { account_holder: "Marché des Halles", iban: "FR7630006000011234567890189" },
        },
      }).expect(200)
      const receipt_id = await receive(1234.5, "0004217")
      const { body: made } = await post(DEPOSITS, {
        cheques: [{ receipt_id, drawer: "SCI Dupré", bank: "Crédit Agricole" }],
      }).expect(200)
      const { id, number } = made.cheque_deposit
      const print = (query: string) =>
        get(`${DEPOSITS}/${id}/pdf${query}`)
          .buffer(true)
          .parse((res, done) => {
            const parts: Buffer[] = []
            res.on("data", (part: Buffer) => parts.push(part))
            res.on("end", () => done(null, Buffer.concat(parts)))
          })
      const { body, headers } = await print("?lang=fr").expect(200)
      expect(headers["content-type"]).toBe("application/pdf")
      expect(headers["content-disposition"]).toContain(`remise-cheques-${number}-eur.pdf`)
      expect(body.subarray(0, 5).toString()).toBe("%PDF-")
      const french = pdfText(body)
      for (const said of [
        `Bordereau de remise de chèques n° ${number}`,
        "Marché des Halles",
        "FR76 3000 6000 0112 3456 7890 189",
        "SCI Dupré",
        "Crédit Agricole",
        "0004217",
        "1 234,50",
      ]) {
        expect(french).toContain(said)
      }
      expect(pdfText((await print("").expect(200)).body)).toContain(
        `Cheque deposit slip no. ${number}`
      )
      await get(`${DEPOSITS}/${id}/pdf?lang=de`).expect(400)
      await post(`${DEPOSITS}/${id}/cancel`).expect(200)
      expect(pdfText((await print("?lang=fr")).body)).toContain("Annulé")
    })

    it("a second cheque with the same number is recorded, with a warning that tells of the first", async () => {
      const record = (body: Body) => post("/admin/receipts", body).expect(200)
      const first = await record(cheque(30, "0004217"))
      expect(first.body.warnings).toEqual([])
      const second = await record(cheque(12, "0004217"))
      expect(second.body.warnings).toEqual([
        {
          type: "cheque_number_repeated",
          receipt_id: second.body.receipt.id,
          reference: "0004217",
          earlier: {
            receipt_id: first.body.receipt.id,
            amount: 30,
            value_date: first.body.receipt.value_date,
          },
        },
      ])
      const { body: batch } = await post("/admin/receipts/batch", {
        receipts: [cheque(1, "1"), cheque(2, "0004217")],
      }).expect(200)
      expect(batch.warnings).toMatchObject([
        { receipt_id: batch.receipts[1].id, earlier: { amount: 12 } },
      ])
      const account = first.body.client_account.id
      const { body } = await get(`${CHEQUES}?client_account_id=${account}&number=0004217`)
      expect(body.count).toBe(3)
    })
  },
})
