import type { ChequeToDeposit } from "../../src/modules/client-ledger/sql/deposit-cheques"
import type { ReceiptInput } from "../../src/modules/client-ledger/sql/record-receipt"
import { ledgerSuite } from "./support/ledger-suite"
import { orderTarget } from "./support/order-target"

ledgerSuite("cheques", ({ service, run, account, balance, entries, snapshot, inTransaction }) => {
  let id: string
  beforeEach(async () => {
    const [opened] = await service.ensureAccounts([
      { customer_id: "cus_1", currency_code: "eur", customer_name: "Camille Dupré" },
    ])
    id = opened!.id
  })
  afterEach(async () => {
    expect((await service.verifyLedger()).problems.map(({ message }) => message)).toEqual([])
  })

  const receive = async (amount: string, more: Partial<ReceiptInput> = {}) => {
    const input = { account_id: id, method: "cheque" as const, amount, ...more }
    const [recorded] = await service.recordReceipts([input])
    return recorded!.receipt.id
  }
  const slipOf = (...cheques: (string | ChequeToDeposit)[]) =>
    service.makeChequeDeposit({
      cheques: cheques.map((each) => (typeof each === "string" ? { receipt_id: each } : each)),
      actor_id: "user_1",
    })
  const deposit = (deposit_id: string, deposited_on = "2026-02-07") =>
    service.depositCheques({ deposit_id, deposited_on, actor_id: "user_1" })
  const deposited = async (...receiptIds: string[]) => {
    const slip = await slipOf(...receiptIds)
    return (await deposit(slip.id)).id
  }
  const bounce = (deposit_id: string, receipt_id: string, fee?: string) =>
    service.bounceCheque({ deposit_id, receipt_id, note: "no funds", fee, actor_id: "user_1" })
  const listed = async (filters: Parameters<typeof service.listCheques>[0] = {}) => {
    const page = { order: "value_date" as const, limit: 50, offset: 0 }
    return (await service.listCheques(filters, page))[0]
  }
  const states = async () =>
    Object.fromEntries((await listed()).map(({ receipt_id, state }) => [receipt_id, state]))

  it("every cheque that came in and stands waits for a slip: no other method, no pay-out, no reversed one", async () => {
    const cheque = await receive("30", { reference: "0004217", value_date: "2026-02-03" })
    await receive("5", { method: "cash" })
    await receive("7", { direction: "out" })
    await service.reverseReceipt({ receipt_id: await receive("9"), note: "mistyped" })
    expect(await listed()).toEqual([
      {
        receipt_id: cheque,
        account_id: id,
        customer_id: "cus_1",
        customer_name: "Camille Dupré",
        currency_code: "eur",
        amount: "30",
        value_date: "2026-02-03",
        created_at: expect.anything(),
        state: "to_deposit",
        drawer: "Camille Dupré",
        bank: null,
        number: "0004217",
        deposit_id: null,
        deposit_number: null,
        deposited_on: null,
        settled_on: null,
      },
    ])
  })

  it("a slip holds drawer, bank, number and amount of each cheque, their count and their total", async () => {
    const first = await receive("30.10", { reference: "0004217" })
    const second = await receive("12.40")
    const slip = await slipOf(
      { receipt_id: second, drawer: "SCI Dupré", bank: "La Banque Postale", number: "88" },
      first
    )
    expect(slip).toMatchObject({
      number: 1,
      currency_code: "eur",
      status: "open",
      count: 2,
      total: "42.5",
      actor_id: "user_1",
      deposited_on: null,
      cheques: [
        {
          ...{ receipt_id: second, drawer: "SCI Dupré", bank: "La Banque Postale", number: "88" },
          ...{ amount: "12.4", state: "in_slip" },
        },
        { receipt_id: first, drawer: "Camille Dupré", bank: null, number: "0004217" },
      ],
    })
    expect(await states()).toEqual({ [first]: "in_slip", [second]: "in_slip" })
  })

  it("the bank typed last for an account's cheque is proposed for its next", async () => {
    await slipOf({ receipt_id: await receive("1"), bank: "CIC" })
    await slipOf({ receipt_id: await receive("2"), bank: "Crédit Agricole" })
    await slipOf({ receipt_id: await receive("3"), bank: "" })
    await receive("4")
    expect(await listed({ state: ["to_deposit"] })).toMatchObject([{ bank: "Crédit Agricole" }])
    expect(await listed({ state: ["in_slip"] })).toMatchObject([
      { bank: "CIC" },
      { bank: "Crédit Agricole" },
      { bank: null },
    ])
  })

  it("a cheque is in one live slip at most, and a refused slip leaves nothing and no number", async () => {
    const cheque = await receive("30")
    const cash = await receive("5", { method: "cash" })
    await slipOf(cheque)
    const free = await receive("1")
    const dollars = await receive("2", { account_id: (await account("cus_2", "usd")).id })
    const before = await snapshot()
    await expect(slipOf(free, cheque)).rejects.toMatchObject({
      type: "conflict",
      message: expect.stringMatching(/slip no\. 1 already/),
    })
    await expect(slipOf(free, cash)).rejects.toMatchObject({ type: "not_found" })
    await expect(slipOf(free, free)).rejects.toMatchObject({ type: "invalid_data" })
    await expect(slipOf(free, dollars)).rejects.toThrow(/one currency/)
    expect(await snapshot()).toBe(before)
    expect(await slipOf(free)).toMatchObject({ number: 2 })
    expect(await slipOf(dollars)).toMatchObject({ number: 1, currency_code: "usd" })
  })

  it("two slips made at the same moment take turns: one gets the cheque, numbers have no gap", async () => {
    const cheque = await receive("30")
    const others = [await receive("1"), await receive("2")]
    const made = await Promise.allSettled([cheque, cheque, ...others].map((each) => slipOf(each)))
    expect(made.filter(({ status }) => status === "rejected")).toHaveLength(1)
    const [slips] = await service.listChequeDeposits({}, { limit: 10, offset: 0 })
    expect(slips.map(({ number }) => number).sort()).toEqual([1, 2, 3])
  })

  it("in a slip a cheque keeps its method and isn't reversed: the slip is canceled first", async () => {
    const receipt_id = await receive("30")
    const slip = await slipOf(receipt_id)
    const before = await snapshot()
    for (const refused of [
      () => service.correctReceipt({ receipt_id, method: "cash" }),
      () => service.reverseReceipt({ receipt_id, note: "mistyped" }),
    ]) {
      await expect(refused()).rejects.toMatchObject({
        type: "conflict",
        message: expect.stringMatching(/slip no\. 1.*cancel the slip first/),
      })
    }
    expect(await snapshot()).toBe(before)
    const canceled = await service.cancelChequeDeposit({ deposit_id: slip.id })
    expect(canceled).toMatchObject({
      number: 1,
      status: "canceled",
      canceled_at: expect.anything(),
      cheques: [{ receipt_id, state: "canceled" }],
    })
    expect(await states()).toEqual({ [receipt_id]: "to_deposit" })
    expect(await slipOf(receipt_id)).toMatchObject({ number: 2 })
  })

  it("a free cheque may be said to be cash after all", async () => {
    const receipt_id = await receive("30")
    await service.correctReceipt({ receipt_id, method: "cash" })
    expect(await listed()).toEqual([])
  })

  it("deposited, a slip can't be canceled and a cheque can't be reversed: it bounces", async () => {
    const receipt_id = await receive("30")
    const deposit_id = await deposited(receipt_id)
    await expect(deposit(deposit_id)).rejects.toThrow(/deposited already/)
    await expect(service.cancelChequeDeposit({ deposit_id })).rejects.toThrow(/bounced/)
    await expect(service.reverseReceipt({ receipt_id, note: "x" })).rejects.toMatchObject({
      type: "conflict",
      message: expect.stringMatching(/say there that it bounced/),
    })
    await expect(service.correctReceipt({ receipt_id, method: "cash" })).rejects.toMatchObject({
      type: "conflict",
    })
    expect(await service.retrieveChequeDeposit(deposit_id)).toMatchObject({
      status: "deposited",
      deposited_on: "2026-02-07",
      cheques: [{ state: "deposited", deposited_on: "2026-02-07" }],
    })
  })

  it("a deposit lies behind; the bank credits after it", async () => {
    const slip = await slipOf(await receive("30"))
    await expect(deposit(slip.id, "2999-01-01")).rejects.toThrow(/^deposited_on/)
    await expect(service.clearCheques({ deposit_id: slip.id })).rejects.toThrow(/isn't deposited/)
    await deposit(slip.id)
    const cleared_on = (day: string) =>
      service.clearCheques({ deposit_id: slip.id, cleared_on: day })
    await expect(cleared_on("2999-01-01")).rejects.toThrow(/^cleared_on/)
    await expect(cleared_on("2026-02-06")).rejects.toThrow(/before the deposit/)
    expect(await cleared_on("2026-02-10")).toMatchObject({
      status: "cleared",
      cleared: "30",
      cheques: [{ state: "cleared", settled_on: "2026-02-10" }],
    })
    await expect(cleared_on("2026-02-10")).rejects.toMatchObject({ type: "conflict" })
  })

  it("the bank may credit some cheques; the slip is done with once each is credited or returned", async () => {
    const [first, second, third] = [await receive("1"), await receive("2"), await receive("3")]
    const deposit_id = await deposited(first, second, third)
    const some = await service.clearCheques({ deposit_id, receipt_ids: [second] })
    expect(some).toMatchObject({ status: "deposited", cleared: "2" })
    await expect(
      service.clearCheques({ deposit_id, receipt_ids: [second, first] })
    ).rejects.toMatchObject({ type: "conflict" })
    const { deposit: after } = await bounce(deposit_id, first)
    expect(after).toMatchObject({ status: "deposited", cleared: "2", bounced: "1", total: "6" })
    expect(await service.clearCheques({ deposit_id })).toMatchObject({
      status: "cleared",
      cleared: "5",
      bounced: "1",
    })
  })

  describe("a cheque that bounces", () => {
    it("is owed again, with the bank's fee, and says why", async () => {
      const cheque = await receive("30")
      const deposit_id = await deposited(cheque)
      const bounced = await bounce(deposit_id, cheque, "13.50")
      expect(bounced).toMatchObject({
        deposit: { status: "cleared", cheques: [{ state: "bounced" }] },
        receipt: { id: cheque, reversed_at: expect.anything() },
        client_account: { id, balance: "-13.5" },
      })
      expect((await entries(id)).slice(1)).toMatchObject([
        { type: "bank_fee", amount: "-13.5", note: "no funds", actor_id: "user_1" },
        { type: "reversal", amount: "-30", receipt_id: cheque, note: "no funds" },
      ])
      expect(await states()).toEqual({ [cheque]: "bounced" })
    })

    it("without a fee, is just owed again; even after the bank had credited it", async () => {
      const cheque = await receive("30")
      const deposit_id = await deposited(cheque)
      await service.clearCheques({ deposit_id })
      expect(await bounce(deposit_id, cheque)).toMatchObject({
        deposit: { status: "cleared", cleared: "0", bounced: "30" },
        client_account: { balance: "0" },
      })
    })

    it("bounces once, from a deposited slip, with a reason and a fee above zero: else nothing is done", async () => {
      const [cheque, other] = [await receive("30"), await receive("2")]
      const open = await slipOf(other)
      const deposit_id = await deposited(cheque)
      const before = await snapshot()
      await expect(bounce(open.id, other)).rejects.toThrow(/isn't deposited yet: cancel it/)
      await expect(bounce(deposit_id, other)).rejects.toMatchObject({ type: "not_found" })
      for (const fee of ["0", "-1", "0.001", "much"]) {
        await expect(bounce(deposit_id, cheque, fee)).rejects.toMatchObject({
          type: "invalid_data",
          message: expect.stringMatching(/^fee:/),
        })
      }
      await expect(
        service.bounceCheque({ deposit_id, receipt_id: cheque, note: " " })
      ).rejects.toMatchObject({ type: "invalid_data" })
      expect(await snapshot()).toBe(before)
      await bounce(deposit_id, cheque, "5")
      await expect(bounce(deposit_id, cheque, "5")).rejects.toThrow(/bounced already/)
      expect(await balance(id)).toBe("-3")
    })

    it("told twice at the same moment, bounces once", async () => {
      const cheque = await receive("30")
      const deposit_id = await deposited(cheque)
      const told = await Promise.allSettled([1, 2, 3].map(() => bounce(deposit_id, cheque, "5")))
      expect(told.filter(({ status }) => status === "fulfilled")).toHaveLength(1)
      expect(await balance(id)).toBe("-5")
    })

    it("while the order that it settled changes customer, with its fee where the money has gone", async () => {
      const cheque = await receive("30")
      const deposit_id = await deposited(cheque)
      const order = (customer_id: string) =>
        orderTarget({ holder: { customer_id, currency_code: "eur" }, owed: "30" })
      await service.recordOrder(order("cus_1"), 0)
      const next = await account("cus_2")
      let told: Promise<unknown> = Promise.resolve()
      await inTransaction(async (context) => {
        await service.recordOrder(order("cus_2"), 1, context as never)
        told = bounce(deposit_id, cheque, "5")
        await new Promise((resolve) => setTimeout(resolve, 500))
      })
      await told
      expect([await balance(id), await balance(next.id)]).toEqual(["0", "-35"])
    })

    it("with the same key, gets the first answer again", async () => {
      const cheque = await receive("30")
      const deposit_id = await deposited(cheque)
      const request = { key: "bounce", fingerprint: "f" }
      const input = { deposit_id, receipt_id: cheque, note: "no funds", fee: "5" }
      const first = await service.bounceCheque(input, request)
      const again = await service.bounceCheque(input, request)
      expect(JSON.stringify(again)).toBe(JSON.stringify(first))
      expect(await balance(id)).toBe("-5")
    })

    it("after its closing, counts as negative in the next", async () => {
      const cheque = await receive("30")
      const close = (amount: string, reasons = {}) =>
        service.closeDay({ counted: { cheque: { amount } }, opening_float: "0", reasons })
      await close("30")
      await bounce(await deposited(cheque), cheque, "5")
      const closing = await close("0", { cheque: "it bounced" })
      expect(closing).toMatchObject({ number: 2, received: "0", reversed: "-30" })
    })

    it("has a fee that can be taken back by hand", async () => {
      const cheque = await receive("30")
      await bounce(await deposited(cheque), cheque, "5")
      const fee = (await entries(id)).find(({ type }) => type === "bank_fee")!
      await service.reverseEntry({
        account_id: id,
        entry_id: fee.id,
        note: "the bank gave it back",
      })
      expect(await balance(id)).toBe("0")
    })
  })

  it("the same key makes one slip, and gets the first answer again", async () => {
    const cheques = [{ receipt_id: await receive("30") }]
    const request = { key: "slip", fingerprint: "f" }
    const first = await service.makeChequeDeposit({ cheques }, request)
    const again = await service.makeChequeDeposit({ cheques }, request)
    expect(JSON.stringify(again)).toBe(JSON.stringify(first))
  })

  it("the number of another cheque of the same account that stands is told of, and recorded", async () => {
    const record = async (more: Partial<ReceiptInput> = {}) => {
      const input = { account_id: id, method: "cheque" as const, amount: "30", reference: "77" }
      const [recorded] = await service.recordReceipts([{ ...input, ...more }])
      return recorded!
    }
    const first = await record({ value_date: "2026-02-03" })
    expect(first.repeated_cheque).toBeUndefined()
    const second = await record()
    expect(second.repeated_cheque).toEqual({
      receipt_id: second.receipt.id,
      reference: "77",
      earlier: { receipt_id: first.receipt.id, amount: "30", value_date: "2026-02-03" },
    })
    const other = await account("cus_2")
    for (const more of [
      { reference: "78" },
      { account_id: other.id },
      { method: "transfer" as const },
      { reference: undefined },
    ]) {
      expect((await record(more)).repeated_cheque).toBeUndefined()
    }
    for (const { receipt } of [first, second]) {
      await service.reverseReceipt({ receipt_id: receipt.id, note: "mistyped" })
    }
    expect((await record()).repeated_cheque).toBeUndefined()
  })

  describe("the list", () => {
    it("filters by state, words, number, currency and account, and sorts", async () => {
      const dollars = await account("cus_2", "usd")
      const small = await receive("1", { reference: "0042", value_date: "2026-02-03" })
      const large = await receive("9", { value_date: "2026-02-02" })
      const foreign = await receive("5", { account_id: dollars.id, value_date: "2026-02-01" })
      const ids = async (filters: Parameters<typeof listed>[0]) =>
        (await listed(filters)).map(({ receipt_id }) => receipt_id)
      expect(await ids({})).toEqual([foreign, large, small])
      expect(await ids({ q: "dupré 42" })).toEqual([small])
      expect(await ids({ q: "100%" })).toEqual([])
      expect(await ids({ number: "0042", client_account_id: id })).toEqual([small])
      expect(await ids({ currency_code: "USD" })).toEqual([foreign])
      await slipOf(small)
      expect(await ids({ state: ["in_slip", "deposited"] })).toEqual([small])
      const [page, count] = await service.listCheques(
        { currency_code: "eur" },
        { order: "-amount", limit: 1, offset: 0 }
      )
      expect([page[0]?.receipt_id, page.length, count]).toEqual([large, 1, 2])
    })
  })

  describe("in SQL", () => {
    it("a slip keeps its number, its cheques and what was written of them", async () => {
      const [cheque, other] = [await receive("30"), await receive("1")]
      const cash = await receive("5", { method: "cash" })
      const slip = await slipOf(cheque)
      const before = await snapshot()
      const line = (deposit_id: string, receipt_id: string) =>
        `insert into cheque_deposit_line (deposit_id, receipt_id, account_id, amount, position, drawer)
         values ('${deposit_id}', '${receipt_id}', '', 0, 9, 'x')`
      for (const statement of [
        `update cheque_deposit set number = 7`,
        `update cheque_deposit set total = 7`,
        `update cheque_deposit set note = 'x'`,
        `update cheque_deposit set status = 'cleared', deposited_on = now()`,
        `delete from cheque_deposit_line`,
        `delete from cheque_deposit`,
        `update cheque_deposit_line set amount = 7`,
        `update cheque_deposit_line set drawer = 'x'`,
        `update cheque_deposit_line set state = 'bounced', settled_on = now()`,
        `update client_receipt set method = 'cash' where id = '${cheque}'`,
        `update client_receipt set reversed_at = now() where id = '${cheque}'`,
        line(slip.id, cash),
        line("clchd_none", other),
      ]) {
        await expect(run(statement).then(() => statement)).rejects.toThrow()
      }
      expect(await snapshot()).toBe(before)
      await service.cancelChequeDeposit({ deposit_id: slip.id })
      await slipOf(cheque)
      await expect(
        run(`update cheque_deposit_line set state = 'in_slip' where state = 'canceled'`)
      ).rejects.toThrow()
      await expect(run(line(slip.id, other))).rejects.toThrow(/can take/)
    })
  })
})

ledgerSuite("tampered-cheques", ({ service, run, account }) => {
  it("a slip changed behind the triggers' back is found by verify", async () => {
    const { id } = await account()
    const input = { account_id: id, method: "cheque" as const, amount: "20" }
    const [recorded] = await service.recordReceipts([input])
    await service.makeChequeDeposit({ cheques: [{ receipt_id: recorded!.receipt.id }] })
    await run(`alter table cheque_deposit disable trigger user`)
    await run(`update cheque_deposit set total = 21`)
    await run(`alter table cheque_deposit enable trigger user`)
    expect((await service.verifyLedger()).problems).toMatchObject([
      { kind: "cheque_deposit_differs" },
    ])
  })
})
