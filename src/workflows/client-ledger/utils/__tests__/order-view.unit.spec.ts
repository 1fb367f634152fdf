import type { OrderAllocation } from "../../../../modules/client-ledger/sql/allocations"
import { planCollections } from "../collection-plan"
import { beyondCredit, planCredit } from "../credit-plan"
import type { CollectionFacts, PaymentFacts } from "../order-facts"
import { planProjection } from "../projection-plan"
import { collection, payment, row } from "./facts"

const ONLINE: string[] = []

const order = (payment_collections: CollectionFacts[], counted: string[] = []) => ({
  currency_code: "eur",
  payment_collections,
  transactions: counted.map((reference_id) => ({ reference_id })),
})

const allocation = (facts: Partial<OrderAllocation> = {}): OrderAllocation => ({
  id: "clall_1",
  credit_id: "clrec_1",
  amount: "20",
  method: "cheque",
  reference: null,
  value_date: null,
  is_own_capture: false,
  ...facts,
})

const captured = (by: string, facts: Partial<PaymentFacts> = {}) =>
  payment({ captured_at: "2026-11-02T09:00:00Z", captures: [row("capt_1", 20, by)], ...facts })

describe("what Medusa is to show as paid", () => {
  const plan = (facts: ReturnType<typeof order>, allocations: OrderAllocation[]) =>
    planProjection(facts, allocations, [], ONLINE)

  it("captures a promise by the same method that is just for it", () => {
    expect(plan(order([collection([payment()])]), [allocation()])).toMatchObject({
      captures: [{ allocation_id: "clall_1", amount: "20", payment_id: "pay_1" }],
    })
  })

  it.each<[string, Partial<OrderAllocation>]>([
    ["by another method", { method: "cash" }],
    ["of another amount", { amount: "12" }],
  ])("makes a payment of its own for money %s", (_, facts) => {
    expect(plan(order([collection([payment()])]), [allocation(facts)])).toMatchObject({
      captures: [{ payment_id: null }],
    })
  })

  it("never captures a card that waits", () => {
    const card = payment({ provider_id: "pp_stripe_stripe" })
    expect(plan(order([collection([card])]), [allocation({ method: "online" })])).toMatchObject({
      captures: [{ payment_id: null, method: "on_site" }],
    })
  })

  it("has nothing to do once it is captured and counted, nor for a capture made on the order", () => {
    const shown = order([collection([captured("clall_1")])], ["capt_1"])
    expect(plan(shown, [allocation()])).toBeNull()
    expect(
      plan(order([collection([payment()])]), [allocation({ is_own_capture: true })])
    ).toBeNull()
  })

  it("counts a capture whose order transaction a process that died left out", () => {
    expect(plan(order([collection([captured("clall_1")])]), [allocation()])).toEqual({
      captures: [],
      refunds: [],
      transactions: [{ reference: "capture", reference_id: "capt_1", amount: "20" }],
    })
  })

  it("takes back whole what is settled less, and captures what is left anew", () => {
    const shown = order([collection([captured("clall_1")])], ["capt_1"])
    expect(plan(shown, [allocation({ amount: "15" })])).toMatchObject({
      refunds: [{ payment_id: "pay_1", for_id: "clall_1", amount: "20" }],
      captures: [{ amount: "15", payment_id: null }],
    })
    expect(plan(shown, [])).toMatchObject({ refunds: [{ amount: "20" }], captures: [] })
  })

  it("doesn't take back twice what a person has refunded", () => {
    const refunded = captured("clall_1", { refunds: [row("ref_1", 20, "user_1")] })
    expect(plan(order([collection([refunded])], ["capt_1"]), [])).toBeNull()
  })
})

describe("what an order's credit lines show of the balance", () => {
  const record = { owed: "20", account_credit: "15" }
  const facts = { status: "pending", version: 2 }

  it("is nothing to change while the balance settles as much", () => {
    expect(planCredit(facts, record, "clhld_1", [allocation({ amount: "15" })])).toBeNull()
    expect(planCredit(facts, record, undefined, [])).toBeNull()
  })

  it.each<[string, { owed: string; account_credit: string }, OrderAllocation[], string]>([
    ["the balance settles less", record, [allocation({ amount: "6" })], "9"],
    ["the order costs less", { ...record, owed: "12" }, [allocation()], "3"],
    ["a card paid it whole", record, [allocation({ is_own_capture: true })], "15"],
  ])("is taken back where %s", (_, record, allocations, amount) => {
    expect(planCredit(facts, record, "clhld_1", allocations)).toEqual({
      amount,
      reference_id: "clhld_1",
      version: 2,
    })
  })

  it("stays as it is on a cancelled order", () => {
    expect(planCredit({ ...facts, status: "canceled" }, record, "clhld_1", [])).toBeNull()
  })

  it("leaves only what is beyond it to be shown as captures, the oldest first", () => {
    const parts = [allocation({ id: "clall_1" }), allocation({ id: "clall_2", amount: "5" })]
    expect(beyondCredit(parts, "15")).toMatchObject([
      { id: "clall_1", amount: "5" },
      { id: "clall_2", amount: "5" },
    ])
    expect(beyondCredit(parts, "22")).toMatchObject([{ id: "clall_2", amount: "3" }])
    expect(beyondCredit([allocation({ is_own_capture: true })], "22")).toHaveLength(1)
  })
})

describe("what an order's collections ask for", () => {
  const plan = (collections: CollectionFacts[], owed: string, paid: string, account_credit = "0") =>
    planCollections(order(collections), { owed, paid, account_credit }, [], ONLINE)

  it("is nothing to change where they add up", () => {
    expect(plan([collection([payment()])], "20", "0")).toBeNull()
    expect(
      plan([collection([captured("clall_1")], { status: "completed" })], "20", "20")
    ).toBeNull()
  })

  it("leaves out a promise that was cancelled, and one that was taken back", () => {
    const cancelled = collection([payment({ canceled_at: "2026-11-03T08:00:00Z" })])
    const back = collection([captured("clall_1", { refunds: [row("ref_1", 20, "clall_1")] })], {
      id: "paycol_2",
    })
    expect(plan([cancelled, back], "0", "0")).toMatchObject({
      cancel_ids: ["paycol_1"],
      dismiss_ids: ["paycol_2"],
    })
  })

  it("asks for the rest: in the collection that is there, else in one of its own", () => {
    const empty = collection([], { status: "not_paid", raw_amount: 20 })
    expect(plan([empty], "20", "5")).toMatchObject({ amounts: [{ id: "paycol_1", amount: "15" }] })
    expect(plan([empty], "20", "20")).toMatchObject({ cancel_ids: ["paycol_1"] })
    expect(plan([], "20", "5")).toMatchObject({ create: "15" })
  })

  it("is nothing, asked for all the same, of an order paid whole from the balance", () => {
    const empty = collection([], { status: "not_paid", raw_amount: 0 })
    expect(plan([], "20", "20", "20")).toMatchObject({ create: "0" })
    expect(plan([empty], "20", "20", "20")).toBeNull()
    expect(plan([collection([payment()])], "20", "8", "8")).toBeNull()
  })

  it("leaves a card that waits as it is", () => {
    expect(
      plan([collection([payment({ provider_id: "pp_stripe_stripe" })])], "20", "20")
    ).toBeNull()
  })

  it("counts again what a process that died had captured only", () => {
    const halfway = captured("clall_1", { captured_at: null })
    expect(plan([collection([halfway], { raw_captured_amount: 0 })], "20", "20")).toMatchObject({
      recounts: [{ payment_id: "pay_1", captured_at: null }],
    })
  })
})
