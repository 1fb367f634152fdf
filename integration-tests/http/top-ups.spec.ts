import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { medusaIntegrationTestRunner } from "@medusajs/test-utils"
import type { StoreTopUp } from "../../src/types/http/top-ups"
import {
  reconcileWorkflow,
  settlePendingTopUpsWorkflow,
  verifyWorkflow,
} from "../../src/workflows/client-ledger"
import { request } from "../fixtures/http"
import { eventually, ledgerOf } from "../fixtures/ledger"
import { useMarket } from "../fixtures/market"
import { CARD, checkout, fillBasket, ON_SITE, STRIPE } from "../fixtures/shop"
import { silently } from "../fixtures/bus"
import { createCustomer } from "../fixtures/store"
import { useStripe } from "../fixtures/stripe"
import { intentOf, topUpsOf } from "../fixtures/top-ups"

jest.setTimeout(300_000)

medusaIntegrationTestRunner({
  dbName: "client-ledger-top-ups",
  testSuite: ({ api, getContainer }) => {
    const market = useMarket(api, getContainer)
    const stripe = useStripe(api, getContainer)
    const topUps = topUpsOf(api, market)
    /** What only our own Stripe can be told to do. */
    const itLocally = stripe.isLocal ? it : it.skip

    const job = async () =>
      (await settlePendingTopUpsWorkflow(market.container).run({ input: { min_age_minutes: 0 } }))
        .result
    const statusOf = async ({ id }: StoreTopUp) =>
      (await ledgerOf(market.container).retrieveTopUp(id)).status
    /** Its day to pay is over. */
    const outlive = ({ id }: StoreTopUp) =>
      market.container
        .resolve(ContainerRegistrationKeys.PG_CONNECTION)
        .raw(`update client_top_up set expires_at = now() - interval '1 minute' where id = ?`, [id])
    const settle = () => new Promise((resolve) => setTimeout(resolve, 500))
    /** One that is paid and posted. */
    const paid = async (amount: number) => {
      const topUp = await topUps.begin(amount)
      await stripe.pay(intentOf(topUp))
      await topUps.confirm(topUp).expect(200)
      return topUp
    }

    it("a client pays onto his account: one credit, with Stripe's id, and he sees it at once", async () => {
      const topUp = await topUps.begin(30)
      expect(topUp).toMatchObject({ amount: 30, currency_code: "eur", status: "pending" })
      expect(topUp.payment_session!.data.client_secret).toMatch(/_secret_/)
      expect(await market.entries()).toEqual([])
      await stripe.pay(intentOf(topUp))
      const { body } = await topUps.confirm(topUp).expect(200)
      expect(body).toMatchObject({
        top_up: { id: topUp.id, status: "paid", paid_at: expect.any(String) },
        client_account: { balance: 30 },
      })
      expect(await market.entries()).toEqual([["capture", "30"]])
      expect(await market.receipts()).toMatchObject([
        { method: "online", provider_id: STRIPE, reference: intentOf(topUp), amount: 30 },
      ])
    })

    it("what isn't paid yet stays pending, however often it is confirmed", async () => {
      const topUp = await topUps.begin(30)
      for (let time = 0; time < 3; time++) {
        const { body } = await topUps.confirm(topUp).expect(200)
        expect(body).toMatchObject({
          top_up: { status: "pending" },
          client_account: { balance: 0 },
        })
      }
      await expect(stripe.pay(intentOf(topUp), "pm_card_chargeDeclined")).rejects.toThrow()
      await topUps.confirm(topUp).expect(200)
      expect(await statusOf(topUp)).toBe("pending")
      await stripe.pay(intentOf(topUp))
      await topUps.confirm(topUp).expect(200)
      expect(await statusOf(topUp)).toBe("paid")
    })

    it("whoever clicks twice begins one; a key answers the same for good", async () => {
      const first = await topUps.begin(30)
      expect((await topUps.begin(30)).id).toBe(first.id)
      expect((await topUps.begin(31)).id).not.toBe(first.id)
      const twins = await Promise.all(Array.from({ length: 5 }, () => topUps.begin(7)))
      expect(new Set(twins.map(({ id }) => id)).size).toBe(1)

      const withKey = async (amount: number) =>
        request(api)
          .post(`/store/customers/me/client-accounts/${await topUps.accountId()}/top-ups`)
          .set({ ...market.shop.headers, ...market.client.headers, "Idempotency-Key": "once" })
          .send({ amount, provider_id: STRIPE })
      const { body } = await withKey(12).then((response) => response)
      await stripe.pay(intentOf(body.top_up))
      await topUps.confirm(body.top_up).expect(200)
      expect((await withKey(12)).body.top_up).toMatchObject({ id: body.top_up.id, status: "paid" })
      expect((await withKey(13)).status).toBe(409)
    })

    it.each([1, 2, 10])(
      "its webhook posts it by itself, also when it comes %i times",
      async (times) => {
        const topUp = await topUps.begin(30)
        await stripe.pay(intentOf(topUp))
        await stripe.webhook("payment_intent.succeeded", intentOf(topUp), times)
        await eventually(market.entries, [["capture", "30"]])
        await settle()
        expect(await market.entries()).toEqual([["capture", "30"]])
        expect(await statusOf(topUp)).toBe("paid")
      }
    )

    it("confirmed while the webhook comes, 50 times over: each is posted once, and none is voided", async () => {
      const begun: StoreTopUp[] = []
      for (let round = 1; round <= 50; round++) {
        const topUp = await topUps.begin(round)
        const intent = await stripe.pay(intentOf(topUp))
        // Both have asked Stripe before either has written what it said.
        if (stripe.isLocal) {
          for (const delayMs of [120, 120])
            stripe.server.trouble(/^GET .*payment_intents/, { delayMs })
        }
        await Promise.all([
          topUps.confirm(topUp).expect(200),
          stripe.tell("payment_intent.succeeded", intent),
        ])
        begun.push(topUp)
      }
      await eventually(async () => (await market.entries()).length, 50, 30)
      await settle()
      const expected = begun.map(({ amount }) => ["capture", String(amount)])
      expect((await market.sortedEntries()).sort()).toEqual(expected.sort())
      expect(await market.balance()).toBe(String((50 * 51) / 2))
      for (const topUp of begun) {
        expect((await stripe.intent(intentOf(topUp))).status).toBe("succeeded")
        expect(await statusOf(topUp)).toBe("paid")
      }
      // The race was really run: who came second has tried to cancel, and Stripe has refused.
      if (stripe.isLocal) {
        expect(stripe.server.requests.filter((line) => line.endsWith("/cancel"))).not.toEqual([])
      }
    })

    describe("a webhook that never comes", () => {
      it("loses nothing: the job asks Stripe", async () => {
        const topUp = await topUps.begin(30)
        const unpaid = await topUps.begin(5)
        await silently(market.container, async () => {
          await stripe.pay(intentOf(topUp))
          await stripe.webhook("payment_intent.succeeded", intentOf(topUp))
          await settle()
          expect(await market.entries()).toEqual([])
          expect(await job()).toEqual({ checked: 2, paid: 1, expired: 0, failures: [] })
          expect(await job()).toEqual({ checked: 1, paid: 0, expired: 0, failures: [] })
        })
        expect(await market.entries()).toEqual([["capture", "30"]])
        expect(await statusOf(unpaid)).toBe("pending")
      })

      it("nor does a process that died after Medusa wrote the capture: reconcile posts it", async () => {
        const topUp = await topUps.begin(30)
        await stripe.pay(intentOf(topUp))
        await silently(market.container, async () => {
          await market.container
            .resolve(Modules.PAYMENT)
            .authorizePaymentSession(topUp.payment_session!.id, {})
        })
        expect(await market.entries()).toEqual([])
        for (const full of [false, true]) {
          const { result } = await reconcileWorkflow(market.container).run({
            input: { full, min_age_minutes: 0 },
          })
          const found = full ? 0 : 1
          expect(result).toMatchObject({ top_ups_changed: found, entries_posted: found })
        }
        expect(await market.entries()).toEqual([["capture", "30"]])
      })

      it("one that can't be posted keeps reconcile from looking past it", async () => {
        const reconcile = async () =>
          (await reconcileWorkflow(market.container).run({ input: { min_age_minutes: 0 } })).result
        const reconciledAt = async () =>
          (await ledgerOf(market.container).retrieveSettings()).reconciled_at
        await reconcile()
        const before = await reconciledAt()
        const topUp = await topUps.begin(30)
        await stripe.pay(intentOf(topUp))
        await silently(market.container, async () => {
          await market.container
            .resolve(Modules.PAYMENT)
            .authorizePaymentSession(topUp.payment_session!.id, {})
        })
        const database = market.container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
        await database.raw(
          `alter table client_ledger_entry add constraint no_thirty check (amount <> 30) not valid`
        )
        const { failures } = await reconcile()
        expect(failures[0]).toMatchObject({ top_up_id: topUp.id })
        expect(await reconciledAt()).toEqual(before)
        await database.raw(`alter table client_ledger_entry drop constraint no_thirty`)
        expect(await reconcile()).toMatchObject({ top_ups_changed: 1, failures: [] })
        expect(await reconciledAt()).not.toEqual(before)
      })

      itLocally("a provider that can't be reached is asked again", async () => {
        const topUp = await topUps.begin(30)
        await stripe.pay(intentOf(topUp))
        stripe.server.trouble(/^GET/, { status: 400 })
        expect((await job()).failures).toMatchObject([{ top_up_id: topUp.id }])
        expect(await job()).toMatchObject({ paid: 1, failures: [] })
        expect(await market.entries()).toEqual([["capture", "30"]])
      })
    })

    describe("one that nobody pays", () => {
      it("is let go after its day, at Stripe too", async () => {
        const topUp = await topUps.begin(30)
        await outlive(topUp)
        expect(await job()).toMatchObject({ checked: 1, expired: 1 })
        expect((await stripe.intent(intentOf(topUp))).status).toBe("canceled")
        const { body } = await topUps.get(topUp).expect(200)
        expect(body.top_up).toMatchObject({ status: "expired", payment_session: null })
        expect(await job()).toMatchObject({ checked: 0 })
      })

      it("is posted instead when it turns out to be paid", async () => {
        const topUp = await topUps.begin(30)
        await stripe.pay(intentOf(topUp))
        await outlive(topUp)
        expect(await job()).toMatchObject({ checked: 1, paid: 1, expired: 0 })
        expect(await market.entries()).toEqual([["capture", "30"]])
      })

      it("is let go when Stripe has let it go", async () => {
        const topUp = await topUps.begin(30)
        await stripe.sdk.paymentIntents.cancel(intentOf(topUp))
        await topUps.confirm(topUp).expect(200)
        expect(await statusOf(topUp)).toBe("canceled")
      })

      it("can be cancelled by the client; what he has paid can't", async () => {
        const topUp = await topUps.begin(30)
        const { body } = await topUps.cancel(topUp).expect(200)
        expect(body.top_up.status).toBe("canceled")
        await expect(stripe.pay(intentOf(topUp))).rejects.toThrow()
        await topUps.cancel(topUp).expect(200)

        const other = await topUps.begin(31)
        await stripe.pay(intentOf(other))
        expect((await topUps.cancel(other).expect(409)).body.message).toMatch(/is paid/)
        expect((await stripe.intent(intentOf(other))).status).toBe("succeeded")
        expect(await market.entries()).toEqual([["capture", "31"]])
      })
    })

    describe("nobody is believed", () => {
      it("who hasn't Stripe's secret", async () => {
        const topUp = await topUps.begin(30)
        const forged = { ...(await stripe.intent(intentOf(topUp))), status: "succeeded" }
        await stripe.forgedWebhook("payment_intent.succeeded", forged)
        await settle()
        await topUps.confirm(topUp).expect(200)
        expect(await statusOf(topUp)).toBe("pending")
      })

      it("whose webhook names another amount: what was agreed is posted", async () => {
        const topUp = await topUps.begin(30)
        const intent = await stripe.pay(intentOf(topUp))
        const told = { ...intent, amount: 300_000, amount_received: 300_000 }
        await stripe.tell("payment_intent.succeeded", told, 3)
        await eventually(market.entries, [["capture", "30"]])
      })

      it("whose payment isn't of the amount that was agreed: nothing is posted, verify lists it", async () => {
        const topUp = await topUps.begin(30)
        await stripe.sdk.paymentIntents.update(intentOf(topUp), { amount: 100 })
        await stripe.pay(intentOf(topUp))
        await stripe.webhook("payment_intent.succeeded", intentOf(topUp))
        await settle()
        await topUps.confirm(topUp).expect(200)
        expect(await market.entries()).toEqual([])
        const { result } = await verifyWorkflow(market.container).run({
          input: { min_age_minutes: 0 },
        })
        expect(result.to_review).toMatchObject([
          { kind: "top_up_disputed", message: expect.stringMatching(/30 eur .*took 1$/) },
        ])
      })

      it("who replaces its payment by another provider's", async () => {
        const topUp = await topUps.begin(30)
        const { payment_collection_id } = await ledgerOf(market.container).retrieveTopUp(topUp.id)
        await api.post(
          `/store/payment-collections/${payment_collection_id}/payment-sessions`,
          { provider_id: "pp_system_default" },
          { headers: market.shop.headers }
        )
        const { body } = await topUps.confirm(topUp).expect(200)
        expect(body).toMatchObject({
          top_up: { status: "canceled" },
          client_account: { balance: 0 },
        })
        expect((await stripe.intent(intentOf(topUp))).status).toBe("canceled")
        expect((await topUps.begin(30)).id).not.toBe(topUp.id)
      })

      it("another client, for whom it doesn't exist, nor anybody who isn't logged in", async () => {
        const topUp = await paid(30)
        const other = await createCustomer(market.container, { email: "other@example.com" })
        for (const [headers, status] of [
          [other.headers, 404],
          [{}, 401],
        ] as const) {
          await topUps.get(topUp, headers).expect(status)
          await topUps.confirm(topUp, headers).expect(status)
          await topUps.cancel(topUp, headers).expect(status)
          expect((await topUps.ask({ amount: 30 }, headers)).status).toBe(status)
        }
        const own = { ...topUp, client_account_id: await topUps.accountId(other.headers) }
        await topUps.get(own, other.headers).expect(404)
        await topUps.refund(own, {}).expect(404)
      })
    })

    describe("a refund", () => {
      const refunds = async () =>
        (await market.sortedEntries()).filter(([type]) => type === "refund")

      it("of a part, then of the rest, debits each once and tells why", async () => {
        const topUp = await paid(30)
        const { body } = await topUps.refund(topUp, { amount: 12.4 }).expect(200)
        expect(body).toMatchObject({
          top_up: { status: "paid", refunded: 12.4 },
          client_account: { balance: 17.6 },
        })
        const { body: rest } = await topUps.refund(topUp, {}).expect(200)
        expect(rest).toMatchObject({
          top_up: { status: "refunded", refunded: 30 },
          client_account: { balance: 0 },
        })
        expect(await refunds()).toEqual([
          ["refund", "-12.4"],
          ["refund", "-17.6"],
        ])
        const { data } = await api.get(
          `/admin/client-accounts/${topUp.client_account_id}/entries`,
          { headers: market.admin.headers }
        )
        expect(data.ledger_entries[0]).toMatchObject({
          note: "asked for it",
          actor: { email: market.admin.email },
          top_up_id: topUp.id,
        })
        await topUps.refund(topUp, {}).expect(409)
      })

      it("that comes twice under one key gives back once", async () => {
        const topUp = await paid(30)
        await Promise.all(
          [1, 2, 3].map(() => topUps.refund(topUp, { amount: 5 }, "key").expect(200))
        )
        expect(await refunds()).toEqual([["refund", "-5"]])
        await topUps.refund(topUp, { amount: 6 }, "key").expect(409)
      })

      it("of the whole, asked for twice at the same moment, gives back once", async () => {
        const topUp = await paid(30)
        const answers = await Promise.all(
          ["one", "other"].map(async (key) => (await topUps.refund(topUp, {}, key)).status)
        )
        expect(answers.sort()).toEqual([200, 409])
        expect(await refunds()).toEqual([["refund", "-30"]])
        expect(await market.balance()).toBe("0")
      })

      it("whose process died after the provider gave back: reconcile debits it", async () => {
        const topUp = await paid(30)
        const { payment_id } = await ledgerOf(market.container).retrieveTopUp(topUp.id)
        await silently(market.container, async () => {
          await market.container
            .resolve(Modules.PAYMENT)
            .refundPayment({ payment_id: payment_id!, amount: 12.4 })
        })
        expect(await market.balance()).toBe("30")
        await reconcileWorkflow(market.container).run({ input: { min_age_minutes: 0 } })
        expect(await refunds()).toEqual([["refund", "-12.4"]])
      })

      it("of money that is set aside for a cart: the cart's client is told, and nothing is spent twice", async () => {
        const topUp = await paid(30)
        const headers = { ...market.shop.headers, ...market.client.headers }
        const cart = await fillBasket(api, market.shop, { customer: market.client, amount: 30 })
        const credit = `/store/carts/${cart}/account-credit`
        await request(api).post(credit).set(headers).send({}).expect(200)
        await topUps.refund(topUp, { amount: 20 }).expect(200)
        await request(api).post(`/store/carts/${cart}/complete`).set(headers).send({}).expect(409)
        const { body } = await request(api).get(credit).set(headers).expect(200)
        expect(body.account_credit).toMatchObject({ applied: 10, left_to_pay: 20 })
      })

      it("that would leave a debt is asked about again", async () => {
        const topUp = await paid(30)
        await checkout(api, market.shop, { customer: market.client, amount: 20 })
        await eventually(market.balance, "10")
        const { body } = await topUps.refund(topUp, {}).expect(409)
        expect(body.message).toMatch(/would owe 20 .*confirmed/)
        await topUps.refund(topUp, { confirmed: true }).expect(200)
        expect(await market.balance()).toBe("-20")
      })

      itLocally(
        "of more than is left, or that Stripe refuses, gives back nothing, and may be asked again",
        async () => {
          const topUp = await paid(30)
          const { body } = await topUps.refund(topUp, { amount: 30.01 }).expect(400)
          expect(body.message).toMatch(/only 30/)
          stripe.server.trouble(/refunds/, { status: 402 })
          await topUps.refund(topUp, { amount: 5 }, "again").expect(409)
          expect(await refunds()).toEqual([])
          await topUps.refund(topUp, { amount: 5 }, "again").expect(200)
          expect(await refunds()).toEqual([["refund", "-5"]])
          await topUps.refund(topUp, { amount: 5, note: " " }).expect(400)
        }
      )
    })

    it("settles what was owed: the order shows as paid, and is open again when the money goes back", async () => {
      const order = await checkout(api, market.shop, { customer: market.client, amount: 20 })
      await eventually(market.balance, "-20")
      const topUp = await paid(30)
      const status = async () => (await market.acts.order(order.id)).payment_status
      await eventually(status, "captured")
      expect(await market.balance()).toBe("10")
      await topUps.refund(topUp, { amount: 15, confirmed: true }).expect(200)
      await eventually(() => market.promises(order.id), [5])
      expect(await market.balance()).toBe("-5")
    })

    it("any other online provider serves as well: what it authorized is captured whole", async () => {
      const topUp = await topUps.begin(30, { provider_id: CARD, return_url: "https://m.example/" })
      await topUps.confirm(topUp).expect(200)
      expect(await market.entries()).toEqual([["capture", "30"]])
      await topUps.refund(topUp, {}).expect(200)
      expect(await market.balance()).toBe("0")
    })

    describe("bad input", () => {
      it.each([
        ["nothing", { amount: 0 }, /zero/],
        ["less than nothing", { amount: -5 }, /at least 0.5 EUR/],
        ["less than Stripe takes", { amount: 0.49 }, /at least 0.5 EUR/],
        ["too fine an amount", { amount: "10.005" }, /at most 2 decimals/],
        ["more than Stripe takes", { amount: 1_000_000 }, /at most 999999.99 EUR/],
        ["what isn't a number", { amount: "ten" }, /number/],
        ["a provider that no region offers", { amount: 5, provider_id: "pp_paypal" }, /pp_paypal/],
        ["an on-site provider", { amount: 5, provider_id: ON_SITE.cheque }, /online/],
        ["Medusa's own provider", { amount: 5, provider_id: "pp_system_default" }, /online/],
        ["an address that isn't one", { amount: 5, return_url: "home" }, /return_url/],
        ["a field that there isn't", { amount: 5, customer_id: "cus_1" }, /customer_id/],
      ])("%s is refused with its reason", async (_, body, message) => {
        const response = await topUps.ask(body)
        expect(response.status).toBe(400)
        expect(response.body.message).toMatch(message)
      })

      it("the market's own limit is named", async () => {
        await market.acts.post("/admin/client-ledger/settings", { top_up_max: 100 })
        const { status, body } = await topUps.ask({ amount: 100.01 })
        expect([status, body.message]).toEqual([400, "amount: must be at most 100 EUR"])
        await topUps.begin(100)
        await market.acts.post("/admin/client-ledger/settings", { top_up_max: null })
        await topUps.begin(100.01)
      })

      itLocally.each([
        ["refuses to prepare it", 400],
        ["doesn't say whether it prepared it", 402],
      ])("a provider that %s leaves nothing behind", async (_, fails) => {
        stripe.server.trouble(/^POST .*payment_intents$/, { status: fails })
        const { status } = await topUps.ask({ amount: 5 })
        expect(status).toBe(422)
        const [, count] = await ledgerOf(market.container).listTopUps(await topUps.accountId(), {
          limit: 1,
          offset: 0,
        })
        expect(count).toBe(0)
      })
    })

    it("the administrator sees what became of each", async () => {
      await paid(30)
      const { id } = await topUps.begin(5)
      const account = await topUps.accountId()
      const { data } = await api.get(`/admin/client-accounts/${account}/top-ups`, {
        headers: market.admin.headers,
      })
      expect(data).toMatchObject({
        count: 2,
        top_ups: [
          { id, status: "pending", amount: 5, payment_id: null },
          { status: "paid", amount: 30, payment_id: expect.stringMatching(/^pay_/) },
        ],
      })
    })
  },
})
