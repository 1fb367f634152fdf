import type { ClosingInput } from "../../src/modules/client-ledger/sql/close-day"
import type { ReceiptInput } from "../../src/modules/client-ledger/sql/record-receipt"
import type { OrderTarget } from "../../src/modules/client-ledger/utils/plan-order"
import { ledgerSuite } from "./support/ledger-suite"
import { orderTarget } from "./support/order-target"

ledgerSuite("closings", ({ service, run, account, snapshot }) => {
  let id: string
  beforeEach(async () => {
    id = (await account()).id
  })
  afterEach(async () => {
    expect((await service.verifyLedger()).problems.map(({ message }) => message)).toEqual([])
  })

  const receive = async (
    amount: string,
    method: ReceiptInput["method"] = "cash",
    more: Partial<ReceiptInput> = {}
  ) => {
    const [recorded] = await service.recordReceipts([{ account_id: id, method, amount, ...more }])
    return recorded!.receipt.id
  }
  const close = (cash: string, more: Partial<ClosingInput> = {}) =>
    service.closeDay({ opening_float: "0", counted: { cash: { amount: cash } }, ...more })
  const reverse = (receipt_id: string) => service.reverseReceipt({ receipt_id, note: "bounced" })

  it("a closing takes all that came in and went out, and expects the float with it", async () => {
    await receive("20")
    await receive("5", "cash", { direction: "out" })
    await receive("30", "cheque", { reference: "77" })
    const closing = await close("65", {
      opening_float: "50",
      counted: {
        cash: { denominations: { "50": 1, "10": 1, "5": 1 } },
        cheque: { amount: "30", count: 1 },
      },
      actor_id: "user_1",
    })
    expect(closing).toMatchObject({
      number: 1,
      currency_code: "eur",
      received: "50",
      paid_out: "5",
      reversed: "0",
      cash_left: "65",
      cash_count: { "50": 1, "10": 1, "5": 1 },
      totals: {
        day: { net: "45" },
        month: { net: "45" },
        year: { net: "45" },
        ever: { net: "45" },
      },
      previous_hash: null,
      hash: expect.stringMatching(/^[0-9a-f]{64}$/),
      chain_heads: [{ account_id: id, entries: 3, head: expect.any(String) }],
    })
    expect(closing.methods).toMatchObject([
      { method: "cheque", expected: "30", gap: "0", count: 1, counted_count: 1 },
      { method: "cash", expected: "65", counted: "65", gap: "0" },
    ])
  })

  it("a later receipt of the day goes to the next closing, which starts from what the last left", async () => {
    await receive("20")
    const first = await close("20", { cash_left: "15" })
    await receive("7")
    expect(await service.previewClosing()).toMatchObject({
      currency_code: "eur",
      opening_float: "15",
      receipts: 1,
      methods: [{ method: "cash", received: "7", expected: "22" }],
    })
    const second = await close("22", { opening_float: "15" })
    expect(second).toMatchObject({
      number: 2,
      previous_hash: first.hash,
      received: "7",
      totals: { day: { net: "27" }, ever: { net: "27" } },
    })
    expect(new Date(second.opened_at)).toEqual(new Date(first.closed_at))
  })

  it("a receipt reversed after its closing counts as negative in the next", async () => {
    const cheque = await receive("30", "cheque")
    await close("0", { counted: { cheque: { amount: "30", count: 1 } } })
    await reverse(cheque)
    const next = await service.closeDay({
      opening_float: "0",
      counted: { cheque: { amount: "-0" } },
      reasons: { cheque: "it went back to the client" },
    })
    expect(next).toMatchObject({
      number: 2,
      received: "0",
      reversed: "-30",
      totals: { ever: { net: "0" } },
    })
    expect(next.methods).toMatchObject([
      { method: "cheque", count: -1, expected: "-30", gap: "30" },
    ])
    expect(next.lines).toEqual([
      { receipt_id: cheque, reversal: true, direction: "in", method: "cheque", amount: "30" },
    ])
  })

  it("a receipt reversed before its closing is in it twice, and adds up to nothing", async () => {
    await reverse(await receive("30"))
    const closing = await close("0")
    expect(closing).toMatchObject({
      received: "30",
      reversed: "-30",
      totals: { ever: { net: "0" } },
    })
  })

  it("a closed receipt keeps its method and reference, and may still be reversed", async () => {
    const receipt_id = await receive("20")
    await close("20")
    const before = await snapshot()
    const correction = { receipt_id, method: "cheque" as const }
    await expect(service.correctReceipt(correction)).rejects.toMatchObject({
      type: "conflict",
      message: expect.stringMatching(/closing no\. 1.*reverse it and record it again/),
    })
    await expect(service.correctReceipt({ receipt_id, reference: "x" })).rejects.toMatchObject({
      type: "conflict",
    })
    expect(await snapshot()).toBe(before)
    await reverse(receipt_id)
  })

  it("a gap needs a reason, and a refused closing leaves nothing and no number", async () => {
    await receive("20")
    const before = await snapshot()
    await expect(close("18")).rejects.toMatchObject({
      type: "invalid_data",
      message: expect.stringMatching(/^reasons\.cash/),
    })
    await expect(close("20", { cash_left: "21" })).rejects.toThrow(/^cash_left/)
    await expect(close("20", { day: "2999-01-01" })).rejects.toThrow(/^day/)
    expect(await snapshot()).toBe(before)
    expect(await close("18", { reasons: { cash: "change given wrong" } })).toMatchObject({
      number: 1,
    })
  })

  it("an empty closing is refused", async () => {
    await expect(close("0")).rejects.toMatchObject({
      type: "conflict",
      message: expect.stringMatching(/^Nothing to close/),
    })
  })

  it("each currency is closed by itself, and must be named where several wait", async () => {
    await receive("20")
    const dollars = await account("cus_1", "usd")
    await service.recordReceipts([{ account_id: dollars.id, method: "cash", amount: "9" }])
    await expect(close("20")).rejects.toThrow(/^currency_code: .*eur, usd/)
    expect(await close("9", { currency_code: "usd" })).toMatchObject({ number: 1, received: "9" })
    expect(await close("20")).toMatchObject({ number: 2, totals: { ever: { net: "20" } } })
  })

  it("closings of the same moment take turns: numbers have no gap, and each receipt is taken once", async () => {
    await receive("20")
    const closings = await Promise.allSettled([1, 2, 3].map(() => close("20")))
    expect(closings.filter(({ status }) => status === "fulfilled")).toHaveLength(1)
    for (const closing of closings) {
      if (closing.status === "rejected") expect(closing.reason).toMatchObject({ type: "conflict" })
    }
    for (const amount of ["1", "2", "3"]) {
      await receive(amount)
      await Promise.allSettled([close(amount), close(amount)])
    }
    const [rows] = await service.listClosings({ limit: 10, offset: 0 })
    expect(rows.map(({ number, received }) => [number, received])).toEqual([
      [4, "3"],
      [3, "2"],
      [2, "1"],
      [1, "20"],
    ])
  })

  it("receipts recorded while a closing runs are taken by just one", async () => {
    await receive("1")
    const anything = {
      counted: { cash: { amount: "1" } },
      reasons: { cash: "busy" },
      opening_float: "0",
    }
    await Promise.all([
      ...Array.from({ length: 10 }, () => receive("1")),
      service.closeDay(anything),
    ])
    await service.closeDay(anything).catch(() => undefined)
    const [closings] = await service.listClosings({ limit: 10, offset: 0 })
    const taken = closings.reduce((sum, { received }) => sum + Number(received), 0)
    expect(taken).toBe(11)
  })

  it("the same key closes once, and gets the first answer again", async () => {
    await receive("20")
    const request = { key: "k", fingerprint: "f" }
    const input = { opening_float: "0", counted: { cash: { amount: "20" } } }
    const first = await service.closeDay(input, request)
    expect(await service.closeDay(input, request)).toMatchObject({ id: first.id, hash: first.hash })
  })

  describe("the orders that it lists", () => {
    const captured = (amount: string): OrderTarget["movements"][number] => ({
      source_type: "capture",
      source_id: "cap_1",
      type: "receipt",
      amount,
      method: "cheque",
      provider_id: "pp_cheque_market",
      reference: null,
      value_date: "2026-01-07",
      actor_id: null,
    })
    const listed = async () => {
      const orders = { ids: await service.listUnclosedOrderIds("eur"), taxes: [] }
      return (await close("0", { counted: { cheque: { amount: "30" } }, orders })).orders
    }

    it("one is overpaid while what was paid on it beyond what it owes stays on the account", async () => {
      await service.recordOrder(orderTarget({ owed: "20", movements: [captured("30")] }), 0)
      expect(await listed()).toMatchObject([{ owed: "20", paid: "30", state: "overpaid" }])
    })

    it("and no more once that is another order's", async () => {
      await service.recordOrder(orderTarget({ owed: "20", movements: [captured("30")] }), 0)
      await service.recordOrder(orderTarget({ order_id: "order_2", owed: "10" }), 0)
      expect(await listed()).toEqual([])
    })
  })

  describe("the orders whose VAT it counts", () => {
    const order = (order_id: string, ordered_at: string) =>
      orderTarget({
        order_id,
        holder: { customer_id: "cus_vat", currency_code: "eur" },
        owed: "10",
        ordered_at,
      })
    const counting = (ids: string[]) => ({ orders: { ids, taxes: [] } })

    it("one that reaches the ledger late, though placed before a closing, is the next one's", async () => {
      await service.recordOrder(order("order_1", "2026-10-01T08:00:00Z"), 0)
      await receive("1")
      await close("1", counting(await service.listUnclosedOrderIds("eur")))
      expect(await service.listUnclosedOrderIds("eur")).toEqual([])
      await service.recordOrder(order("order_2", "2026-10-01T09:00:00Z"), 0)
      expect(await service.listUnclosedOrderIds("eur")).toEqual(["order_2"])
      await receive("1")
      const closing = await close("1", counting(["order_2"]))
      expect(closing.orders.map(({ order_id }) => order_id)).toEqual(["order_2"])
    })

    it("none is counted twice: a closing that read them before another was made is refused", async () => {
      await service.recordOrder(order("order_1", "2026-10-01T08:00:00Z"), 0)
      const read = await service.listUnclosedOrderIds("eur")
      await receive("1")
      await close("1", counting(read))
      await receive("1")
      const before = await snapshot()
      await expect(close("1", counting(read))).rejects.toMatchObject({
        message: expect.stringMatching(/^Another closing was made meanwhile/),
      })
      expect(await snapshot()).toBe(before)
    })
  })

  describe("in SQL", () => {
    it("a closing can't be updated or deleted, nor a receipt leave it", async () => {
      const receipt = await receive("20")
      const closing = await close("20")
      const before = await snapshot()
      for (const statement of [
        `update client_closing set note = 'x'`,
        `update client_closing set number = 7`,
        `delete from client_closing`,
        `update client_receipt set closing_id = null`,
        `update client_receipt set method = 'cheque'`,
        `update client_receipt set reversal_closing_id = '${closing.id}'`,
      ]) {
        await expect(run(statement)).rejects.toThrow()
      }
      expect(await snapshot()).toBe(before)
      expect(await run(`select closing_id from client_receipt where id = ?`, [receipt])).toEqual([
        { closing_id: closing.id },
      ])
    })

    it("number, chain and hash are the database's, whatever the insert says", async () => {
      await receive("20")
      const first = await close("20")
      await receive("1")
      const second = await close("1")
      expect([first.number, second.number]).toEqual([1, 2])
      expect(second.previous_hash).toBe(first.hash)
    })
  })
})

ledgerSuite("tampered-closings", ({ service, run, account }) => {
  it("a closing changed behind the triggers' back is found by verify", async () => {
    const { id } = await account()
    await service.recordReceipts([{ account_id: id, method: "cash", amount: "20" }])
    await service.closeDay({ opening_float: "0", counted: { cash: { amount: "20" } } })
    await run(`alter table client_closing disable trigger user`)
    await run(`update client_closing set cash_left = 1`)
    await run(`alter table client_closing enable trigger user`)
    expect((await service.verifyLedger()).problems).toMatchObject([{ kind: "closing_changed" }])
  })
})
