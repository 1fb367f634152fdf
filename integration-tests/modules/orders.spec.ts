import type { OrderMovement, OrderTarget } from "../../src/modules/client-ledger/utils/plan-order"
import { ledgerSuite, posting } from "./support/ledger-suite"
import { orderTarget } from "./support/order-target"

const order = orderTarget
const HOLDER = order().holder!
const NEXT_HOLDER = { ...HOLDER, customer_id: "cus_2", customer_name: "Ben" }

const capture = (
  id: string,
  amount: string,
  changes: Partial<OrderMovement> = {}
): OrderMovement => ({
  source_type: "capture",
  source_id: id,
  type: "receipt",
  amount,
  method: "cheque",
  provider_id: "pp_cheque_market",
  reference: null,
  value_date: "2026-01-07",
  actor_id: null,
  ...changes,
})

const card = (id: string, amount: string) =>
  capture(id, amount, { type: "capture", method: "online", provider_id: "pp_stripe_stripe" })

const refund = (id: string, amount: string) => ({
  ...card(id, amount),
  source_type: "refund" as const,
  type: "refund" as const,
})

ledgerSuite("orders", ({ service, run, account, balance, entries, snapshot, inTransaction }) => {
  /** Records the order as it is now, as a sync does. */
  const sync = async (target: OrderTarget) =>
    service.recordOrder(target, await service.orderVersion(target.order_id))
  const receiptOf = async (captureId: string) => {
    const [receipt] = await run<{ id: string; reversed_at: Date | null }>(
      `select id, reversed_at from client_receipt where source_id = ?`,
      [captureId]
    )
    return receipt!
  }
  const accountsOf = async () => [await account("cus_1"), await account("cus_2")] as const

  afterEach(async () => {
    expect((await service.verifyLedger()).problems).toEqual([])
  })

  describe("an order", () => {
    it("debits its client, and its captures credit with a receipt each", async () => {
      await sync(order({ movements: [capture("cap_1", "20"), card("cap_2", "10")] }))
      const { id } = await account()
      expect((await entries(id)).map((e) => [e.type, e.amount, e.order_id])).toEqual([
        ["order", "-30", "order_1"],
        ["receipt", "20", "order_1"],
        ["capture", "10", "order_1"],
      ])
      expect(
        await run(
          `select method, direction, amount::text, source_id from client_receipt order by 4`
        )
      ).toEqual([
        { method: "cheque", direction: "in", amount: "20", source_id: "cap_1" },
        { method: "online", direction: "in", amount: "10", source_id: "cap_2" },
      ])
    })

    it("recorded again posts nothing, however often", async () => {
      const target = order({ movements: [capture("cap_1", "20"), refund("ref_1", "-5")] })
      await sync(target)
      const { id } = await account()
      const before = await entries(id)
      for (let n = 0; n < 3; n++) expect(await sync(target)).toEqual([])
      expect(await entries(id)).toEqual(before)
    })

    it("leaves a dated entry for each change of what it owes, the first amount included", async () => {
      for (const owed of ["30", "35.5", "20", "0", "12"]) await sync(order({ owed }))
      const { id } = await account()
      expect((await entries(id)).map((e) => [e.amount, e.source_seq])).toEqual([
        ["-30", 0],
        ["-5.5", 1],
        ["15.5", 2],
        ["20", 3],
        ["-12", 4],
      ])
    })

    it("refunded by its provider debits once per refund row", async () => {
      await sync(order({ movements: [card("cap_1", "30")] }))
      const refunded = order({
        owed: "18",
        movements: [card("cap_1", "30"), refund("ref_1", "-10"), refund("ref_2", "-2")],
      })
      await sync(refunded)
      await sync(refunded)
      const { id } = await account()
      expect(await balance(id)).toBe("0")
      expect((await entries(id)).filter((e) => e.type === "refund")).toHaveLength(2)
      expect(
        await run(
          `select direction, amount::text from client_receipt where source_type = 'refund' order by 2`
        )
      ).toEqual([
        { direction: "out", amount: "10" },
        { direction: "out", amount: "2" },
      ])
    })

    it("without a customer isn't posted, and is listed", async () => {
      expect(await sync(order({ holder: null }))).toEqual([])
      expect(await run(`select 1 from client_ledger_entry`)).toEqual([])
      expect(await service.listOrdersWithoutCustomer()).toEqual(["order_1"])
    })
  })

  describe("two syncs at once", () => {
    it("the one that read an older order is told so, and writes nothing", async () => {
      const version = await service.orderVersion("order_1")
      await service.recordOrder(order({ owed: "35" }), version)
      const before = await snapshot()
      expect(await service.recordOrder(order({ owed: "30" }), version)).toBeNull()
      expect(await snapshot()).toBe(before)
    })

    it("20 of them, each retried until it is told yes, end on the last amount", async () => {
      let owed = 0
      const syncUntilRecorded = async () => {
        for (;;) {
          const version = await service.orderVersion("order_1")
          const target = order({ owed: String(owed) })
          if (await service.recordOrder(target, version)) return
        }
      }
      await Promise.all(
        Array.from({ length: 20 }, async (_, n) => {
          owed = n + 1
          await syncUntilRecorded()
        })
      )
      const { id } = await account()
      expect(await balance(id)).toBe("-20")
    })
  })

  describe("an order that changes customer", () => {
    it("takes along its debit and its captures, in paired entries", async () => {
      const movements = [capture("cap_1", "20"), card("cap_2", "10"), refund("ref_1", "-4")]
      await sync(order({ movements }))
      await sync(order({ movements, holder: NEXT_HOLDER }))
      const [first, second] = await accountsOf()
      expect(await balance(first.id)).toBe("0")
      expect(await balance(second.id)).toBe("-4")
      expect((await entries(first.id)).map((e) => e.amount)).toEqual([
        ...["-30", "20", "10", "-4"],
        ...["30", "-20", "-10", "4"],
      ])
      expect((await entries(second.id)).map((e) => [e.type, e.amount])).toEqual([
        ["order", "-30"],
        ["receipt", "20"],
        ["capture", "10"],
        ["refund", "-4"],
      ])
      expect(await sync(order({ movements, holder: NEXT_HOLDER }))).toEqual([])
    })

    it("may come back, and may change its amount on the way", async () => {
      const movements = [capture("cap_1", "20")]
      await sync(order({ movements }))
      await sync(order({ movements, holder: NEXT_HOLDER, owed: "25" }))
      await sync(order({ movements, owed: "40" }))
      const [first, second] = await accountsOf()
      expect([await balance(first.id), await balance(second.id)]).toEqual(["-20", "0"])
    })

    it("takes along what a payment has settled of it, and leaves the rest where it is", async () => {
      const { id } = await account("cus_1")
      await service.recordReceipts([{ account_id: id, method: "cash", amount: "37" }])
      await sync(order())
      await sync(order({ holder: NEXT_HOLDER }))
      const [first, second] = await accountsOf()
      expect([await balance(first.id), await balance(second.id)]).toEqual(["7", "0"])
      expect(await service.findOrders(["order_1"])).toMatchObject([{ paid: "30", expected: "0" }])
    })

    it("while a person reverses the payment: each part is taken back where it has gone", async () => {
      const { id } = await account("cus_1")
      const payment = { account_id: id, method: "cash" as const, amount: "37" }
      const [recorded] = await service.recordReceipts([payment])
      await sync(order())
      await account("cus_2")
      const version = await service.orderVersion("order_1")
      let reversal: Promise<unknown> = Promise.resolve()
      await inTransaction(async (context) => {
        await service.recordOrder(order({ holder: NEXT_HOLDER }), version, context as never)
        // It has seen the money on one account, and waits for that account.
        const receipt_id = recorded!.receipt.id
        reversal = service.reverseReceipt({ receipt_id, note: "it bounced" })
        await new Promise((resolve) => setTimeout(resolve, 500))
      })
      await reversal
      const [first, second] = await accountsOf()
      expect([await balance(first.id), await balance(second.id)]).toEqual(["0", "-30"])
      expect(await service.findOrders(["order_1"])).toMatchObject([{ paid: "0", expected: "30" }])
    })

    it("and back, its part comes home", async () => {
      const { id } = await account("cus_1")
      await service.recordReceipts([{ account_id: id, method: "cash", amount: "37" }])
      await sync(order())
      await sync(order({ holder: NEXT_HOLDER }))
      await sync(order())
      const [first, second] = await accountsOf()
      expect([await balance(first.id), await balance(second.id)]).toEqual(["7", "0"])
    })
  })

  describe("a capture row that vanished", () => {
    it("is taken back, and its receipt is marked reversed", async () => {
      await sync(order({ movements: [card("cap_1", "30"), card("cap_2", "5")] }))
      await sync(order({ movements: [card("cap_2", "5")] }))
      const { id } = await account()
      expect(await balance(id)).toBe("-25")
      expect((await receiptOf("cap_1")).reversed_at).not.toBeNull()
      expect((await receiptOf("cap_2")).reversed_at).toBeNull()
      expect(await sync(order({ movements: [card("cap_2", "5")] }))).toEqual([])
    })

    it("while its order changes customer is taken back where it stood", async () => {
      await sync(order({ movements: [card("cap_1", "30")] }))
      await sync(order({ holder: NEXT_HOLDER }))
      const [first, second] = await accountsOf()
      expect([await balance(first.id), await balance(second.id)]).toEqual(["0", "-30"])
    })
  })

  describe("a receipt that a person reversed", () => {
    const movements = [capture("cap_1", "20")]

    it("isn't posted again by a later sync, nor is it when the order changes customer", async () => {
      await sync(order({ movements }))
      await service.reverseReceipt({
        receipt_id: (await receiptOf("cap_1")).id,
        note: "the cheque bounced",
      })
      expect(await sync(order({ movements }))).toEqual([])
      await sync(order({ movements, holder: NEXT_HOLDER }))
      const [first, second] = await accountsOf()
      expect([await balance(first.id), await balance(second.id)]).toEqual(["0", "-30"])
    })

    it("isn't taken back a second time when its capture vanishes", async () => {
      await sync(order({ movements }))
      await service.reverseReceipt({ receipt_id: (await receiptOf("cap_1")).id, note: "bounced" })
      await sync(order({ movements: [] }))
      expect(await balance((await account()).id)).toBe("-30")
    })

    it("leaves the account where its order has moved it", async () => {
      await sync(order({ movements }))
      await sync(order({ movements, holder: NEXT_HOLDER }))
      const reversed = await service.reverseReceipt({
        receipt_id: (await receiptOf("cap_1")).id,
        note: "the cheque bounced",
      })
      const [first, second] = await accountsOf()
      expect([await balance(first.id), await balance(second.id)]).toEqual(["0", "-30"])
      expect(reversed.client_account).toMatchObject({ id: second.id, balance: "-30" })
      expect(await sync(order({ movements, holder: NEXT_HOLDER }))).toEqual([])
    })

    it("at the very moment when its order changes customer is reversed where it is then", async () => {
      await sync(order({ movements }))
      const { id } = await receiptOf("cap_1")
      let moved: Promise<unknown> = Promise.resolve()
      await inTransaction(async (context) => {
        await service.reverseReceipt(
          { receipt_id: id, note: "bounced" },
          undefined,
          context as never
        )
        moved = sync(order({ movements, holder: NEXT_HOLDER }))
        // Long enough for the sync to have read what stands, if nothing made it wait.
        await new Promise((resolve) => setTimeout(resolve, 1000))
      })
      await moved
      const [first, second] = await accountsOf()
      expect([await balance(first.id), await balance(second.id)]).toEqual(["0", "-30"])
    })
  })

  it("an online receipt isn't reversed or corrected by hand", async () => {
    await sync(order({ movements: [card("cap_1", "30")] }))
    const receipt_id = (await receiptOf("cap_1")).id
    await expect(service.reverseReceipt({ receipt_id, note: "why" })).rejects.toMatchObject({
      type: "not_allowed",
    })
    await expect(service.correctReceipt({ receipt_id, method: "cash" })).rejects.toMatchObject({
      type: "not_allowed",
    })
  })

  it("orders are posted in their own currency: JPY without decimals, KWD with three", async () => {
    for (const [currency_code, owed] of [
      ["jpy", "1200"],
      ["kwd", "1.234"],
    ] as const) {
      const holder = { ...HOLDER, currency_code }
      await sync(order({ order_id: `order_${currency_code}`, currency_code, holder, owed }))
      const { id } = await account("cus_1", currency_code)
      expect(await balance(id)).toBe(`-${owed}`)
    }
  })

  it("any client's other postings stay out of an order's sums", async () => {
    const { id } = await account()
    await service.post([posting(id, "50", "a", { order_id: "order_1" })])
    await sync(order())
    expect(await balance(id)).toBe("20")
    expect(await sync(order())).toEqual([])
  })
})
