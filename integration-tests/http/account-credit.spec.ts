import type { OrderDTO } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import {
  completeCartWorkflow,
  createTaxRatesWorkflow,
  updatePricePreferencesWorkflow,
} from "@medusajs/medusa/core-flows"
import { medusaIntegrationTestRunner } from "@medusajs/test-utils"
import { changeAccountCreditWorkflow, reconcileWorkflow } from "../../src/workflows/client-ledger"
import { entriesOf, eventually } from "../fixtures/ledger"
import { request } from "../fixtures/http"
import { PAID_AT_ONCE, useMarket } from "../fixtures/market"
import { choosePayment, fillBasket, type Checkout } from "../fixtures/shop"
import { silently } from "../fixtures/bus"
import { createCustomer } from "../fixtures/store"

jest.setTimeout(240_000)

type Body = Record<string, unknown>

medusaIntegrationTestRunner({
  dbName: "client-ledger-account-credit",
  testSuite: ({ api, getContainer }) => {
    const market = useMarket(api, getContainer)
    const { balance, promises } = market
    const headers = (own: Record<string, string> = market.client.headers) => ({
      ...market.shop.headers,
      ...own,
    })
    const pay = async (amount: number, more: Body = {}) => {
      const { body } = await request(api)
        .post("/admin/receipts")
        .set(market.admin.headers)
        .send({
          customer_id: market.client.id,
          currency_code: "eur",
          method: "cheque",
          amount,
          ...more,
        })
        .expect(200)
      return body.receipt.id as string
    }
    const basket = (amount: number, more: Checkout = {}) =>
      fillBasket(api, market.shop, { customer: market.client, amount, ...more })
    const choose = (cartId: string, options: Checkout = {}) =>
      choosePayment(api, market.shop, cartId, { customer: market.client, ...options })
    const credit = (cartId: string, own?: Record<string, string>) => ({
      read: () => request(api).get(`/store/carts/${cartId}/account-credit`).set(headers(own)),
      use: (amount?: unknown) =>
        request(api)
          .post(`/store/carts/${cartId}/account-credit`)
          .set(headers(own))
          .send(amount === undefined ? {} : { amount }),
      drop: () => request(api).delete(`/store/carts/${cartId}/account-credit`).set(headers(own)),
    })
    const complete = (cartId: string) =>
      request(api).post(`/store/carts/${cartId}/complete`).set(headers()).send({})
    const order = async (cartId: string) => {
      const { body } = await complete(cartId).expect(200)
      expect(body.error).toBeUndefined()
      return body.order as OrderDTO
    }
    const shows = (orderId: string, status: string) =>
      eventually(async () => (await market.acts.order(orderId)).payment_status, status, 20)
    const left = async (orderId: string) =>
      (await market.acts.order(orderId)).summary.pending_difference
    const linesOf = async (cartId: string) => {
      const lines = await market.container
        .resolve(ContainerRegistrationKeys.QUERY)
        .graph({ entity: "cart", fields: ["credit_lines.amount"], filters: { id: cartId } })
      const rows = (lines.data[0]?.credit_lines ?? []) as { amount: number }[]
      return rows.map(({ amount }) => amount)
    }
    const includeVat = async (rate: number) => {
      const [region] = await market.container
        .resolve(Modules.TAX)
        .listTaxRegions({ country_code: market.shop.country })
      await createTaxRatesWorkflow(market.container).run({
        input: [{ tax_region_id: region!.id, name: "VAT", code: "vat", rate, is_default: true }],
      })
      await updatePricePreferencesWorkflow(market.container).run({
        input: {
          selector: { attribute: "currency_code", value: "eur" },
          update: { is_tax_inclusive: true },
        },
      })
    }
    const expireHolds = () =>
      market.container
        .resolve(ContainerRegistrationKeys.PG_CONNECTION)
        .raw(
          `update client_hold set expires_at = now() - interval '1 minute' where status = 'held'`
        )

    describe("spending the balance", () => {
      it("pays a cart whole, without a payment, and the order shows as paid", async () => {
        await pay(50)
        const cart = await basket(40)
        const { body } = await credit(cart).use().expect(200)
        expect(body.account_credit).toMatchObject({
          balance: 50,
          available: 50,
          applied: 40,
          left_to_pay: 0,
        })
        const { id, total } = await order(cart)
        expect(total).toBe(0)
        await eventually(balance, "10")
        await shows(id, "captured")
        expect(await left(id)).toBe(0)
        expect(await market.orderLedger(id)).toMatchObject({ owed: 40, received: 40, expected: 0 })
        expect(await promises(id)).toEqual([])
      })

      it("pays it in part, beside any other method", async () => {
        await pay(15.5)
        const cart = await basket(40)
        const { body } = await credit(cart).use().expect(200)
        expect(body.account_credit).toMatchObject({ applied: 15.5, left_to_pay: 24.5 })
        await choose(cart)
        const { id } = await order(cart)
        await eventually(balance, "-24.5")
        await eventually(() => promises(id), [24.5], 20)
        expect(await market.orderLedger(id)).toMatchObject({
          owed: 40,
          received: 15.5,
          expected: 24.5,
        })
        await pay(24.5)
        await shows(id, "captured")
        expect(await balance()).toBe("0")
      })

      it("and an online card pays the rest at once", async () => {
        await pay(10)
        const cart = await basket(40)
        await credit(cart).use(8.25).expect(200)
        await choose(cart, PAID_AT_ONCE)
        const { id } = await order(cart)
        await eventually(balance, "1.75")
        await shows(id, "captured")
        expect(await left(id)).toBe(0)
      })

      it("covers a total that isn't even, to the cent", async () => {
        await pay(200)
        const cart = await basket(3, { variantId: market.shop.oddVariantId })
        const { body } = await credit(cart).use().expect(200)
        expect(body.account_credit).toMatchObject({ left_to_pay: 0 })
        const { id } = await order(cart)
        await eventually(balance, "125.03")
        await shows(id, "captured")
      })

      it("covers prices that include VAT, whose parts don't come out even", async () => {
        await includeVat(5.5)
        await pay(50)
        let remaining = 50
        for (const amount of [1, 7, 13]) {
          const cart = await basket(amount)
          // A payment that was begun before is none any more.
          if (amount === 7) await choose(cart)
          const { body } = await credit(cart).use().expect(200)
          expect(body.account_credit).toMatchObject({ applied: amount, left_to_pay: 0 })
          const { id } = await order(cart)
          remaining -= amount
          await eventually(balance, String(remaining))
          await shows(id, "captured")
          expect(await market.orderLedger(id)).toMatchObject({ owed: amount, received: amount })
        }
      })

      it("asked for again and again, or at the same moment, it is set aside once", async () => {
        await pay(50)
        const cart = await basket(20)
        await Promise.all([1, 2, 3, 4, 5].map(() => credit(cart).use().expect(200)))
        await credit(cart).use(12).expect(200)
        expect(await linesOf(cart)).toEqual([12])
        expect((await credit(await basket(60)).read()).body.account_credit.available).toBe(38)
      })

      it("a cart that is completed twice at the same moment is one order, and spent once", async () => {
        await pay(50)
        const cart = await basket(20)
        await credit(cart).use().expect(200)
        await Promise.all([1, 2, 3].map(() => complete(cart)))
        await eventually(balance, "30")
        expect(await market.sortedEntries()).toEqual([
          ["order", "-20"],
          ["receipt", "50"],
        ])
        const { id } = await order(cart)
        await shows(id, "captured")
      })

      it("is set aside until the order's debit, and given back when the client changes his mind", async () => {
        await pay(30)
        const [first, second] = [await basket(20), await basket(20)]
        await credit(first).use().expect(200)
        expect((await credit(second).read().expect(200)).body.account_credit).toMatchObject({
          available: 10,
          applied: 0,
        })
        await credit(second)
          .use(15)
          .expect(400, /there is 10 EUR in reserve/)
        const { body } = await credit(first).drop().expect(200)
        expect(body.account_credit).toMatchObject({ applied: 0, left_to_pay: 20, available: 30 })
        await credit(second).use(15).expect(200)
      })

      it("two carts never spend the same money, however close they come", async () => {
        await pay(30)
        const carts = await Promise.all([basket(30), basket(30), basket(30)])
        await Promise.all(carts.map((cart) => credit(cart).use()))
        const applied = await Promise.all(
          carts.map(async (cart) => (await credit(cart).read()).body.account_credit.applied)
        )
        expect(applied.sort()).toEqual([0, 0, 30])
      })

      it("is free again after an hour in a cart that nobody touches", async () => {
        await pay(30)
        const [left, other] = [await basket(30), await basket(30)]
        await credit(left).use().expect(200)
        await expireHolds()
        await credit(other).use().expect(200)
        const { id } = await order(other)
        await eventually(balance, "0")
        await shows(id, "captured")
        // The one who comes back is told, and pays another way.
        await complete(left).expect(409, /has changed/)
        expect((await credit(left).read().expect(200)).body.account_credit).toMatchObject({
          applied: 0,
          left_to_pay: 30,
        })
      })
    })

    describe("while the events are lost", () => {
      it("what an order spends stays set aside, until reconcile posts its debit", async () => {
        await pay(30)
        const cart = await basket(20)
        await credit(cart).use().expect(200)
        let id = ""
        await silently(market.container, async () => {
          id = (await order(cart)).id
          expect(await balance()).toBe("30")
          const other = await basket(30)
          expect((await credit(other).use().expect(200)).body.account_credit.applied).toBe(10)
          await credit(other).drop().expect(200)
        })
        await reconcileWorkflow(market.container).run({ input: { full: true, min_age_minutes: 0 } })
        expect(await balance()).toBe("10")
        expect((await market.acts.order(id)).payment_status).toBe("captured")
        expect((await credit(await basket(30)).read()).body.account_credit.available).toBe(10)
      })

      it("a cart that tells of itself after it became an order changes nothing", async () => {
        await pay(30)
        const cart = await basket(20)
        await credit(cart).use().expect(200)
        await silently(market.container, async () => {
          await order(cart)
          const { result } = await changeAccountCreditWorkflow(market.container).run({
            input: { cart_id: cart },
          })
          expect(result).toBe(false)
        })
        await reconcileWorkflow(market.container).run({ input: { full: true, min_age_minutes: 0 } })
        expect(await balance()).toBe("10")
      })
    })

    it("what another order has taken of the balance meanwhile isn't spent twice: the client is told", async () => {
      await pay(30)
      const cart = await basket(30)
      await credit(cart).use().expect(200)
      const sooner = await basket(20)
      await choose(sooner)
      await order(sooner)
      await eventually(balance, "10")
      await complete(cart).expect(409, /has changed/)
      expect((await credit(cart).read().expect(200)).body.account_credit).toMatchObject({
        applied: 10,
        left_to_pay: 20,
      })
      await choose(cart)
      const { id } = await order(cart)
      await eventually(balance, "-20")
      await eventually(() => promises(id), [20], 20)
    })

    it("what a card's webhook completes is never refused, but flagged when the balance is gone", async () => {
      await pay(30)
      const [late, other] = [await basket(40), await basket(30)]
      await credit(late).use().expect(200)
      await choose(late, PAID_AT_ONCE)
      await expireHolds()
      await credit(other).use().expect(200)
      await order(other)
      await eventually(balance, "0")
      const { result } = await completeCartWorkflow(market.container).run({ input: { id: late } })
      await eventually(balance, "-30")
      await eventually(() => left(result.id), 30, 20)
      const review = async () => {
        const { body } = await request(api)
          .get("/admin/client-ledger/verify")
          .set(market.admin.headers)
          .expect(200)
        const findings = body.verify.to_review as { kind: string; id: string }[]
        return findings.map(({ kind, id }) => [kind, id])
      }
      await eventually(review, [["account_credit_not_covered", result.id]])
      await pay(30)
      expect(await review()).toEqual([])
    })

    describe("what changes later", () => {
      it("the line follows the cart: it is never more than the cart costs", async () => {
        await pay(50)
        const cart = await basket(40)
        await credit(cart).use().expect(200)
        const { body } = await request(api).get(`/store/carts/${cart}`).set(headers()).expect(200)
        await request(api)
          .post(`/store/carts/${cart}/line-items/${body.cart.items[0].id}`)
          .set(headers())
          .send({ quantity: 25 })
          .expect(200)
        await eventually(async () => {
          const { account_credit } = (await credit(cart).read().expect(200)).body
          return [account_credit.applied, account_credit.left_to_pay]
        }, [25, 0])
      })

      it("an order that shrinks gives the rest back to the balance", async () => {
        await pay(30)
        const cart = await basket(40)
        await credit(cart).use().expect(200)
        await choose(cart)
        const { id } = await order(cart)
        await eventually(balance, "-10")
        await market.acts.edit(id, 22)
        await eventually(balance, "8")
        await eventually(() => left(id), 0, 20)
        await shows(id, "captured")
        expect(await market.orderLedger(id)).toMatchObject({ owed: 22, received: 22 })
      })

      it("a cheque that bounced leaves the order to be paid again", async () => {
        const cheque = await pay(30)
        const cart = await basket(30)
        await credit(cart).use().expect(200)
        const { id } = await order(cart)
        await eventually(balance, "0")
        await shows(id, "captured")
        await request(api)
          .post(`/admin/receipts/${cheque}/reverse`)
          .set(market.admin.headers)
          .send({ note: "returned by the bank" })
          .expect(200)
        await eventually(balance, "-30")
        await eventually(() => left(id), 30, 20)
        await pay(30)
        await shows(id, "captured")
        await eventually(() => left(id), 0, 20)
      })

      it("an order that changes customer takes along what it was paid with", async () => {
        await pay(30)
        const cart = await basket(30)
        await credit(cart).use().expect(200)
        const { id } = await order(cart)
        await eventually(balance, "0")
        await shows(id, "captured")
        await market.acts.post(`/admin/orders/${id}/transfer/guest`, { email: "guest@example.com" })
        const { customer_id } = await market.acts.order(id)
        expect(customer_id).not.toBe(market.client.id)
        await eventually(
          () => entriesOf(market.container, customer_id),
          [
            ["order", "-30"],
            ["transfer", "30"],
          ]
        )
        expect(await balance()).toBe("0")
        await shows(id, "captured")
      })

      it("a cancelled order gives all of it back", async () => {
        await pay(30)
        const cart = await basket(30)
        await credit(cart).use().expect(200)
        const { id } = await order(cart)
        await eventually(balance, "0")
        await market.acts.cancel(id)
        await eventually(balance, "30")
      })
    })

    describe("the debts that a market lets its clients make", () => {
      type Policy = { rule: string; limit?: number | null; action: string } | null
      const marketPolicy = (debt_policy: Policy) =>
        request(api)
          .post("/admin/client-ledger/debt-policy")
          .set(market.admin.headers)
          .send({ debt_policy })
      const exception = async (debt_policy: Policy) => {
        const { body } = await request(api)
          .get("/store/customers/me/client-accounts")
          .set(headers())
          .expect(200)
        return request(api)
          .post(`/admin/client-accounts/${body.client_accounts[0].id}/debt-policy`)
          .set(market.admin.headers)
          .send({ debt_policy })
      }
      const owe = async (amount: number, note: string) => {
        const { body } = await request(api)
          .get("/store/customers/me/client-accounts")
          .set(headers())
          .expect(200)
        await request(api)
          .post(`/admin/client-accounts/${body.client_accounts[0].id}/entries`)
          .set(market.admin.headers)
          .send({ type: "adjustment", amount: -amount, note })
          .expect(200)
      }
      const checkoutOf = async (cart: string) =>
        (await credit(cart).read().expect(200)).body.account_credit.checkout

      it("any, until it says otherwise", async () => {
        await owe(300, "last year")
        const cart = await basket(20)
        await choose(cart)
        expect(await checkoutOf(cart)).toMatchObject({ allowed: true, reason: null })
        await order(cart)
        await eventually(balance, "-320")
      })

      it("up to what is overdue; what isn't due yet doesn't count", async () => {
        await marketPolicy({ rule: "limited", limit: 10, action: "block" }).expect(200)
        const first = await basket(40)
        await choose(first)
        await order(first)
        const second = await basket(20)
        await choose(second)
        await order(second)
        await eventually(balance, "-60")
        await owe(12, "broken crates")
        const third = await basket(20)
        await choose(third)
        expect(await checkoutOf(third)).toEqual({
          allowed: false,
          reason: "overdue",
          action: "block",
          missing: 2,
        })
        const { body } = await complete(third).expect(400)
        expect(body).toMatchObject({ type: "not_allowed", code: "overdue" })
        expect(body.message).toMatch(/Pay 2 EUR of what is overdue/)
        await pay(72)
        await order(third)
        await eventually(balance, "-20")
      })

      it("none where a provision is required: from the balance or online only", async () => {
        await marketPolicy({ rule: "provision", action: "block" }).expect(200)
        await pay(15)
        const cart = await basket(20)
        await choose(cart)
        await complete(cart).expect(400, /Pay 20 EUR online/)
        await credit(cart).use().expect(200)
        await choose(cart)
        await complete(cart).expect(400, /Pay 5 EUR online/)
        await choose(cart, PAID_AT_ONCE)
        expect(await checkoutOf(cart)).toMatchObject({ allowed: true, reason: null })
        await order(cart)
        await eventually(balance, "0")
      })

      it("an exception for one client wins over the market's rule, until it ends", async () => {
        await marketPolicy({ rule: "provision", action: "block" }).expect(200)
        const { body } = await exception({ rule: "allowed", action: "warn" })
        expect(body).toEqual({
          debt_policy: {
            own: { rule: "allowed", limit: null, action: "warn" },
            effective: { rule: "allowed", limit: null, action: "warn" },
          },
        })
        const cart = await basket(20)
        await choose(cart)
        await order(cart)
        await eventually(balance, "-20")
        expect((await exception(null)).body.debt_policy.effective.rule).toBe("provision")
        const next = await basket(20)
        await choose(next)
        await complete(next).expect(400, /online/)
      })

      it("a warning is said, and lets the order through", async () => {
        await marketPolicy({ rule: "limited", limit: 0, action: "warn" }).expect(200)
        await owe(5, "broken crates")
        const cart = await basket(20)
        await choose(cart)
        expect(await checkoutOf(cart)).toMatchObject({
          allowed: true,
          reason: "overdue",
          missing: 5,
        })
        await order(cart)
        await eventually(balance, "-25")
      })

      it("a policy that says nothing clear is refused", async () => {
        await marketPolicy({ rule: "limited", action: "block" }).expect(400, /limit: say how much/)
        await marketPolicy({ rule: "never", action: "block" }).expect(400)
      })
    })

    describe("whose money it is", () => {
      it("another customer's cart isn't there, and nobody spends without a login", async () => {
        const cart = await basket(20)
        const other = await createCustomer(market.container, { email: "other@example.com" })
        await credit(cart, other.headers).read().expect(404)
        await credit(cart, other.headers).use().expect(404)
        await request(api)
          .post(`/store/carts/${cart}/account-credit`)
          .set(market.shop.headers)
          .send({})
          .expect(401)
      })

      it.each([
        ["-1", /must not be below zero/],
        [0.001, /at most 2 decimals/],
        ["a lot", /must be a number/],
        [21, /the cart costs 20 EUR/],
      ])("refuses an amount of %p", async (amount, message) => {
        await pay(50)
        const cart = await basket(20)
        await credit(cart).use(amount).expect(400, message)
        expect((await credit(cart).read().expect(200)).body.account_credit.applied).toBe(0)
      })

      it("who owes has nothing to spend", async () => {
        const owed = await basket(20)
        await choose(owed)
        await order(owed)
        await eventually(balance, "-20")
        const cart = await basket(10)
        const { body } = await credit(cart).use().expect(200)
        expect(body.account_credit).toMatchObject({ available: 0, applied: 0, owed: 20 })
      })
    })
  },
})
