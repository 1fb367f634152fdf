import { medusaIntegrationTestRunner } from "@medusajs/test-utils"
import type { StorePaymentInstructionsResponse } from "../../src/types/http"
import { request } from "../fixtures/http"
import { eventually } from "../fixtures/ledger"
import { useMarket } from "../fixtures/market"
import { readQr } from "../fixtures/read-qr"
import { checkout, openShop } from "../fixtures/shop"
import { createCustomer, type CustomerFixture } from "../fixtures/store"

jest.setTimeout(180_000)

const TRANSFER = {
  account_holder: "Le Marché d’à côté",
  iban: "FR1420041010050500013M02606",
  bic: "PSSTFRPPTOU",
}

medusaIntegrationTestRunner({
  dbName: "client-ledger-payment-instructions",
  testSuite: ({ api, dbConnection, getContainer }) => {
    const market = useMarket(api, getContainer)
    const own = (path: string, headers: Record<string, string> = market.client.headers) =>
      request(api)
        .get(`/store/customers/me/client-accounts${path}`)
        .set({ ...market.shop.headers, ...headers })
    const accountId = async (client: CustomerFixture = market.client) =>
      (await own("", client.headers).expect(200)).body.client_accounts[0].id as string
    const instructions = async (query = "", client: CustomerFixture = market.client) => {
      const path = `/${await accountId(client)}/payment-instructions${query}`
      const { body } = await own(path, client.headers).expect(200)
      return (body as StorePaymentInstructionsResponse).payment_instructions
    }
    const byTransfer = async (...args: Parameters<typeof instructions>) => {
      const { methods } = await instructions(...args)
      return methods.find(({ method }) => method === "transfer")!
    }
    const settings = (methods: object) =>
      request(api)
        .post("/admin/client-ledger/settings")
        .set(market.admin.headers)
        .send({ methods })
        .expect(200)

    beforeEach(() => settings({ transfer: TRANSFER, cheque: { payee: "Le Marché" } }))

    it("say whom to pay and how, by each method that is offered, in the reader's language", async () => {
      const { methods, ...rest } = await instructions("?amount=12.40&locale=fr")
      expect(rest).toEqual({
        client_account_id: await accountId(),
        currency_code: "eur",
        amount: 12.4,
      })
      expect(methods.map(({ method, title }) => [method, title])).toEqual([
        ["cheque", "Chèque"],
        ["cash", "Espèces"],
        ["transfer", "Virement bancaire"],
        ["card_terminal", "Carte bancaire au stand"],
        ["on_site", "Paiement au retrait"],
      ])
      expect(methods[0]).toMatchObject({ payee: "Le Marché", reference: null, qr_code: null })
      expect(methods[2]).toMatchObject({
        ...TRANSFER,
        reference: expect.stringMatching(/^RF\d{6}$/),
      })
    })

    it("hold a QR code which a phone reads as the SEPA transfer that it is", async () => {
      const { epc_payload, qr_code, reference } = await byTransfer("?amount=12.40")
      expect(epc_payload!.split("\n")).toEqual([
        ...["BCD", "002", "1", "SCT", TRANSFER.bic, TRANSFER.account_holder, TRANSFER.iban],
        ...["EUR12.40", "", reference],
      ])
      expect(readQr(qr_code!)).toBe(epc_payload)
    })

    it("hold one that can still be read with the longest name there may be", async () => {
      await settings({ transfer: { account_holder: "市".repeat(70) } })
      const { epc_payload, qr_code } = await byTransfer("?amount=999999999.99")
      expect(Buffer.byteLength(epc_payload!)).toBeGreaterThan(280)
      expect(readQr(qr_code!)).toBe(epc_payload)
    })

    it("are for what is owed, unless an amount is asked for", async () => {
      expect(await instructions()).toMatchObject({ amount: 0 })
      expect(await byTransfer()).toMatchObject({ epc_payload: null, qr_code: null })
      await checkout(api, market.shop, { customer: market.client, amount: 20 })
      await eventually(market.balance, "-20")
      expect(await instructions()).toMatchObject({ amount: 20 })
      expect((await byTransfer()).epc_payload).toContain("EUR20.00")
    })

    it.each([
      ["below zero", "-1", /above zero/],
      ["of zero", "0", /above zero/],
      ["finer than the currency", "1.234", /2 decimals/],
      ["that isn't a number", "ten", /must be a number/],
    ])("are refused for an amount %s", async (_, amount, message) => {
      const path = `/${await accountId()}/payment-instructions?amount=${amount}`
      expect((await own(path).expect(400)).body.message).toMatch(message)
    })

    it("have no QR code where a bank couldn't read one", async () => {
      await settings({ transfer: { iban: null } })
      expect(await byTransfer("?amount=5")).toMatchObject({ iban: null, qr_code: null })
      await settings({ transfer: TRANSFER })
      expect((await byTransfer("?amount=1000000000")).qr_code).toBeNull()
      expect((await byTransfer("?amount=5")).qr_code).not.toBeNull()
    })

    it("list only what is offered in the account's currency", async () => {
      await openShop(market.container, { currencyCode: "chf", country: "ch" })
      await request(api)
        .post(`/admin/regions/${market.shop.region.id}`)
        .set(market.admin.headers)
        .send({ payment_providers: ["pp_cash_market"] })
        .expect(200)
      const { methods } = await instructions("?amount=5")
      expect(methods.map(({ method }) => method)).toEqual(["cash"])
    })

    it("of another's account aren't there, nor any without logging in", async () => {
      const id = await accountId()
      const other = await createCustomer(market.container, { email: "other@example.com" })
      await own(`/${id}/payment-instructions`, other.headers).expect(404)
      await own(`/${id}/payment-instructions`, {}).expect(401)
    })

    describe("the reference of an account", () => {
      it("is its own, the same each time, and what a client reads at checkout", async () => {
        const other = await createCustomer(market.container, { email: "other@example.com" })
        const { reference } = await byTransfer()
        expect((await byTransfer("?amount=3")).reference).toBe(reference)
        expect((await byTransfer("", other)).reference).not.toBe(reference)
        const { body } = await request(api)
          .get(`/store/client-ledger/payment-methods?region_id=${market.shop.region.id}`)
          .set({ ...market.shop.headers, ...market.client.headers })
          .expect(200)
        const offered = body.payment_methods.find(
          (one: { method: string }) => one.method === "transfer"
        )
        expect(offered.reference).toBe(`${reference} {order}`)
      })

      it("finds the account in the list of balances, however it is spaced", async () => {
        await accountId(await createCustomer(market.container, { email: "other@example.com" }))
        const { reference } = await byTransfer()
        for (const q of [reference, reference!.replace(/(.{4})/, "$1 ").toLowerCase()]) {
          const { body } = await request(api)
            .get("/admin/client-accounts")
            .query({ q })
            .set(market.admin.headers)
            .expect(200)
          expect(body).toMatchObject({
            count: 1,
            client_accounts: [{ id: await accountId(), reference }],
          })
        }
      })

      it("is refused another number by the database", async () => {
        await accountId()
        await expect(dbConnection.raw("update client_account set number = 7")).rejects.toThrow(
          /number/
        )
      })
    })
  },
})
