import { medusaIntegrationTestRunner } from "@medusajs/test-utils"
import { Modules } from "@medusajs/framework/utils"
import { syncOrderWorkflow } from "../../src/workflows/client-ledger"
import { eventually, ledgerOf } from "../fixtures/ledger"
import { PAID_AT_ONCE, useMarket } from "../fixtures/market"
import { CARD, checkout, fillCart, ON_SITE } from "../fixtures/shop"

jest.setTimeout(180_000)

medusaIntegrationTestRunner({
  dbName: "client-ledger-orders",
  testSuite: ({ api, getContainer }) => {
    const market = useMarket(api, getContainer)
    const { balance, entries, promises } = market

    describe("checkout", () => {
      it("an order to be paid on-site debits the client, and a promise credits nothing", async () => {
        const { shop, client } = market
        const order = await checkout(api, shop, { customer: client, amount: 20 })
        await eventually(balance, "-20")
        expect(await entries()).toEqual([["order", "-20"]])
        expect(await promises(order.id)).toEqual([20])
        expect(await market.orderLedger(order.id)).toMatchObject({
          in_ledger: true,
          owed: 20,
          received: 0,
          expected: 20,
          promise_method: "cheque",
          client_account: { balance: -20, expected: 20, overdue: 0 },
        })
      })

      it("an order paid by card at once leaves the balance at zero", async () => {
        const { shop, client } = market
        await checkout(api, shop, { customer: client, amount: 20, ...PAID_AT_ONCE })
        await eventually(entries, [
          ["order", "-20"],
          ["capture", "20"],
        ])
        expect(await market.receipts()).toMatchObject([
          {
            method: "online",
            provider_id: CARD,
            amount: 20,
            reference: expect.stringMatching(/^pi_/),
          },
        ])
      })

      it("a declined card makes no entry", async () => {
        const { shop, client } = market
        const cart = await fillCart(api, shop, {
          customer: client,
          provider: CARD,
          data: { decline: true },
        })
        const headers = { ...shop.headers, ...client.headers }
        await expect(api.post(`/store/carts/${cart}/complete`, {}, { headers })).rejects.toThrow()
        expect(await entries()).toEqual([])
      })

      it("an order made by workflow, of which no public event tells, is debited all the same", async () => {
        await market.importOrder(20, market.client)
        await eventually(balance, "-20")
      })

      it("a draft order owes nothing until it is converted", async () => {
        const { shop, client, acts } = market
        const { draft_order } = await acts.post<{ draft_order: { id: string } }>(
          "/admin/draft-orders",
          {
            region_id: shop.region.id,
            sales_channel_id: shop.salesChannelId,
            customer_id: client.id,
            email: client.email,
            items: [{ variant_id: shop.unitVariantId, quantity: 20 }],
            shipping_methods: [],
          }
        )
        expect(await entries()).toEqual([])
        expect(await market.orderLedger(draft_order.id)).toMatchObject({ reason: "draft" })
        await acts.post(`/admin/draft-orders/${draft_order.id}/convert-to-order`)
        await eventually(balance, "-20")
      })

      it("a guest has an account too", async () => {
        const order = await checkout(api, market.shop, { amount: 7 })
        const ledger = async () =>
          ((await market.orderLedger(order.id)).client_account as { balance: number } | null)
            ?.balance
        await eventually(ledger, -7)
      })
    })

    describe("money received on-site", () => {
      it.each([
        ["cheque", ON_SITE.cheque],
        ["cash", ON_SITE.cash],
        ["transfer", ON_SITE.transfer],
        ["card_terminal", ON_SITE.cardTerminal],
        ["on_site", ON_SITE.onSite],
      ])(
        "capturing a payment promised by %s makes a receipt of it and credits once",
        async (method, provider) => {
          const { shop, client, acts, admin } = market
          const order = await checkout(api, shop, { customer: client, amount: 20, provider })
          await acts.capture(order.id)
          await eventually(entries, [
            ["order", "-20"],
            ["receipt", "20"],
          ])
          expect(await market.receipts()).toMatchObject([
            {
              direction: "in",
              method,
              amount: 20,
              order_id: order.id,
              customer_id: client.id,
              actor: { id: admin.id, email: admin.email },
            },
          ])
        }
      )

      it("a part received credits the part, and the rest stays promised", async () => {
        const { shop, client, acts } = market
        const order = await checkout(api, shop, { customer: client, amount: 20 })
        await acts.capture(order.id, 5)
        await eventually(balance, "-15")
        expect(await market.orderLedger(order.id)).toMatchObject({ received: 5, expected: 15 })
        await acts.capture(order.id, 15)
        await eventually(balance, "0")
        expect(await promises(order.id)).toEqual([])
      })

      it("Medusa's own Mark as paid makes a receipt whose method is still to be said", async () => {
        const { client, acts } = market
        const orderId = await market.importOrder(20, client)
        await acts.post("/admin/payment-collections", { order_id: orderId, amount: 20 })
        await acts.markAsPaid(orderId)
        await eventually(market.sortedEntries, [
          ["order", "-20"],
          ["receipt", "20"],
        ])
        const [receipt] = await market.receipts()
        expect(receipt).toMatchObject({ method: "on_site", amount: 20 })

        await acts.post(`/admin/receipts/${receipt!.id}`, {
          method: "cheque",
          reference: "0001234",
        })
        expect(await market.receipts()).toMatchObject([{ method: "cheque", reference: "0001234" }])
        expect(await balance()).toBe("0")
      })

      it("a refund on an on-site payment moves no money: it stays on the account until it is paid out", async () => {
        const { shop, client, acts } = market
        const order = await checkout(api, shop, { customer: client, amount: 20 })
        await eventually(balance, "-20")
        await acts.capture(order.id)
        await eventually(balance, "0")
        await acts.refund(order.id, 8)
        await eventually(balance, "8")
        expect(await market.orderLedger(order.id)).toMatchObject({ owed: 12, stays_on_account: 8 })

        await acts.post("/admin/receipts", {
          customer_id: client.id,
          currency_code: "eur",
          direction: "out",
          method: "cash",
          amount: 8,
        })
        expect(await balance()).toBe("0")
        expect(await market.orderLedger(order.id)).toMatchObject({ stays_on_account: 0 })
      })

      it("a reversed receipt makes its order owed and promised again, and stays reversed", async () => {
        const { shop, client, acts } = market
        const order = await checkout(api, shop, { customer: client, amount: 20 })
        await eventually(balance, "-20")
        await acts.capture(order.id)
        await eventually(balance, "0")
        const [receipt] = await market.receipts()
        await acts.post(`/admin/receipts/${receipt!.id}/reverse`, { note: "The cheque bounced" })
        expect(await balance()).toBe("-20")
        await eventually(() => promises(order.id), [20])
        expect(await market.orderLedger(order.id)).toMatchObject({ received: 0, expected: 20 })
        const { summary } = await acts.order(order.id)
        expect(summary.pending_difference).toBe(20)

        await eventually(balance, "-20")
        await acts.capture(order.id)
        await eventually(balance, "0")
        await expect(
          acts.post(`/admin/receipts/${receipt!.id}/reverse`, { note: "Again" })
        ).rejects.toMatchObject({ response: { status: 409 } })
      })

      it("a reversal that was interrupted half-way is finished by the next sync", async () => {
        const { shop, client, acts, container } = market
        const order = await checkout(api, shop, { customer: client, amount: 20 })
        await eventually(balance, "-20")
        await acts.capture(order.id)
        await eventually(balance, "0")
        const [receipt] = await market.receipts()
        // All but the order's transaction, in an order that no other sync can finish meanwhile.
        const [payment] = await acts.payments(order.id)
        await container.resolve(Modules.PAYMENT).refundPayment({
          payment_id: payment!.id,
          amount: 20,
          created_by: String(receipt!.id),
        })
        await ledgerOf(container).reverseReceipt({
          receipt_id: String(receipt!.id),
          note: "The cheque bounced",
        })
        await syncOrderWorkflow(container).run({ input: { order_id: order.id } })
        await eventually(() => promises(order.id), [20])
        expect((await acts.order(order.id)).summary.pending_difference).toBe(20)
        expect(await balance()).toBe("-20")
      })
    })

    describe("online payments", () => {
      it("an authorized card credits nothing until it is captured, then each part once", async () => {
        const { shop, client, acts } = market
        const order = await checkout(api, shop, { customer: client, amount: 20, provider: CARD })
        await eventually(balance, "-20")
        await acts.capture(order.id, 5)
        await eventually(balance, "-15")
        await acts.capture(order.id, 15)
        await eventually(balance, "0")
      })

      it("a refund is money out and debits once, while the order is owed less by as much", async () => {
        const { shop, client, acts } = market
        const order = await checkout(api, shop, { customer: client, amount: 20, ...PAID_AT_ONCE })
        await eventually(balance, "0")
        await acts.refund(order.id, 8)
        await eventually(market.sortedEntries, [
          ["capture", "20"],
          ["order", "-20"],
          ["order", "8"],
          ["refund", "-8"],
        ])
        expect(await balance()).toBe("0")
      })

      it("a capture that the provider refuses credits nothing", async () => {
        const { shop, client, acts } = market
        const order = await checkout(api, shop, {
          customer: client,
          amount: 20,
          provider: CARD,
          data: { fail_capture: true },
        })
        await expect(acts.capture(order.id)).rejects.toThrow()
        await eventually(balance, "-20")
      })
    })
  },
})
