import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { medusaIntegrationTestRunner } from "@medusajs/test-utils"
import type {
  AdminClientLedgerSettings,
  AdminUpdateClientLedgerSettings,
} from "../../src/types/http"
import { createAdmin, type Login } from "../fixtures/admin"
import { request } from "../fixtures/http"
import { ledgerOf } from "../fixtures/ledger"
import { createCustomer, createRegion, createStore, type StoreFixture } from "../fixtures/store"

jest.setTimeout(180_000)

const SETTINGS = "/admin/client-ledger/settings"
const METHODS = "/store/client-ledger/payment-methods"

medusaIntegrationTestRunner({
  dbName: "client-ledger-settings",
  testSuite: ({ api, dbConnection, getContainer }) => {
    let admin: Login
    let store: StoreFixture
    beforeEach(async () => {
      admin = await createAdmin(getContainer())
      store = await createStore(getContainer())
    })

    const read = async (): Promise<AdminClientLedgerSettings> => {
      const { body } = await request(api).get(SETTINGS).set(admin.headers).expect(200)
      return body.settings
    }
    const update = (body: AdminUpdateClientLedgerSettings) =>
      request(api).post(SETTINGS).set(admin.headers).send(body)
    const refused = async (body: object, field: string) => {
      const answer = await request(api).post(SETTINGS).set(admin.headers).send(body).expect(400)
      expect(answer.body.message).toContain(field)
    }
    const offered = async (query = "", headers: Record<string, string> = {}) => {
      const { body } = await request(api)
        .get(METHODS + query)
        .set({ ...store.headers, ...headers })
        .expect(200)
      return body.payment_methods as { method: string; title: string; reference: string | null }[]
    }
    const providersOf = async (regionId: string): Promise<string[]> => {
      const { body } = await request(api)
        .get(`/store/payment-providers?region_id=${regionId}`)
        .set(store.headers)
        .expect(200)
      return body.payment_providers.map((provider: { id: string }) => provider.id).sort()
    }
    const order = (id: string, orderedAt: string, owed: number) =>
      dbConnection
        .table("client_order")
        .insert({ id, currency_code: "eur", owed, ordered_at: orderedAt })

    it("start with the ledger on, no method offered, and texts in both languages", async () => {
      const settings = await read()
      expect(settings).toMatchObject({
        enabled: true,
        due_days: 7,
        regions: 1,
        reconciled_at: null,
      })
      expect(settings.methods.transfer).toEqual({
        enabled: false,
        provider_id: "pp_transfer_market",
        regions: 0,
        reference: "{customer} {order}",
        texts: {
          fr: { title: "Virement bancaire", instructions: expect.any(String) },
          en: { title: "Bank transfer", instructions: expect.any(String) },
        },
      })
      expect(await offered()).toEqual([])
    })

    it("come back where a host's tests have truncated them", async () => {
      await dbConnection.raw("truncate client_ledger_settings")
      expect((await read()).enabled).toBe(true)
      await update({ due_days: 3 }).expect(200)
      expect((await read()).due_days).toBe(3)
    })

    it("change only what is given", async () => {
      await update({ methods: { cheque: { payee: "Le Marché" } } }).expect(200)
      const { body } = await update({
        due_days: 14,
        methods: { transfer: { iban: "FR14 2004 1010 0505 0001 3M02 606" } },
      }).expect(200)
      expect(body.settings.due_days).toBe(14)
      expect(body.settings.methods.cheque.payee).toBe("Le Marché")
      expect(body.settings.methods.transfer.iban).toBe("FR1420041010050500013M02606")
      expect(await read()).toEqual(body.settings)
    })

    it("refuse what can't be right, by its name", async () => {
      await refused({ due_days: -1 }, "due_days")
      await refused({ due_days: 3651 }, "due_days")
      await refused({ due_days: 1.5 }, "due_days")
      await refused({ ledger_starts_at: "soon" }, "ledger_starts_at")
      await refused({ methods: { transfer: { iban: "FR00" } } }, "methods.transfer.iban")
      await refused({ methods: { transfer: { bic: "x" } } }, "methods.transfer.bic")
      await refused({ methods: { transfer: { reference: "{x}" } } }, "methods.transfer.reference")
      await refused({ methods: { cash: { payee: "Le Marché" } } }, "methods.cash.payee")
      await refused({ methods: { bitcoin: { enabled: true } } }, "bitcoin")
      await refused({ colour: "red" }, "colour")
      await request(api).get(SETTINGS).expect(401)
      await request(api).post(SETTINGS).send({}).expect(401)
    })

    describe("a method", () => {
      it("switched on is offered in every region, beside what was there", async () => {
        const abroad = await createRegion(getContainer(), { countries: ["be"] })
        const { body } = await update({ methods: { cheque: { enabled: true } } }).expect(200)
        expect(body.settings.methods.cheque).toMatchObject({ enabled: true, regions: 2 })
        for (const { id } of [store.region, abroad]) {
          expect(await providersOf(id)).toEqual(["pp_cheque_market", "pp_system_default"])
        }
      })

      it("switched off is offered in none", async () => {
        await update({ methods: { cheque: { enabled: true }, cash: { enabled: true } } }).expect(
          200
        )
        await update({ methods: { cheque: { enabled: false } } }).expect(200)
        expect(await providersOf(store.region.id)).toEqual(["pp_cash_market", "pp_system_default"])
        expect((await read()).methods.cheque).toMatchObject({ enabled: false, regions: 0 })
      })

      it("reaches every region of a large shop", async () => {
        const countries = [
          "be",
          "de",
          "es",
          "it",
          "pt",
          "nl",
          "lu",
          "at",
          "ch",
          "dk",
          "se",
          "no",
          "fi",
          "pl",
          "cz",
          "ie",
        ]
        for (const country of countries)
          await createRegion(getContainer(), { countries: [country] })
        await update({ methods: { cash: { enabled: true } } }).expect(200)
        expect((await read()).methods.cash.regions).toBe(countries.length + 1)
      })

      it("that a region leaves out on purpose stays out when its texts change", async () => {
        await update({ methods: { cash: { enabled: true } } }).expect(200)
        const abroad = await createRegion(getContainer(), { countries: ["be"] })
        const texts = {
          fr: { title: "Liquide", instructions: "" },
          en: { title: "Coins", instructions: "" },
        }
        const { body } = await update({ methods: { cash: { enabled: true, texts } } }).expect(200)
        expect(body.settings.methods.cash).toMatchObject({ regions: 1, texts })
        expect(await providersOf(abroad.id)).toEqual(["pp_system_default"])
      })

      it("follows what an administrator switches in Medusa's own region settings", async () => {
        await request(api)
          .post(`/admin/regions/${store.region.id}`)
          .set(admin.headers)
          .send({ payment_providers: ["pp_on-site_market"] })
          .expect(200)
        expect((await read()).methods.on_site).toMatchObject({ enabled: true, regions: 1 })
      })

      it("is neither switched nor changed when one of the two fails", async () => {
        await refused(
          { methods: { cheque: { enabled: true }, transfer: { iban: "FR00" } } },
          "methods.transfer.iban"
        )
        expect(await providersOf(store.region.id)).toEqual(["pp_system_default"])

        const link = getContainer().resolve(ContainerRegistrationKeys.LINK)
        const failing = jest.spyOn(link, "create").mockRejectedValueOnce(new Error("link failed"))
        await update({ due_days: 30, methods: { cheque: { enabled: true, payee: "Me" } } }).expect(
          500
        )
        failing.mockRestore()
        const settings = await read()
        expect(settings.due_days).toBe(7)
        expect(settings.methods.cheque).toMatchObject({ enabled: false })
        expect(settings.methods.cheque.payee).toBeUndefined()
      })

      it("is kept by switches that come at the same time", async () => {
        const methods = ["cheque", "cash", "transfer", "card_terminal", "on_site"] as const
        const answers = await Promise.all(
          methods.map((method) => update({ methods: { [method]: { enabled: true } } }))
        )
        expect(answers.map((answer) => answer.status)).toEqual([200, 200, 200, 200, 200])
        expect(await providersOf(store.region.id)).toHaveLength(6)
      })
    })

    describe("the start of the ledger", () => {
      it("may move earlier, and later while no order stands before it", async () => {
        await update({ ledger_starts_at: "2026-01-01" }).expect(200)
        const { body } = await update({ ledger_starts_at: "2026-02-01T08:00:00+01:00" }).expect(200)
        expect(body.settings.ledger_starts_at).toBe("2026-02-01T07:00:00.000Z")
      })

      it("can't pass an order that the ledger holds", async () => {
        await update({ ledger_starts_at: "2026-01-01" }).expect(200)
        await order("order_1", "2026-01-10T10:00:00Z", 20)
        await order("order_2", "2026-01-12T10:00:00Z", 20)
        await order("order_free", "2026-01-12T10:00:00Z", 0)
        const { body } = await update({ ledger_starts_at: "2026-02-01", due_days: 1 }).expect(409)
        expect(body.message).toContain("2 orders")
        expect((await read()).due_days).toBe(7)
        await update({ ledger_starts_at: "2026-01-10" }).expect(200)
      })

      it("is asked when the ledger is switched on", async () => {
        await update({ enabled: false }).expect(200)
        await refused({ enabled: true }, "ledger_starts_at")
        const { body } = await update({ enabled: true, ledger_starts_at: "2026-03-01" }).expect(200)
        expect(body.settings).toMatchObject({
          enabled: true,
          ledger_starts_at: "2026-03-01T00:00:00.000Z",
        })
        await update({ enabled: true }).expect(200)
      })
    })

    describe("the storefront", () => {
      beforeEach(async () => {
        await update({
          methods: {
            cheque: { enabled: true, payee: "Le Marché" },
            transfer: {
              enabled: true,
              account_holder: "Le Marché",
              iban: "FR1420041010050500013M02606",
              bic: "PSSTFRPPPAR",
            },
          },
        }).expect(200)
      })

      it("reads the offered methods with all that a client needs to pay", async () => {
        expect(await offered(`?region_id=${store.region.id}`)).toEqual([
          {
            method: "cheque",
            provider_id: "pp_cheque_market",
            title: "Cheque",
            instructions: expect.any(String),
            payee: "Le Marché",
            account_holder: null,
            iban: null,
            bic: null,
            reference: null,
          },
          {
            method: "transfer",
            provider_id: "pp_transfer_market",
            title: "Bank transfer",
            instructions: expect.any(String),
            payee: null,
            account_holder: "Le Marché",
            iban: "FR1420041010050500013M02606",
            bic: "PSSTFRPPPAR",
            reference: "{customer} {order}",
          },
        ])
      })

      it("reads them in the client's language", async () => {
        const titles = async (query = "", headers = {}) =>
          (await offered(query, headers)).map((method) => method.title)
        expect(await titles("?locale=fr")).toEqual(["Chèque", "Virement bancaire"])
        expect(await titles("?locale=fr-FR")).toEqual(["Chèque", "Virement bancaire"])
        expect(await titles("", { "Accept-Language": "fr-CH, en;q=0.5" })).toEqual([
          "Chèque",
          "Virement bancaire",
        ])
        expect(await titles("?locale=en", { "Accept-Language": "fr" })).toEqual([
          "Cheque",
          "Bank transfer",
        ])
        expect(await titles("", { "Accept-Language": "de" })).toEqual(["Cheque", "Bank transfer"])
      })

      it("gives a logged-in client the reference of his account", async () => {
        const customer = await createCustomer(getContainer())
        const reference = async (query = "") =>
          (await offered(query, customer.headers))[1]!.reference
        const first = await reference()
        expect(first).toMatch(/^RF\d{6} \{order\}$/)
        expect(await reference(`?region_id=${store.region.id}`)).toBe(first)
      })

      it("is told of a region that doesn't exist", async () => {
        await request(api).get(`${METHODS}?region_id=reg_nowhere`).set(store.headers).expect(404)
      })

      it("offers a region only its own methods", async () => {
        const abroad = await createRegion(getContainer(), { countries: ["be"] })
        expect(await offered(`?region_id=${abroad.id}`)).toEqual([])
      })
    })

    it("never offers what Medusa wouldn't accept at checkout", async () => {
      await update({ methods: { cash: { enabled: true } } }).expect(200)
      const [method] = await offered()
      const payment = getContainer().resolve(Modules.PAYMENT)
      const [provider] = await payment.listPaymentProviders({
        is_enabled: true,
        id: "pp_cash_market",
      })
      expect(method).toMatchObject({ provider_id: provider!.id })
      expect(await ledgerOf(getContainer()).retrieveSettings()).toMatchObject({ enabled: true })
    })
  },
})
