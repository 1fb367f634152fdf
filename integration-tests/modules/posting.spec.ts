import { ledgerSuite, posting } from "./support/ledger-suite"

ledgerSuite("posting", ({ service, run, account, balance, entries, snapshot, inTransaction }) => {
  describe("a posting", () => {
    it("moves the balance, and numbers the account's entries without gaps", async () => {
      const { id } = await account()
      await service.post([posting(id, "12.40", "a"), posting(id, "-30", "b")])
      await service.post([posting(id, "0.1", "c")])
      expect((await entries(id)).map((e) => [e.sequence, e.amount, e.balance_after])).toEqual([
        [1, "12.4", "12.4"],
        [2, "-30", "-17.6"],
        [3, "0.1", "-17.5"],
      ])
      expect(await service.retrieveAccount(id)).toMatchObject({ balance: "-17.5", entry_count: 3 })
    })

    it("adds cents exactly, where floats would not", async () => {
      const { id } = await account()
      await service.post([posting(id, "0.1", "a"), posting(id, "0.2", "b")])
      await service.post([posting(id, "999999999999.99", "c")])
      expect(await balance(id)).toBe("1000000000000.29")
    })

    it("answers entries in the order asked, over several accounts", async () => {
      const [zoe, ann] = [await account("cus_z"), await account("cus_a")]
      const posted = await service.post([
        posting(zoe.id, 1, "a"),
        posting(ann.id, 2, "b"),
        posting(zoe.id, 3, "c"),
      ])
      expect(posted.map((e) => [e.account_id, e.amount, e.sequence])).toEqual([
        [zoe.id, "1", 1],
        [ann.id, "2", 1],
        [zoe.id, "3", 2],
      ])
    })

    it("shows in Medusa's own list methods with the same amounts", async () => {
      const { id } = await account()
      await service.post([posting(id, "5.10", "a")])
      const [entry] = await service.listClientLedgerEntries({ account_id: id })
      expect(entry).toMatchObject({ amount: 5.1, balance_after: 5.1 })
    })
  })

  describe("a key that was posted before", () => {
    it("is answered with the entry that stands", async () => {
      const { id } = await account()
      const [first] = await service.post([posting(id, "5", "a")])
      const [again] = await service.post([posting(id, "5.00", "a", { note: "said otherwise" })])
      expect(first).toMatchObject({ replayed: false })
      expect(again).toEqual({ ...first, replayed: true })
      expect(await balance(id)).toBe("5")
    })

    it("posts once when it comes twice in one batch, among fresh ones", async () => {
      const { id } = await account()
      await service.post([posting(id, "5", "a")])
      const posted = await service.post([
        posting(id, "1", "b"),
        posting(id, "5", "a"),
        posting(id, "1", "b"),
        posting(id, "2", "c"),
      ])
      expect(posted.map((e) => [e.source_id, e.sequence, e.replayed])).toEqual([
        ["b", 2, false],
        ["a", 1, true],
        ["b", 2, false],
        ["c", 3, false],
      ])
      expect(await balance(id)).toBe("8")
    })

    it("is a conflict with another amount, account, type, order or currency", async () => {
      const [mine, other] = [await account("cus_1"), await account("cus_2")]
      const dollars = await account("cus_1", "usd")
      await service.post([posting(mine.id, "5", "a", { order_id: "order_1" })])
      const before = await snapshot()
      for (const changed of [
        posting(mine.id, "6", "a", { order_id: "order_1" }),
        posting(other.id, "5", "a", { order_id: "order_1" }),
        posting(dollars.id, "5", "a", { order_id: "order_1" }),
        posting(mine.id, "5", "a", { order_id: "order_1", type: "write_off" }),
        posting(mine.id, "5", "a", { order_id: "order_2" }),
        posting(mine.id, "5", "a"),
      ]) {
        await expect(service.post([posting(mine.id, "1", "fresh"), changed])).rejects.toMatchObject(
          { type: "conflict", message: expect.stringMatching(/Already posted/) }
        )
      }
      expect(await snapshot()).toBe(before)
    })

    it("is another one with another number", async () => {
      const { id } = await account()
      await service.post([posting(id, "5", "a"), posting(id, "5", "a", { source_seq: 1 })])
      expect(await balance(id)).toBe("10")
    })
  })

  describe("an amount", () => {
    it("that isn't a number, is zero, too fine or too large is refused, and leaves nothing", async () => {
      const { id } = await account()
      const before = await snapshot()
      const refused = [0, "0.00", "abc", "", NaN, Infinity, -Infinity, "1e15", "1e30", "0.001"]
      for (const amount of refused) {
        await expect(
          service.post([posting(id, "1", "fine"), posting(id, amount, "refused")])
        ).rejects.toMatchObject({
          type: "invalid_data",
          message: expect.stringMatching(/^amount:/),
        })
      }
      expect(await snapshot()).toBe(before)
    })

    it("is as fine as its currency, and no finer: JPY 0, EUR 2, KWD 3 decimals", async () => {
      for (const [currency, fits, tooFine] of [
        ["jpy", "12", "12.5"],
        ["eur", "12.34", "12.345"],
        ["kwd", "12.345", "12.3456"],
      ] as const) {
        const { id } = await account("cus_1", currency)
        await service.post([posting(id, fits, `${currency} fits`)])
        await expect(
          service.post([posting(id, tooFine, `${currency} too fine`)])
        ).rejects.toMatchObject({ type: "invalid_data" })
        expect(await balance(id)).toBe(fits)
      }
    })

    it("can't push a balance beyond what the column holds", async () => {
      const { id } = await account()
      await service.post([posting(id, "999999999999999", "a")])
      await expect(service.post([posting(id, "1", "b")])).rejects.toMatchObject({
        type: "invalid_data",
        message: "amount: the balance would be too large",
      })
    })
  })

  it("refuses an account that doesn't exist, and leaves nothing of the batch", async () => {
    const { id } = await account()
    const before = await snapshot()
    await expect(
      service.post([posting(id, 1, "a"), posting("clacc_none", 1, "b")])
    ).rejects.toMatchObject({ type: "not_found", message: expect.stringContaining("clacc_none") })
    expect(await snapshot()).toBe(before)
  })

  it("refuses a type that isn't one, and a reversal of nothing", async () => {
    const { id } = await account()
    for (const refused of [
      { type: "gift" as "adjustment" },
      { type: "reversal" as const },
      { reverses_id: "clent_none" },
    ]) {
      await expect(service.post([posting(id, 1, "a", refused)])).rejects.toMatchObject({
        type: "invalid_data",
      })
    }
  })

  it("posts nothing when nothing is given", async () => {
    expect(await service.post([])).toEqual([])
  })

  it("takes part in its caller's transaction: what fails later leaves nothing", async () => {
    const { id } = await account()
    const before = await snapshot()
    await expect(
      inTransaction(async (context) => {
        await service.post([posting(id, "5", "a")], context as never)
        await context.run(`select 1 / 0`)
      })
    ).rejects.toThrow(/division by zero/)
    expect(await snapshot()).toBe(before)

    await inTransaction((context) => service.post([posting(id, "5", "a")], context as never))
    expect(await balance(id)).toBe("5")
  })

  it("goes on from what stands when a part of its caller's transaction is taken back", async () => {
    const { id } = await account()
    await inTransaction(async (context) => {
      const post = (amount: string, key: string) =>
        service.post([posting(id, amount, key)], context as never)
      await post("1", "a")
      await context.run(`savepoint part`)
      await post("2", "b")
      await post("4", "c")
      await context.run(`rollback to savepoint part`)
      await post("8", "d")
      await post("16", "e")
    })
    expect((await entries(id)).map((e) => [e.sequence, e.amount])).toEqual([
      [1, "1"],
      [2, "8"],
      [3, "16"],
    ])
    expect(await balance(id)).toBe("25")
    expect((await service.verifyLedger()).problems).toEqual([])
  })

  it("keeps the numbers that Medusa reads beside the amounts", async () => {
    const { id } = await account()
    await service.post([posting(id, "12.30", "a")])
    const [row] = await run(`select raw_amount, raw_balance_after from client_ledger_entry`)
    const raw = { value: "12.3", precision: 20 }
    expect(row).toEqual({ raw_amount: raw, raw_balance_after: raw })
  })
})
