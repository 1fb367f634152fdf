import { Modules } from "@medusajs/framework/utils"
import { medusaIntegrationTestRunner } from "@medusajs/test-utils"
import { reconcileWorkflow, syncOrderWorkflow } from "../../src/workflows/client-ledger"
import { balanceOf, eventually, ledgerOf } from "../fixtures/ledger"
import { PAID_AT_ONCE, useMarket } from "../fixtures/market"
import { CARD, checkout, openShop } from "../fixtures/shop"
import { silently } from "../fixtures/bus"

jest.setTimeout(180_000)

medusaIntegrationTestRunner({
  dbName: "client-ledger-reconcile",
  testSuite: ({ api, getContainer }) => {
    const market = useMarket(api, getContainer)
    const { balance } = market

    const reconcile = async (input: { full?: boolean; min_age_minutes?: number } = {}) => {
      const { result } = await reconcileWorkflow(market.container).run({
        input: { min_age_minutes: 0, ...input },
      })
      return result
    }
    const order = (options: Parameters<typeof checkout>[2] = {}) =>
      checkout(api, market.shop, { customer: market.client, amount: 20, ...options })

    /** A bit of everything that moves a balance. */
    const tradeABit = async () => {
      const { acts } = market
      const [cheque, edited, card, cancelled] = [
        await order(),
        await order(),
        await order(PAID_AT_ONCE),
        await order(),
      ]
      await acts.capture(cheque.id, 5)
      await acts.edit(edited.id, 30)
      await acts.refund(card.id, 8)
      await acts.capture(cancelled.id)
      await acts.cancel(cancelled.id)
    }

    it("without any event, reconcile gives the very balances that events would have given", async () => {
      await tradeABit()
      await eventually(balance, "-25")
      await silently(market.container, async () => {
        await tradeABit()
        expect(await balance()).toBe("-25")
        const report = await reconcile()
        expect(report.failures).toEqual([])
        // Four new ones, and those of before that their money settles.
        expect(report.orders_changed).toBeGreaterThanOrEqual(4)
      })
      expect(await balance()).toBe("-50")
    })

    it("an incremental run finds what a lost event left behind", async () => {
      await reconcile({ full: true })
      const { id } = await order()
      await eventually(balance, "-20")
      await silently(market.container, async () => {
        await market.acts.capture(id, 5)
        await market.acts.creditLine(id, 3)
        expect(await reconcile()).toMatchObject({ orders_changed: 1 })
      })
      expect(await balance()).toBe("-12")
    })

    it("leaves orders and money younger than five minutes to events", async () => {
      await silently(market.container, async () => {
        await order()
        expect(await reconcile({ full: true, min_age_minutes: 5 })).toMatchObject({
          orders_changed: 0,
        })
        expect(await balance()).toBe("0")
        expect(await reconcile({ full: true })).toMatchObject({ orders_changed: 1 })
      })
    })

    it("a repeated capture event credits once", async () => {
      const { id } = await order(PAID_AT_ONCE)
      const [payment] = await market.acts.payments(id)
      const bus = market.container.resolve(Modules.EVENT_BUS)
      for (let time = 0; time < 5; time++) {
        await bus.emit({ name: "payment.captured", data: { id: payment!.id } })
      }
      await Promise.all(
        Array.from({ length: 5 }, () =>
          syncOrderWorkflow(market.container).run({ input: { order_id: id } })
        )
      )
      await eventually(market.sortedEntries, [
        ["capture", "20"],
        ["order", "-20"],
      ])
    })

    it("nothing is posted of an order placed before the ledger starts, nor while payments are off", async () => {
      const { acts } = market
      const { settings } = (
        await api.get("/admin/client-ledger/settings", { headers: market.admin.headers })
      ).data
      const startsAt = settings.ledger_starts_at
      await acts.post("/admin/client-ledger/settings", {
        ledger_starts_at: new Date(Date.now() + 86_400_000).toISOString(),
      })
      const early = await order()
      expect(await market.orderLedger(early.id)).toMatchObject({
        in_ledger: false,
        reason: "before_start",
      })
      await acts.post("/admin/client-ledger/settings", { enabled: false })
      await acts.capture(early.id)
      expect(await reconcile({ full: true })).toMatchObject({ entries_posted: 0 })
      expect(await balance()).toBe("0")
      await acts.post("/admin/client-ledger/settings", {
        enabled: true,
        ledger_starts_at: startsAt,
      })
      // Or the last event of the capture, which comes a moment after it, has posted them already.
      await reconcile({ full: true })
      await eventually(market.sortedEntries, [
        ["order", "-20"],
        ["receipt", "20"],
      ])
    })

    it("a customer's new name is found on his account", async () => {
      const { client, acts } = market
      await order()
      await eventually(balance, "-20")
      await acts.post(`/admin/customers/${client.id}`, { last_name: "Martin" })
      const name = async () =>
        (await ledgerOf(market.container).listClientAccounts({ customer_id: client.id }))[0]
          ?.customer_name
      await eventually(name, "Camille Martin")
      await market.container.resolve(Modules.CUSTOMER).softDeleteCustomers([client.id])
      expect(await balance()).toBe("-20")
    })

    describe("currencies", () => {
      it("taxes that don't come out even are rounded once, to the cent", async () => {
        const shop = await openShop(market.container, { country: "us", taxRate: 10.75 })
        // 24.99 × 1.1075 = 27.676425
        const odd = { customer: market.client, variantId: shop.oddVariantId, amount: 1 }
        await checkout(api, shop, { ...odd, provider: CARD, data: { capture_at_once: true } })
        await eventually(market.sortedEntries, [
          ["capture", "27.68"],
          ["order", "-27.68"],
        ])
        const promised = await checkout(api, shop, odd)
        await eventually(balance, "-27.68")
        await market.acts.capture(promised.id, 9.225475)
        await market.acts.capture(promised.id, 9.225475)
        await market.acts.capture(promised.id, 9.225475)
        await eventually(balance, "0")
      })

      it("yen have no decimals, Kuwaiti dinars three", async () => {
        for (const [currencyCode, country, owed] of [
          ["jpy", "jp", "-28"],
          ["kwd", "kw", "-27.676"],
        ] as const) {
          const shop = await openShop(market.container, { currencyCode, country, taxRate: 10.75 })
          const { id } = await checkout(api, shop, {
            customer: market.client,
            variantId: shop.oddVariantId,
            amount: 1,
          })
          const ofCurrency = () => balanceOf(market.container, market.client.id, currencyCode)
          await eventually(ofCurrency, owed)
          await market.acts.capture(id)
          await eventually(ofCurrency, "0")
        }
      })
    })
  },
})
