import type { TopUpDTO } from "../../src/modules/client-ledger/sql/top-ups"
import type { TopUpTarget } from "../../src/modules/client-ledger/utils/plan-top-up"
import { ledgerSuite } from "./support/ledger-suite"
import { orderTarget } from "./support/order-target"

ledgerSuite("top-ups", ({ service, run, account, balance, entries, snapshot }) => {
  let id: string
  let count = 0

  beforeEach(async () => {
    id = (await account()).id
  })

  const begin = (amount: string, key?: string) =>
    service.createTopUp(
      {
        account_id: id,
        customer_id: "cus_1",
        amount,
        currency_code: "eur",
        provider_id: "pp_stripe_stripe",
        payment_collection_id: `paycol_${++count}`,
        payment_session_id: `payses_${count}`,
        expires_at: new Date(Date.now() + 60_000),
      },
      key ? { key, fingerprint: `asks ${amount}` } : undefined
    )
  const movement = (kind: "capture" | "refund", source_id: string, amount: string) => ({
    source_type: kind,
    source_id,
    type: kind,
    amount,
    method: "online" as const,
    provider_id: "pp_stripe_stripe",
    reference: "pi_1",
    value_date: "2026-02-03",
    actor_id: null,
  })
  const target = (
    top_up: TopUpDTO,
    movements: TopUpTarget["movements"] = [movement("capture", `capt_${top_up.id}`, top_up.amount)]
  ): TopUpTarget => ({ top_up, payment_id: `pay_${top_up.id}`, movements })
  const again = ({ id: topUpId }: TopUpDTO) => service.retrieveTopUp(topUpId)

  it("begins pending, and posts nothing", async () => {
    expect(await begin("30")).toMatchObject({
      id: expect.stringMatching(/^clttp_/),
      status: "pending",
      amount: "30",
      refunded: "0",
      paid_at: null,
    })
    expect(await entries(id)).toEqual([])
  })

  it("a request's key makes one, for good", async () => {
    const first = await begin("30", "key")
    expect((await begin("30", "key")).id).toBe(first.id)
    await expect(begin("31", "key")).rejects.toMatchObject({ type: "conflict" })
    const asked = { account_id: id, amount: "30", provider_id: "pp_stripe_stripe" }
    await service.closeTopUp(first.id, "canceled")
    expect(await service.findTopUp(asked)).toBeNull()
    const request = { key: "key", fingerprint: "asks 30" }
    expect(await service.findTopUp(asked, request)).toMatchObject({
      id: first.id,
      status: "canceled",
    })
  })

  it("a key is taken by one alone, until what it was for is done or refused", async () => {
    const request = { key: "refund", fingerprint: "5 of it" }
    const taken = await Promise.all([1, 2, 3].map(() => service.reserveRequest(request)))
    expect(taken.filter(Boolean)).toHaveLength(1)
    expect(await service.isAnswered(request)).toBe(false)
    await service.freeRequest(request)
    expect(await service.reserveRequest(request)).toBe(true)
    await service.answerRequest(request, "done")
    expect(await service.isAnswered(request)).toBe(true)
    await service.freeRequest(request)
    expect(await service.reserveRequest(request)).toBe(false)
  })

  it("its capture credits once, with the provider's id", async () => {
    const topUp = await begin("30")
    expect(await service.recordTopUp(target(topUp))).toMatchObject([
      { type: "capture", amount: "30", order_id: null, value_date: "2026-02-03" },
    ])
    expect(await again(topUp)).toMatchObject({ status: "paid", payment_id: `pay_${topUp.id}` })
    const [receipts] = await service.listReceipts(
      { client_account_id: id },
      { limit: 9, offset: 0 }
    )
    expect(receipts).toMatchObject([{ reference: "pi_1", top_up_id: topUp.id, method: "online" }])
    expect(await service.recordTopUp(target(await again(topUp)))).toEqual([])
    expect(await balance(id)).toBe("30")
  })

  it("who read it before another recorded it has to read again", async () => {
    const topUp = await begin("30")
    const all = await Promise.all(
      Array.from({ length: 10 }, () => service.recordTopUp(target(topUp)))
    )
    expect(all.filter((posted) => posted !== null)).toHaveLength(1)
    expect(await balance(id)).toBe("30")
  })

  it("its refunds debit once each; one that vanished is taken back", async () => {
    const topUp = await begin("30")
    const capture = movement("capture", "capt_1", "30")
    const refunds = [movement("refund", "ref_1", "-12.4"), movement("refund", "ref_2", "-17.6")]
    await service.recordTopUp(target(topUp, [capture]))
    await service.recordTopUp(target(await again(topUp), [capture, refunds[0]!]))
    expect(await again(topUp)).toMatchObject({ status: "paid", refunded: "12.4" })
    await service.recordTopUp(target(await again(topUp), [capture, ...refunds]))
    expect(await again(topUp)).toMatchObject({ status: "refunded", refunded: "30" })
    expect(await balance(id)).toBe("0")
    await service.recordTopUp(target(await again(topUp), [capture, refunds[0]!]))
    expect(await again(topUp)).toMatchObject({ status: "paid", refunded: "12.4" })
    expect(await balance(id)).toBe("17.6")
    expect((await service.verifyLedger()).problems).toEqual([])
  })

  it("a capture that vanished was none: it is pending again", async () => {
    const topUp = await begin("30")
    await service.recordTopUp(target(topUp))
    await service.recordTopUp(target(await again(topUp), []))
    expect(await again(topUp)).toMatchObject({ status: "pending", paid_at: null })
    expect(await balance(id)).toBe("0")
  })

  it("settles the oldest order; a refund takes from it first, so that the order is open again", async () => {
    await service.recordOrder(orderTarget({ order_id: "order_1", owed: "20" }), 0)
    const topUp = await begin("30")
    const capture = movement("capture", "capt_1", "30")
    await service.recordTopUp(target(topUp, [capture]))
    expect(await service.findOrders(["order_1"])).toMatchObject([{ paid: "20" }])
    expect(await service.listUnprojectedOrders([id])).toEqual(["order_1"])
    const refund = movement("refund", "ref_1", "-15")
    await service.recordTopUp(target(await again(topUp), [capture, refund]))
    expect(await service.findOrders(["order_1"])).toMatchObject([{ paid: "15" }])
    expect((await service.verifyLedger()).problems).toEqual([])
  })

  it("one that was let go is posted all the same when it was paid", async () => {
    const topUp = await begin("30")
    expect(await service.closeTopUp(topUp.id, "expired")).toBe(true)
    expect(await service.closeTopUp(topUp.id, "canceled")).toBe(false)
    await service.recordTopUp(target(await again(topUp)))
    expect(await again(topUp)).toMatchObject({ status: "paid" })
    expect(await service.closeTopUp(topUp.id, "canceled")).toBe(false)
    expect(await balance(id)).toBe("30")
  })

  it("what recording would change is found without changing anything", async () => {
    const [posted, stale] = [await begin("30"), await begin("40")]
    await service.recordTopUp(target(posted))
    const before = await snapshot()
    const targets = [target(await again(posted)), target(stale)]
    expect(await service.findStaleTopUps(targets)).toMatchObject([
      { top_up: { id: stale.id }, message: "entries are missing: capture 40" },
    ])
    expect(await snapshot()).toBe(before)
  })

  it.each([
    ["what was agreed is changed", "update client_top_up set amount = 3000", /what was agreed/],
    [
      "it is given to another account",
      "update client_top_up set account_id = 'x'",
      /what was agreed/,
    ],
    ["it is deleted", "delete from client_top_up", /it stays/],
    ["it is paid without a day", "update client_top_up set status = 'paid'", /check/],
    ["more is refunded than was paid", "update client_top_up set refunded = 31", /check/],
  ])("the database refuses that %s", async (_, statement, reason) => {
    await begin("30")
    const before = await snapshot()
    await expect(run(statement)).rejects.toThrow(reason)
    expect(await snapshot()).toBe(before)
  })

  it.each([
    ["customer", { customer_id: "cus_2" }],
    ["currency", { currency_code: "usd" }],
    ["decimals", { amount: "0.505" }],
  ])("the database refuses one whose %s isn't that of its account", async (_, wrong) => {
    await expect(
      service.createTopUp({
        account_id: id,
        customer_id: "cus_1",
        amount: "30",
        currency_code: "eur",
        provider_id: "pp_stripe_stripe",
        payment_collection_id: "paycol_x",
        payment_session_id: "payses_x",
        expires_at: new Date(),
        ...wrong,
      })
    ).rejects.toMatchObject({ type: "invalid_data" })
  })
})
