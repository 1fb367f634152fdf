import type { OrderFacts, PaymentFacts } from "../order-facts"
import { openAmount } from "../../../../modules/client-ledger/utils/plan-order"
import { orderTarget, paidInMedusa, reasonNotInLedger, type LedgerRules } from "../order-target"
import { planPromise } from "../promise-plan"
import { planUndos } from "../undo-plan"
import { collection, payment, row } from "./facts"

const RULES: LedgerRules = {
  enabled: true,
  ledger_starts_at: "2026-01-01T00:00:00Z",
  due_days: 7,
  online_providers: [],
}
const order = (payments: PaymentFacts[], facts: Partial<OrderFacts> = {}): OrderFacts => ({
  id: "order_1",
  display_id: 1,
  status: "pending",
  is_draft_order: false,
  customer_id: "cus_1",
  currency_code: "eur",
  created_at: "2026-11-02T08:00:00Z",
  raw_total: 20,
  version: 1,
  credit_lines: [],
  customer: null,
  payment_collections: [collection(payments)],
  transactions: [],
  fulfillments: [],
  items: [],
  shipping_methods: [],
  ...facts,
})

describe("what an order owes", () => {
  it("is its total, rounded half-up from the raw value, and nothing once it is cancelled", () => {
    expect(orderTarget(order([], { raw_total: 10.005 }), RULES).owed).toBe("10.01")
    expect(orderTarget(order([], { status: "canceled" }), RULES).owed).toBe("0")
  })

  it("is due some days after the order, or on the day it was handed over", () => {
    expect(orderTarget(order([]), RULES).due_on).toBe("2026-11-09")
    const handed = { delivered_at: "2026-11-05T10:00:00Z", shipped_at: null, canceled_at: null }
    const cancelled = { ...handed, delivered_at: "2026-11-03T10:00:00Z", canceled_at: "2026-11-04" }
    expect(orderTarget(order([], { fulfillments: [cancelled, handed] }), RULES).due_on).toBe(
      "2026-11-05"
    )
  })

  it("is left alone before the ledger starts, as a draft, and while the ledger is off", () => {
    expect(reasonNotInLedger(order([]), RULES)).toBeNull()
    expect(reasonNotInLedger(order([]), { ...RULES, ledger_starts_at: "2026-12-01" })).toBe(
      "before_start"
    )
    expect(reasonNotInLedger(order([], { is_draft_order: true }), RULES)).toBe("draft")
    expect(reasonNotInLedger(order([]), { ...RULES, enabled: false })).toBe("ledger_off")
  })
})

describe("the promise", () => {
  const planOf = (facts: OrderFacts) => {
    const { owed, promise_provider_id } = orderTarget(facts, RULES)
    const expected = openAmount(owed, paidInMedusa(facts))
    return planPromise(facts, { promise_provider_id, expected }, [])
  }

  it("is left as it is when it covers what is owed and not received", () => {
    expect(planOf(order([payment()]))).toBeNull()
    expect(planOf(order([payment({ captures: [row("capt_1", 5)] })]))).toBeNull()
  })

  it("is renewed for what is owed now, by the method that the client chose", () => {
    const old = payment({ canceled_at: "2026-11-03" })
    const empty = collection([], { id: "paycol_2", status: "not_paid", raw_amount: 30 })
    const facts = order([old], { raw_total: 30 })
    facts.payment_collections.push(empty)
    expect(planOf(facts)).toMatchObject({
      cancel_payment_ids: [],
      renewal: { provider_id: "pp_cheque_market", amount: "30", payment_collection_id: "paycol_2" },
    })
  })

  it("is cancelled when nothing is owed any more", () => {
    expect(planOf(order([payment()], { status: "canceled" }))).toMatchObject({
      cancel_payment_ids: ["pay_1"],
      renewal: null,
    })
  })

  it("never touches a card that waits for its capture", () => {
    expect(
      planOf(order([payment({ provider_id: "pp_stripe_stripe" })], { raw_total: 30 }))
    ).toBeNull()
  })
})

describe("a capture whose receipt was reversed", () => {
  const reversed = [{ order_id: "order_1", receipt_id: "clrec_1", capture_id: "capt_1" }]
  const captured = (refunds: ReturnType<typeof row>[]) => [
    payment({ captures: [row("capt_1", 20)], refunds }),
  ]

  it("is taken back once, and never more than is left of it", () => {
    expect(planUndos(captured([]), reversed)).toMatchObject([{ payment_id: "pay_1", amount: "20" }])
    expect(planUndos(captured([row("ref_1", 8)]), reversed)).toMatchObject([{ amount: "12" }])
    expect(
      planUndos(captured([{ ...row("ref_1", 20), created_by: "clrec_1" } as never]), reversed)
    ).toEqual([])
  })

  it("is nothing to take back once the row has vanished", () => {
    expect(planUndos([payment()], reversed)).toEqual([])
  })
})
