import { ledgerSuite, posting } from "./support/ledger-suite"

const times = <Result>(count: number, work: (n: number) => Promise<Result>) =>
  Promise.allSettled(Array.from({ length: count }, (_, n) => work(n)))

const succeeded = (results: PromiseSettledResult<unknown>[]) =>
  results.filter((result) => result.status === "fulfilled").length

const errorTypes = (results: PromiseSettledResult<unknown>[]) =>
  results.flatMap((result) => (result.status === "rejected" ? [result.reason.type] : []))

ledgerSuite("concurrency", ({ service, run, account, balance, entries, inTransaction }) => {
  /** Until so many statements wait for another's lock. */
  const waiting = async (count: number) => {
    for (;;) {
      const [row] = await run<{ count: number }>(
        `select count(*)::int as count from pg_stat_activity
         where datname = current_database() and wait_event_type = 'Lock'`
      )
      if (row!.count >= count) return
    }
  }

  afterEach(async () => {
    expect((await service.verifyLedger()).problems).toEqual([])
  })

  it("50 postings at once to one account lose none", async () => {
    const { id } = await account()
    const results = await times(50, (n) => service.post([posting(id, "1.01", `${n}`)]))
    expect(succeeded(results)).toBe(50)
    expect(await balance(id)).toBe("50.5")
    const sequences = (await entries(id)).map((entry) => entry.sequence)
    expect(sequences).toEqual(Array.from({ length: 50 }, (_, n) => n + 1))
  })

  it("16 postings of one key at once post it once", async () => {
    const { id } = await account()
    const results = await times(16, () => service.post([posting(id, "5", "same")]))
    const posted = results.flatMap((result) => (result.status === "fulfilled" ? result.value : []))
    expect(posted).toHaveLength(16)
    expect(posted.filter((entry) => !entry.replayed)).toHaveLength(1)
    expect(new Set(posted.map((entry) => entry.id)).size).toBe(1)
    expect(await balance(id)).toBe("5")
  })

  it("one key on two accounts at once posts on one and is a conflict on the other", async () => {
    const [one, two] = [await account("cus_1"), await account("cus_2")]
    const results = await Promise.allSettled([
      service.post([posting(one.id, "5", "same")]),
      service.post([posting(two.id, "5", "same")]),
    ])
    expect(succeeded(results)).toBe(1)
    expect(errorTypes(results)).toEqual(["conflict"])
  })

  it("rings of accounts, posted in every order, don't wait for each other for ever", async () => {
    const accounts = await Promise.all(
      Array.from({ length: 6 }, (_, n) => account(`cus_${n}`)).map((made) => made)
    )
    const results = await times(40, (n) => {
      const ring = accounts.map((_, i) => accounts[(i + n) % accounts.length]!)
      if (n % 2) ring.reverse()
      return service.post(ring.map((one, i) => posting(one.id, 1, `ring ${n} ${i}`)))
    })
    expect(errorTypes(results)).toEqual([])
    for (const one of accounts) expect(await balance(one.id)).toBe("40")
  })

  it("a batch that waits for an account has written no key that the one before it may wait for", async () => {
    const made = [await account("cus_1"), await account("cus_2")]
    const [first, second] = made.map(({ id }) => id).sort() as [string, string]
    const calls: Promise<unknown>[] = []
    await inTransaction(async (context) => {
      await context.run(`select from client_account_state where account_id = ? for no key update`, [
        second,
      ])
      calls.push(service.post([posting(second, "5", "same")]))
      await waiting(1)
      calls.push(service.post([posting(first, "5", "same"), posting(second, "5", "other")]))
      await waiting(2)
    })
    const results = await Promise.allSettled(calls)
    expect(succeeded(results)).toBe(1)
    expect(errorTypes(results)).toEqual(["conflict"])
  })

  it("an account that is deleted while it is posted to stays", async () => {
    const { id } = await account()
    const calls: Promise<unknown>[] = []
    await inTransaction(async (context) => {
      await service.post([posting(id, "5", "first")], context as never)
      calls.push(run(`delete from client_account where id = ?`, [id]))
      await waiting(1)
    })
    const [deleted] = await Promise.allSettled(calls)
    expect(String((deleted as PromiseRejectedResult).reason)).toMatch(/entries can not be deleted/)
    expect(await balance(id)).toBe("5")
  })

  it("an entry that waited is not older than the one it waited for", async () => {
    const { id } = await account()
    const calls: Promise<unknown>[] = []
    await inTransaction(async (context) => {
      await context.run(`select from client_account_state where account_id = ? for no key update`, [
        id,
      ])
      calls.push(service.post([posting(id, "2", "one")]))
      await waiting(1)
      calls.push(service.post([posting(id, "3", "of many"), posting(id, "4", "of many too")]))
      await waiting(2)
      await service.post([posting(id, "5", "first")], context as never)
    })
    await Promise.all(calls)
    const moments = (await entries(id)).map((entry) => new Date(entry.created_at).getTime())
    expect(moments).toEqual([...moments].sort((a, b) => a - b))
    expect(await balance(id)).toBe("14")
  })

  it("batches of receipts over the same clients, in every order, neither", async () => {
    const accounts = [await account("cus_1"), await account("cus_2"), await account("cus_3")]
    const results = await times(12, (n) => {
      const order = n % 2 ? [...accounts].reverse() : accounts
      return service.recordReceipts(
        order.map((one) => ({ account_id: one.id, method: "cash" as const, amount: 1 }))
      )
    })
    expect(errorTypes(results)).toEqual([])
    for (const one of accounts) expect(await balance(one.id)).toBe("12")
  })

  it("a customer's first account, asked for 12 times at once, is made once", async () => {
    const results = await times(12, () => account("cus_new"))
    const ids = results.map((result) => (result.status === "fulfilled" ? result.value.id : result))
    expect(new Set(ids).size).toBe(1)
    expect(await run(`select id from client_account`)).toHaveLength(1)
  })

  it("an entry reversed twice at once is reversed once; the other is a conflict", async () => {
    const { id } = await account()
    const { ledger_entry } = await service.recordManualEntry({
      account_id: id,
      type: "adjustment",
      amount: "5",
      note: "why",
    })
    const results = await times(2, () =>
      service.reverseEntry({ account_id: id, entry_id: ledger_entry.id, note: "wrong" })
    )
    expect(succeeded(results)).toBe(1)
    expect(errorTypes(results)).toEqual(["conflict"])
    expect(await balance(id)).toBe("0")
  })

  it("money moved both ways between two accounts at once doesn't wait for itself", async () => {
    const [one, other] = [await account("cus_1"), await account("cus_2")]
    const results = await times(20, (n) =>
      service.recordTransfer({
        from_account_id: n % 2 ? one.id : other.id,
        to_account_id: n % 2 ? other.id : one.id,
        amount: "5",
        note: "why",
      })
    )
    expect(succeeded(results)).toBe(20)
    expect([await balance(one.id), await balance(other.id)]).toEqual(["0", "0"])
  })

  it("a transfer reversed on both accounts at once comes back once; the other is a conflict", async () => {
    const [one, other] = [await account("cus_1"), await account("cus_2")]
    await service.recordTransfer({
      from_account_id: one.id,
      to_account_id: other.id,
      amount: "5",
      note: "why",
    })
    const ids = [one.id, other.id]
    const entryOf = new Map(
      await Promise.all(ids.map(async (id) => [id, (await entries(id))[0]!.id] as const))
    )
    const results = await times(2, (n) => {
      const account_id = ids[n]!
      return service.reverseEntry({ account_id, entry_id: entryOf.get(account_id)!, note: "wrong" })
    })
    expect(succeeded(results)).toBe(1)
    expect(errorTypes(results)).toEqual(["conflict"])
    expect([await balance(one.id), await balance(other.id)]).toEqual(["0", "0"])
  })

  it("a receipt reversed twice at once is reversed once; the other is a conflict", async () => {
    const { id } = await account()
    const [recorded] = await service.recordReceipts([
      { account_id: id, method: "cash", amount: "5" },
    ])
    const results = await times(2, () =>
      service.reverseReceipt({ receipt_id: recorded!.receipt.id, note: "wrong" })
    )
    expect(succeeded(results)).toBe(1)
    expect(errorTypes(results)).toEqual(["conflict"])
    expect(await balance(id)).toBe("0")
  })

  it("a debt written off twice at once is written off once", async () => {
    const { id } = await account()
    await service.post([posting(id, "-5", "debt")])
    const results = await times(4, () =>
      service.recordManualEntry({ account_id: id, type: "write_off", amount: "5", note: "gone" })
    )
    expect(succeeded(results)).toBe(1)
    expect(errorTypes(results)).toEqual(["invalid_data", "invalid_data", "invalid_data"])
    expect(await balance(id)).toBe("0")
  })

  it("an opening balance recorded twice at once is recorded once", async () => {
    const { id } = await account()
    const results = await times(3, () =>
      service.recordManualEntry({
        account_id: id,
        type: "opening_balance",
        amount: "-7",
        note: "from the old till",
      })
    )
    expect(succeeded(results)).toBe(1)
    expect(errorTypes(results)).toEqual(["conflict", "conflict"])
    expect(await balance(id)).toBe("-7")
  })

  describe("an Idempotency-Key", () => {
    const receipt = (account_id: string, amount = "5") => ({
      account_id,
      method: "cash" as const,
      amount,
    })

    it("sent eight times at once does the work once, and answers each the same", async () => {
      const { id } = await account()
      const results = await times(8, () =>
        service.recordReceipts([receipt(id)], { key: "key", fingerprint: "body" })
      )
      const receipts = results.map((result) =>
        result.status === "fulfilled" ? result.value[0]!.receipt.id : result.reason
      )
      expect(new Set(receipts).size).toBe(1)
      expect(await balance(id)).toBe("5")
    })

    it("sent again with a transfer moves the money once", async () => {
      const [one, other] = [await account("cus_1"), await account("cus_2")]
      const transfer = {
        from_account_id: one.id,
        to_account_id: other.id,
        amount: "5",
        note: "why",
      }
      const request = { key: "key", fingerprint: "body" }
      const results = await times(4, () => service.recordTransfer(transfer, request))
      expect(succeeded(results)).toBe(4)
      expect(await balance(other.id)).toBe("5")
    })

    it("gives the first answer again, word for word, whatever has happened since", async () => {
      const { id } = await account()
      const key = { key: "key", fingerprint: "body" }
      const first = await service.recordReceipts([receipt(id)], key)
      await service.post([posting(id, "100", "later")])
      const again = await service.recordReceipts([receipt(id)], key)
      expect(JSON.stringify(again)).toBe(JSON.stringify(first))
      expect(await balance(id)).toBe("105")
    })

    it("with another body is a conflict", async () => {
      const { id } = await account()
      await service.recordReceipts([receipt(id)], { key: "key", fingerprint: "body" })
      await expect(
        service.recordReceipts([receipt(id, "6")], { key: "key", fingerprint: "another" })
      ).rejects.toMatchObject({ type: "conflict", message: expect.stringContaining('"key"') })
      expect(await balance(id)).toBe("5")
    })

    it("is free again after an attempt that failed", async () => {
      const { id } = await account()
      const key = { key: "key", fingerprint: "body" }
      await expect(service.recordReceipts([receipt(id, "0.001")], key)).rejects.toMatchObject({
        type: "invalid_data",
      })
      await service.recordReceipts([receipt(id)], key)
      expect(await balance(id)).toBe("5")
    })

    it("is free again when its caller's transaction fails", async () => {
      const { id } = await account()
      const key = { key: "key", fingerprint: "body" }
      await expect(
        inTransaction(async (context) => {
          await service.recordReceipts([receipt(id)], key, context as never)
          throw new Error("the caller gives up")
        })
      ).rejects.toThrow("the caller gives up")
      expect(await balance(id)).toBe("0")
      await service.recordReceipts([receipt(id)], key)
      expect(await balance(id)).toBe("5")
    })
  })
})
