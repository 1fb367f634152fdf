import type { MedusaContainer } from "@medusajs/framework/types"
import { createOrderWorkflow } from "@medusajs/medusa/core-flows"
import { medusaIntegrationTestRunner } from "@medusajs/test-utils"
import { reconcileWorkflow, verifyWorkflow } from "../../src/workflows/client-ledger"
import { createAdmin, type Login } from "../fixtures/admin"
import { balanceOf, entriesOf, eventually } from "../fixtures/ledger"
import { administrator } from "../fixtures/order-acts"
import { CARD, checkout, fillCart, ON_SITE, openShop, type Shop } from "../fixtures/shop"
import { createCustomer, type CustomerFixture } from "../fixtures/store"

jest.setTimeout(180_000)

const PAID_AT_ONCE = { provider: CARD, data: { capture_at_once: true } }

medusaIntegrationTestRunner({
  dbName: "client-ledger-orders",
  testSuite: ({ api, getContainer }) => {
    let admin: Login
    let shop: Shop
    let client: CustomerFixture
    let acts: ReturnType<typeof administrator>
    let container: MedusaContainer
    const balance = () => balanceOf(container, client.id)
    const entries = () => entriesOf(container, client.id)
    const openAmounts = async (orderId: string) =>
      (await acts.openPayments(orderId)).map((payment) => payment.amount)

    beforeAll(async () => {
      container = getContainer()
      admin = await createAdmin(container)
      shop = await openShop(container)
      client = await createCustomer(container)
      acts = administrator(api, admin)
    })

    afterEach(async () => {
      // Whatever happened, the ledger says what Medusa says, and reconcile finds nothing to do.
      const { result: report } = await verifyWorkflow(container).run({
        input: { min_age_minutes: 0 },
      })
      expect(report.problems).toEqual([])
      const { result } = await reconcileWorkflow(container).run({
        input: { full: true, min_age_minutes: 0 },
      })
      expect(result).toMatchObject({ orders_changed: 0, entries_posted: 0, failures: [] })
    })

    describe("checkout", () => {
      it("an order to be paid on-site debits the client, and a promise credits nothing", async () => {
        const order = await checkout(api, shop, { customer: client, amount: 20 })
        await eventually(balance, "-20")
        expect(await entries()).toEqual([["order", "-20"]])
        expect(await openAmounts(order.id)).toEqual([20])
      })

      it("an order paid by card at once leaves the balance at zero", async () => {
        await checkout(api, shop, { customer: client, amount: 20, ...PAID_AT_ONCE })
        await eventually(entries, [
          ["order", "-20"],
          ["capture", "20"],
        ])
      })

      it("a declined card makes no entry", async () => {
        const cart = await fillCart(api, shop, {
          customer: client,
          provider: CARD,
          data: { decline: true },
        })
        const { data } = await api.post(
          `/store/carts/${cart}/complete`,
          {},
          { headers: { ...shop.headers, ...client.headers } }
        )
        expect(data.type).toBe("cart")
        expect(await entries()).toEqual([])
      })

      it("an order made by workflow, of which no event tells, is debited all the same", async () => {
        await importOrder(20)
        await eventually(balance, "-20")
      })

      it("a draft order owes nothing until it is converted", async () => {
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
        await acts.post(`/admin/draft-orders/${draft_order.id}/convert-to-order`)
        await eventually(balance, "-20")
      })
    })

    describe("money received on-site", () => {
      it("capturing a promised payment makes a receipt of its method and credits once", async () => {
        const order = await checkout(api, shop, {
          customer: client,
          amount: 20,
          provider: ON_SITE.cash,
        })
        await acts.capture(order.id)
        await eventually(entries, [
          ["order", "-20"],
          ["receipt", "20"],
        ])
        const { data } = await api.get("/admin/receipts", { headers: admin.headers })
        expect(data.receipts).toMatchObject([
          {
            direction: "in",
            method: "cash",
            amount: 20,
            order_id: order.id,
            customer_id: client.id,
          },
        ])
      })

      it("a part received credits the part, and the rest stays promised", async () => {
        const order = await checkout(api, shop, { customer: client, amount: 20 })
        await acts.capture(order.id, 5)
        await eventually(balance, "-15")
        await acts.capture(order.id, 15)
        await eventually(balance, "0")
      })

      it("Medusa's own Mark as paid makes a receipt whose method is still to be said", async () => {
        const orderId = await importOrder(20)
        await acts.post("/admin/payment-collections", { order_id: orderId, amount: 20 })
        await acts.markAsPaid(orderId)
        await eventually(balance, "0")
        const { data } = await api.get("/admin/receipts", { headers: admin.headers })
        expect(data.receipts).toMatchObject([{ method: "on_site", amount: 20 }])
      })

      it("a refund on an on-site payment moves no money: it stays on the account", async () => {
        const order = await checkout(api, shop, { customer: client, amount: 20 })
        await acts.capture(order.id)
        await eventually(balance, "0")
        await acts.refund(order.id, 8)
        await eventually(balance, "8")
        expect(await orderLedger(order.id)).toMatchObject({ owed: 12, stays_on_account: 8 })
      })
    })

    describe("online payments", () => {
      it("an authorized card credits nothing until it is captured, then each part once", async () => {
        const order = await checkout(api, shop, { customer: client, amount: 20, provider: CARD })
        await eventually(balance, "-20")
        await acts.capture(order.id, 5)
        await eventually(balance, "-15")
        await acts.capture(order.id, 15)
        await eventually(balance, "0")
      })

      it("a refund is money out and debits once, while the order is owed less by as much", async () => {
        const order = await checkout(api, shop, { customer: client, amount: 20, ...PAID_AT_ONCE })
        await eventually(balance, "0")
        await acts.refund(order.id, 8)
        await eventually(sortedEntries, [
          ["capture", "20"],
          ["order", "-20"],
          ["order", "8"],
          ["refund", "-8"],
        ])
        expect(await balance()).toBe("0")
      })

      it("a capture that the provider refuses credits nothing", async () => {
        const order = await checkout(api, shop, {
          customer: client,
          amount: 20,
          provider: CARD,
          data: { fail_capture: true },
        })
        await acts.capture(order.id).catch(() => undefined)
        await eventually(balance, "-20")
      })
    })

    const sortedEntries = async () => (await entries()).sort()

    const orderLedger = async (orderId: string) =>
      (await api.get(`/admin/client-ledger/orders/${orderId}`, { headers: admin.headers })).data
        .order_ledger

    const importOrder = async (amount: number) => {
      const { result } = await createOrderWorkflow(container).run({
        input: {
          region_id: shop.region.id,
          sales_channel_id: shop.salesChannelId,
          customer_id: client.id,
          email: client.email,
          currency_code: "eur",
          items: [{ title: "Vegetables", quantity: amount, unit_price: 1 }],
        },
      })
      return result.id
    }
  },
})
