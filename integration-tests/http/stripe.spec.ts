import { medusaIntegrationTestRunner } from "@medusajs/test-utils"
import { reconcileWorkflow, verifyWorkflow } from "../../src/workflows/client-ledger"
import { eventually } from "../fixtures/ledger"
import { useMarket } from "../fixtures/market"
import { completeCart, fillCart, STRIPE } from "../fixtures/shop"
import { silently } from "../fixtures/bus"
import { useStripe } from "../fixtures/stripe"

jest.setTimeout(240_000)

medusaIntegrationTestRunner({
  dbName: "client-ledger-stripe",
  testSuite: ({ api, getContainer }) => {
    const market = useMarket(api, getContainer)
    const stripe = useStripe(api, getContainer)
    /** What only our own Stripe can be told to do. */
    const itLocally = stripe.isLocal ? it : it.skip

    /** A cart whose card the client has confirmed in his browser. */
    const paidCart = async (capture_method: "automatic" | "manual", amount = 20) => {
      const cartId = await fillCart(api, market.shop, {
        ...{ customer: market.client, amount, provider: STRIPE, data: { capture_method } },
      })
      const intentId = await stripe.intentOfCart(cartId)
      await stripe.pay(intentId)
      return { cartId, intentId }
    }
    const complete = (cartId: string) => completeCart(api, market.shop, cartId, market.client)
    const ordered = async (capture_method: "automatic" | "manual", amount = 20) => {
      const { cartId, intentId } = await paidCart(capture_method, amount)
      return { intentId, order: await complete(cartId) }
    }
    const reviewed = async () =>
      (await verifyWorkflow(market.container).run({ input: { min_age_minutes: 0 } })).result
        .to_review
    const PAID = [
      ["capture", "20"],
      ["order", "-20"],
    ]

    it("a card captured at once pays its order, by one credit that bears Stripe's id", async () => {
      const { intentId } = await ordered("automatic")
      await eventually(market.sortedEntries, PAID)
      expect(await market.balance()).toBe("0")
      expect(await market.receipts()).toMatchObject([
        { method: "online", provider_id: STRIPE, reference: intentId, amount: 20 },
      ])
    })

    it("a card that is authorized owes until it is captured", async () => {
      const { order, intentId } = await ordered("manual")
      await eventually(market.balance, "-20")
      await market.acts.capture(order.id)
      await eventually(market.sortedEntries, PAID)
      expect((await stripe.intent(intentId)).status).toBe("succeeded")
    })

    it.each(["automatic", "manual"] as const)(
      "webhooks that come ten times change nothing (%s capture)",
      async (capture) => {
        const { order, intentId } = await ordered(capture)
        if (capture === "manual") {
          await stripe.webhook("payment_intent.amount_capturable_updated", intentId, 10)
          await market.acts.capture(order.id)
        }
        await stripe.webhook("payment_intent.succeeded", intentId, 10)
        await eventually(market.sortedEntries, PAID)
      }
    )

    it("webhooks out of order, late and old change nothing", async () => {
      const { order, intentId } = await ordered("manual")
      const authorized = await stripe.intent(intentId)
      await market.acts.capture(order.id)
      await stripe.webhook("payment_intent.succeeded", intentId)
      await stripe.tell("payment_intent.amount_capturable_updated", authorized)
      await stripe.webhook("payment_intent.succeeded", intentId)
      await eventually(market.sortedEntries, PAID)
    })

    it("a webhook before the order makes the order, which the store's own completion then finds", async () => {
      const { cartId, intentId } = await paidCart("automatic")
      await stripe.webhook("payment_intent.succeeded", intentId)
      await eventually(market.sortedEntries, PAID)
      expect((await complete(cartId)).id).toMatch(/^order_/)
      await eventually(market.sortedEntries, PAID)
    })

    it("a capture in Stripe's dashboard posts by its webhook; when that is lost, verify lists it", async () => {
      const { order, intentId } = await ordered("manual")
      await eventually(market.balance, "-20")
      await stripe.sdk.paymentIntents.capture(intentId)
      expect(await reviewed()).toMatchObject([
        { kind: "capture_differs", id: order.id, message: expect.stringMatching(/took 20.*0/) },
      ])
      await stripe.webhook("payment_intent.succeeded", intentId)
      await eventually(market.sortedEntries, PAID)
      expect(await reviewed()).toEqual([])
    })

    it("what lost events leave behind, reconcile finds", async () => {
      await silently(market.container, async () => {
        await ordered("automatic")
        expect(await market.balance()).toBe("0")
        expect(await market.entries()).toEqual([])
      })
      const { result } = await reconcileWorkflow(market.container).run({
        input: { min_age_minutes: 0 },
      })
      expect(result).toMatchObject({ orders_changed: 1, entries_posted: 2 })
      expect(await market.sortedEntries()).toEqual(PAID)
    })

    it("refunds debit once each, part by part, to the cent", async () => {
      const { order, intentId } = await ordered("automatic")
      await eventually(market.balance, "0")
      await market.acts.refund(order.id, 7.35)
      await market.acts.refund(order.id, 12.65)
      await stripe.webhook("payment_intent.succeeded", intentId, 3)
      const refunds = async () =>
        (await market.sortedEntries()).filter(([type]) => type === "refund")
      await eventually(refunds, [
        ["refund", "-12.65"],
        ["refund", "-7.35"],
      ])
    })

    itLocally("a refund that Stripe refuses debits nothing", async () => {
      const { order } = await ordered("automatic")
      await eventually(market.balance, "0")
      stripe.server.trouble(/refunds/, { status: 402 })
      await expect(market.acts.refund(order.id, 5)).rejects.toThrow()
      await eventually(market.sortedEntries, PAID)
    })

    itLocally.each(["question", "answer"] as const)(
      "a refund whose %s is lost on the way is made once",
      async (lose) => {
        const { order, intentId } = await ordered("automatic")
        await eventually(market.balance, "0")
        stripe.server.trouble(/refunds/, { lose })
        await market.acts.refund(order.id, 5)
        const refunded = async () => (await market.entries()).filter(([type]) => type === "refund")
        await eventually(refunded, [["refund", "-5"]])
        // What is left of the payment is all that can still be given back.
        await expect(
          stripe.sdk.refunds.create({ payment_intent: intentId, amount: 1501 })
        ).rejects.toThrow(/1500/)
      }
    )

    it("an order that is cancelled gives the card's money back: nothing is owed, nothing held", async () => {
      const { order } = await ordered("automatic")
      await eventually(market.balance, "0")
      await market.acts.cancel(order.id)
      await eventually(market.sortedEntries, [
        ["capture", "20"],
        ["order", "-20"],
        ["order", "20"],
        ["refund", "-20"],
      ])
    })

    it("an order that is cancelled before its capture lets the card go", async () => {
      const { order, intentId } = await ordered("manual")
      await eventually(market.balance, "-20")
      await market.acts.cancel(order.id)
      await eventually(market.balance, "0")
      expect((await stripe.intent(intentId)).status).toBe("canceled")
    })

    it("a declined card makes no order", async () => {
      const cartId = await fillCart(api, market.shop, { customer: market.client, provider: STRIPE })
      const intentId = await stripe.intentOfCart(cartId)
      await expect(stripe.pay(intentId, "pm_card_chargeDeclined")).rejects.toThrow(/declined/)
      await stripe.webhook("payment_intent.payment_failed", intentId)
      await expect(complete(cartId)).rejects.toThrow()
      expect(await market.entries()).toEqual([])
    })

    it("a webhook with a forged signature is not believed", async () => {
      const { intentId } = await ordered("manual")
      await eventually(market.balance, "-20")
      const forged = { ...(await stripe.intent(intentId)), status: "succeeded" }
      await stripe.forgedWebhook("payment_intent.succeeded", forged)
      await new Promise((resolve) => setTimeout(resolve, 500))
      expect(await market.entries()).toEqual([["order", "-20"]])
    })

    it("verify lists a part capture: Stripe takes the whole, whatever part Medusa asks for", async () => {
      const { order, intentId } = await ordered("manual")
      await market.acts.capture(order.id, 5)
      await eventually(market.balance, "-15")
      const found = await reviewed()
      expect(found).toMatchObject([
        { kind: "capture_differs", id: order.id, message: expect.stringMatching(/took 20.*5/) },
      ])
      expect(found[0]!.message).toContain(intentId)
      // As it says: the rest is captured in Medusa too, which Stripe has taken already.
      await market.acts.capture(order.id, 15)
      await eventually(market.balance, "0")
      expect(await reviewed()).toEqual([])
    })
  },
})
