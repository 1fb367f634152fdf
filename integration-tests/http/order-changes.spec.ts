import { Modules } from "@medusajs/framework/utils"
import { medusaIntegrationTestRunner } from "@medusajs/test-utils"
import { syncOrderWorkflow, verifyWorkflow } from "../../src/workflows/client-ledger"
import { balanceOf, eventually } from "../fixtures/ledger"
import { PAID_AT_ONCE, useMarket } from "../fixtures/market"
import { CARD, checkout, ON_SITE } from "../fixtures/shop"
import { createCustomer } from "../fixtures/store"

jest.setTimeout(180_000)

medusaIntegrationTestRunner({
  dbName: "client-ledger-order-changes",
  testSuite: ({ api, getContainer }) => {
    const market = useMarket(api, getContainer)
    const { balance, promises } = market
    const order = (options: Parameters<typeof checkout>[2] = {}) =>
      checkout(api, market.shop, { customer: market.client, amount: 20, ...options })
    const toReview = async () => {
      const { result } = await verifyWorkflow(market.container).run({
        input: { min_age_minutes: 0 },
      })
      return result.to_review.map(({ kind }) => kind)
    }

    describe("edits", () => {
      it("before payment, the debit and the promise follow the order up and down", async () => {
        const { id } = await order({ provider: ON_SITE.transfer })
        await market.acts.edit(id, 30)
        await eventually(balance, "-30")
        await eventually(() => promises(id), [30])
        await market.acts.edit(id, 12)
        await eventually(balance, "-12")
        await eventually(() => promises(id), [12])
        // Each change leaves a dated entry: the first amount stays visible.
        expect(await market.entries()).toEqual([
          ["order", "-20"],
          ["order", "-10"],
          ["order", "18"],
        ])
        const [promise] = await market.acts.openPayments(id)
        expect(promise!.provider_id).toBe(ON_SITE.transfer)
      })

      it("after payment, what is added is promised, and what is taken off stays on the account", async () => {
        const { id } = await order()
        await eventually(balance, "-20")
        await market.acts.capture(id)
        await eventually(balance, "0")
        await market.acts.edit(id, 26)
        await eventually(balance, "-6")
        await eventually(() => promises(id), [6])
        await market.acts.edit(id, 15)
        await eventually(balance, "5")
        await eventually(() => promises(id), [])
        expect(await market.orderLedger(id)).toMatchObject({
          owed: 15,
          received: 20,
          stays_on_account: 5,
        })
      })

      it("after a part payment, one promise is left, for the rest", async () => {
        const { id } = await order()
        await market.acts.capture(id, 5)
        await eventually(balance, "-15")
        await market.acts.edit(id, 30)
        await eventually(balance, "-25")
        await eventually(() => promises(id), [25])
      })

      it("paid by card, what is added is owed and nobody promised it", async () => {
        const { id } = await order(PAID_AT_ONCE)
        await market.acts.edit(id, 26)
        await eventually(balance, "-6")
        expect(await promises(id)).toEqual([])
      })

      it("a credit line lowers what is owed, and the promise with it", async () => {
        const { id } = await order()
        await market.acts.creditLine(id, 4)
        await eventually(balance, "-16")
        await eventually(() => promises(id), [16])
      })
    })

    describe("returns, claims and exchanges", () => {
      it("a return counts when it is received, not when it is requested", async () => {
        const { id } = await order()
        await market.acts.fulfil(id, market.shop.locationId)
        const returned = await market.acts.requestReturn(id, market.shop.locationId, 8)
        await eventually(balance, "-20")
        await market.acts.receiveReturn(id, returned, 8)
        await eventually(balance, "-12")
        await eventually(() => promises(id), [12])
      })

      it("a return that is cancelled changes nothing", async () => {
        const { id } = await order()
        await market.acts.fulfil(id, market.shop.locationId)
        const returned = await market.acts.requestReturn(id, market.shop.locationId, 8)
        await market.acts.cancelReturn(returned)
        await eventually(balance, "-20")
        await eventually(() => promises(id), [20])
      })

      it("a claim and an exchange cost what they send more than what comes back", async () => {
        const { shop, acts } = market
        const sent = { variantId: shop.unitVariantId, quantity: 5 }
        const claimed = await order()
        await acts.fulfil(claimed.id, shop.locationId)
        await acts.claim(claimed.id, shop.locationId, 2, sent)
        const exchanged = await order()
        await acts.fulfil(exchanged.id, shop.locationId)
        await acts.exchange(exchanged.id, shop.locationId, 2, sent)
        const totals = async () => {
          const [a, b] = [await acts.order(claimed.id), await acts.order(exchanged.id)]
          return String(-(a.total + b.total))
        }
        await eventually(balance, await totals())
        expect(await totals()).not.toBe("-40")
      })
    })

    describe("cancellation", () => {
      it("an unpaid order owes nothing any more", async () => {
        const { id } = await order()
        await market.acts.cancel(id)
        await eventually(balance, "0")
        await eventually(() => promises(id), [])
      })

      it("what was received on-site stays on the account", async () => {
        const paid = await order()
        await market.acts.capture(paid.id)
        const partPaid = await order()
        await market.acts.capture(partPaid.id, 5)
        await eventually(balance, "-15")
        await market.acts.cancel(paid.id)
        await market.acts.cancel(partPaid.id)
        await eventually(balance, "25")
        expect(await market.orderLedger(paid.id)).toMatchObject({ owed: 0, stays_on_account: 20 })
      })

      it("what was paid online goes back where it came from", async () => {
        const { id } = await order(PAID_AT_ONCE)
        await eventually(market.entries, [
          ["order", "-20"],
          ["capture", "20"],
        ])
        await market.acts.cancel(id)
        await eventually(market.sortedEntries, [
          ["capture", "20"],
          ["order", "-20"],
          ["order", "20"],
          ["refund", "-20"],
        ])
        expect(await toReview()).toEqual([])
      })

      it("a refund that the provider refuses leaves the money with the client, and is listed", async () => {
        const { id } = await order({
          provider: CARD,
          data: { capture_at_once: true, fail_refund: true },
        })
        await eventually(async () => (await market.entries()).length, 2)
        await market.acts.cancel(id)
        await eventually(balance, "20")
        expect(await toReview()).toEqual(["refund_not_made"])
      })
    })

    describe("another customer", () => {
      it("takes along the debit and the money", async () => {
        const { acts, container, shop } = market
        const friend = await createCustomer(container, { email: "friend@example.com" })
        const { id } = await order()
        await acts.capture(id, 5)
        await eventually(balance, "-15")
        await acts.post(`/admin/orders/${id}/transfer`, { customer_id: friend.id })
        const [change] = await container
          .resolve(Modules.ORDER)
          .listOrderChanges({ order_id: id }, { relations: ["actions"] })
        const token = change!.actions[0]!.details!.token
        await api.post(
          `/store/orders/${id}/transfer/accept`,
          { token },
          { headers: { ...shop.headers, ...friend.headers } }
        )
        await eventually(() => balanceOf(container, friend.id), "-15")
        expect(await balance()).toBe("0")
      })

      it("or a guest does", async () => {
        const { acts, container } = market
        const { id } = await order()
        await eventually(balance, "-20")
        await acts.post(`/admin/orders/${id}/transfer/guest`, { email: "guest@example.com" })
        const guest = (await acts.order(id)).customer_id
        await eventually(() => balanceOf(container, guest), "-20")
        expect(await balance()).toBe("0")
      })
    })

    it("an order without a customer is posted to nobody, and is listed", async () => {
      await market.importOrder(20, null)
      await eventually(toReview, ["order_without_customer"])
    })

    it("an order that is deleted from Medusa owes nothing", async () => {
      const { id } = await order()
      await eventually(balance, "-20")
      await market.container.resolve(Modules.ORDER).deleteOrders([id])
      await syncOrderWorkflow(market.container).run({ input: { order_id: id } })
      await eventually(balance, "0")
    })

    it("a capture row that vanishes takes its credit with it", async () => {
      const { container } = market
      const { id } = await order()
      await market.acts.capture(id, 5)
      await eventually(balance, "-15")
      const payments = container.resolve(Modules.PAYMENT)
      const [capture] = await payments.listCaptures({})
      await (
        payments as unknown as { deleteCaptures(ids: string[]): Promise<void> }
      ).deleteCaptures([capture!.id])
      await syncOrderWorkflow(container).run({ input: { order_id: id } })
      await eventually(balance, "-20")
      expect((await market.receipts())[0]).toMatchObject({ reversed_at: expect.any(String) })
    })

    it("20 syncs of one order while it is edited 20 times end on the last total", async () => {
      const { id } = await order()
      const syncs: Promise<unknown>[] = []
      for (let quantity = 21; quantity <= 40; quantity++) {
        syncs.push(syncOrderWorkflow(market.container).run({ input: { order_id: id } }))
        await market.acts.edit(id, quantity)
      }
      await Promise.all(syncs)
      await eventually(balance, "-40")
      await eventually(() => promises(id), [40])
    })
  },
})
