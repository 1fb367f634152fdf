import { createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { medusaIntegrationTestRunner } from "@medusajs/test-utils"
import { eventually } from "../fixtures/ledger"
import { request } from "../fixtures/http"
import { useMarket } from "../fixtures/market"
import { CARD, checkout, ON_SITE } from "../fixtures/shop"
import { silently } from "../fixtures/bus"
import { createCustomer } from "../fixtures/store"
import { projectOrderStep } from "../../src/workflows/client-ledger/steps/project-order"

jest.setTimeout(240_000)

type Body = Record<string, unknown>

const showWithoutLock = createWorkflow(
  "show-order-without-lock",
  (input: { order_id: string }) => new WorkflowResponse(projectOrderStep(input))
)

medusaIntegrationTestRunner({
  dbName: "client-ledger-allocations",
  testSuite: ({ api, getContainer }) => {
    const market = useMarket(api, getContainer)
    const { balance, promises } = market
    const post = (path: string, body: Body = {}) =>
      request(api).post(path).set(market.admin.headers).send(body)
    const pay = async (amount: number, more: Body = {}) => {
      const { body } = await post("/admin/receipts", {
        customer_id: market.client.id,
        currency_code: "eur",
        method: "cash",
        amount,
        ...more,
      }).expect(200)
      return body.receipt.id as string
    }
    const buy = async (amount: number, provider?: string) => {
      const { id } = await checkout(api, market.shop, {
        customer: market.client,
        amount,
        ...(provider && { provider }),
      })
      return id
    }
    const statusOf = async (orderId: string) => (await market.acts.order(orderId)).payment_status
    const shows = (orderId: string, status: string) =>
      eventually(() => statusOf(orderId), status, 20)
    const promised = (orderId: string, amount: number) =>
      eventually(() => promises(orderId), [amount], 20)
    const owes = (amount: string) => eventually(balance, amount)

    it("one payment settles three orders, the oldest first, and Medusa shows it", async () => {
      const orders = [await buy(20), await buy(30), await buy(15)]
      await owes("-65")
      await pay(60)
      await shows(orders[0]!, "captured")
      await shows(orders[1]!, "captured")
      await shows(orders[2]!, "partially_captured")
      await promised(orders[2]!, 5)
      expect(await market.orderLedger(orders[2]!)).toMatchObject({
        owed: 15,
        received: 10,
        expected: 5,
      })
      expect(await balance()).toBe("-5")
      expect((await market.acts.order(orders[0]!)).summary.pending_difference).toBe(0)
    })

    it("goes first to the orders that it was given for", async () => {
      const [older, newer] = [await buy(20), await buy(30)]
      await owes("-50")
      await pay(30, { order_ids: [newer] })
      await shows(newer, "captured")
      expect(await statusOf(older)).toBe("authorized")
      expect(await promises(older)).toEqual([20])
    })

    it("a client with 50 in reserve who orders for 40 owes nothing, and the order says so", async () => {
      await pay(50)
      const order = await buy(40)
      await owes("10")
      await shows(order, "captured")
      expect(await promises(order)).toEqual([])
      expect(await market.orderLedger(order)).toMatchObject({
        received: 40,
        expected: 0,
        settled_by: [{ method: "cash", amount: 40 }],
      })
    })

    it("a reversed payment leaves its orders owed and promised again, and nothing forgiven", async () => {
      const orders = [await buy(20), await buy(30)]
      await owes("-50")
      const receipt = await pay(50, { method: "cheque" })
      await shows(orders[1]!, "captured")
      await post(`/admin/receipts/${receipt}/reverse`, { note: "The cheque bounced" }).expect(200)
      for (const [at, amount] of [20, 30].entries()) {
        await promised(orders[at]!, amount)
        await shows(orders[at]!, "authorized")
        const { summary } = await market.acts.order(orders[at]!)
        expect(summary.pending_difference).toBe(amount)
      }
      expect(await balance()).toBe("-50")
    })

    it.each([
      ["cash", ON_SITE.cash],
      ["cheque", ON_SITE.cheque],
      ["card_terminal", ON_SITE.cardTerminal],
    ])(
      "an order promised on-site and paid by %s is shown as paid by it",
      async (method, provider_id) => {
        const order = await buy(20, ON_SITE.onSite)
        await owes("-20")
        await pay(20, { method })
        await shows(order, "captured")
        const paid = (await market.acts.payments(order)).filter((payment) => payment.captured_at)
        expect(paid).toMatchObject([{ provider_id }])
      }
    )

    it("an imported order, of which nothing was promised, is shown as paid", async () => {
      const order = await market.importOrder(20, market.client)
      await owes("-20")
      await pay(12)
      await shows(order, "partially_captured")
      await pay(8)
      await shows(order, "captured")
    })

    it("an order edited after its payment is part-paid, then paid by the next credit", async () => {
      const order = await buy(20)
      await owes("-20")
      await pay(20)
      await shows(order, "captured")
      await market.acts.edit(order, 26)
      await owes("-6")
      await shows(order, "partially_captured")
      await promised(order, 6)
      await pay(6)
      await shows(order, "captured")
    })

    it("what an order no longer needs settles the next one", async () => {
      const [first, second] = [await buy(20), await buy(10)]
      await owes("-30")
      await pay(20)
      await shows(first, "captured")
      expect(await statusOf(second)).toBe("authorized")
      await market.acts.edit(first, 14)
      await shows(second, "partially_captured")
      await promised(second, 4)
      expect(await statusOf(first)).toBe("captured")
    })

    it("a cancelled order leaves its money to the next one", async () => {
      const [first, second] = [await buy(20), await buy(30)]
      await owes("-50")
      await pay(20)
      await shows(first, "captured")
      await market.acts.cancel(first)
      await owes("-10")
      await shows(second, "partially_captured")
      await promised(second, 10)
    })

    it("a card that waits is not charged when cash comes", async () => {
      const order = await buy(20, CARD)
      await owes("-20")
      await pay(20)
      await eventually(async () => (await market.orderLedger(order)).received, 20)
      await eventually(
        async () => (await market.acts.payments(order)).filter((each) => each.captured_at).length,
        1,
        20
      )
      const card = (await market.acts.payments(order)).find((each) => each.provider_id === CARD)
      expect(card).toMatchObject({ captured_at: null, captures: [] })
    })

    it("two volunteers who record at the same moment settle each order once", async () => {
      const orders = [await buy(20), await buy(30)]
      await owes("-50")
      await Promise.all([pay(20), pay(30, { method: "cheque" })])
      await shows(orders[0]!, "captured")
      await shows(orders[1]!, "captured")
      expect(await balance()).toBe("0")
    })

    it("processes that show one payment at the same moment take turns, and show it once", async () => {
      const order = await buy(20)
      await owes("-20")
      await silently(market.container, async () => {
        await pay(20)
        // As in other processes, which a lock in memory doesn't reach.
        const show = () => showWithoutLock(market.container).run({ input: { order_id: order } })
        await Promise.all([show(), show(), show()])
      })
      const { payment_status, summary } = await market.acts.order(order)
      expect([payment_status, summary.pending_difference]).toEqual(["captured", 0])
      const paid = (await market.acts.payments(order)).flatMap(({ captures }) => captures ?? [])
      expect(paid).toMatchObject([{ amount: 20 }])
    })

    it("an adjustment settles an order, and its reversal opens it again", async () => {
      const order = await buy(20)
      await owes("-20")
      const { body } = await request(api)
        .get(`/admin/client-accounts?customer_id=${market.client.id}`)
        .set(market.admin.headers)
      const entries = `/admin/client-accounts/${body.client_accounts[0].id}/entries`
      const { body: adjusted } = await post(entries, {
        type: "adjustment",
        amount: 20,
        note: "Helped at the stall",
      }).expect(200)
      await shows(order, "captured")
      await post(`${entries}/${adjusted.ledger_entry.id}/reverse`, { note: "Mistake" }).expect(200)
      await shows(order, "authorized")
      await promised(order, 20)
    })

    it("an order of somebody else is refused, and nothing is recorded", async () => {
      const other = await createCustomer(market.container, { email: "other@example.com" })
      const { id } = await checkout(api, market.shop, { customer: other, amount: 20 })
      const receipt = {
        customer_id: market.client.id,
        currency_code: "eur",
        method: "cash",
        amount: 5,
      }
      const { body } = await post("/admin/receipts", { ...receipt, order_ids: [id] }).expect(400)
      expect(body.message).toMatch(/order_ids.*isn't on the account of this client/)
      expect(await balance()).toBe("0")
      const out = { ...receipt, order_ids: [id], direction: "out" }
      await post("/admin/receipts", out).expect(400)
    })
  },
})
