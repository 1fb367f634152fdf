import { ledgerSuite, posting } from "./support/ledger-suite"

const HOSTILE = [
  `it's "quoted", \\"twice\\"`,
  "pipes | and || more | ",
  "a question? or ?? two, a colon :name:, $1 and $$",
  "back\\slash \\n \\u0041 \\\\",
  "'; drop table client_ledger_entry; --",
  '{"json": [1, null]} ] } ,',
  "مرحبا بالعالم \u202e ‏שלום",
  "été 🍎 e\u0301 \u200b",
  "tab\tand\nnew\r\nline",
  "%s %d {0} ${x} <b>&amp;</b>",
  "x".repeat(20_000),
]

ledgerSuite("hostile-input", ({ service, run, account, entries, snapshot }) => {
  it("any text in any field is kept as it was, and the chain holds", async () => {
    const { id } = await account()
    for (const [n, text] of HOSTILE.entries()) {
      const key = text.slice(0, 500)
      const [posted] = await service.post([
        posting(id, 1, key, {
          source_type: key,
          order_id: key,
          note: text,
          actor_id: text,
        }),
      ])
      expect(posted).toMatchObject({ source_id: key, order_id: key, note: text, actor_id: text })
      const [again] = await service.post([
        posting(id, 1, key, { source_type: key, order_id: key, note: "another" }),
      ])
      expect(again).toMatchObject({ id: posted!.id, note: text, replayed: true })
      expect((await entries(id))[n]).toMatchObject({ note: text, actor_id: text })
    }
    expect((await service.verifyLedger()).problems).toEqual([])
  })

  it("notes that look alike when joined don't make the same hash", async () => {
    const { id } = await account()
    await service.post([
      posting(id, 1, "a", { note: 'x", "y', actor_id: "z" }),
      posting(id, 1, "b", { note: "x", actor_id: 'y", "z' }),
    ])
    const hashes = await run<{ hash: string }>(
      `select client_ledger_entry_hash(e, null) as hash from client_ledger_entry e where source_id = 'a'
       union
       select client_ledger_entry_hash(
         jsonb_populate_record(e, jsonb_build_object('note', 'x', 'actor_id', 'y", "z')), null
       ) from client_ledger_entry e where source_id = 'a'`
    )
    expect(hashes).toHaveLength(2)
  })

  it("names, references and notes of receipts and accounts too", async () => {
    for (const [n, text] of HOSTILE.entries()) {
      const [made] = await service.ensureAccounts([
        {
          customer_id: `cus_${n}`,
          currency_code: "eur",
          customer_name: text,
          customer_email: text,
        },
      ])
      expect(made).toMatchObject({ customer_name: text, customer_email: text })
      const [recorded] = await service.recordReceipts(
        [{ account_id: made!.id, method: "cheque", amount: 1, reference: text, note: text }],
        { key: text.slice(0, 500), fingerprint: text }
      )
      const receipt_id = recorded!.receipt.id
      expect(await service.retrieveReceipt(receipt_id)).toMatchObject({
        reference: text,
        note: text,
        customer_name: text,
      })
      await service.correctReceipt({ receipt_id, reference: `${text} ` })
      const { ledger_entry } = await service.recordManualEntry({
        account_id: made!.id,
        type: "adjustment",
        amount: 1,
        note: `why? ${text}`,
      })
      expect(ledger_entry.note).toBe(`why? ${text}`.trim())
      await service.listBalances({ q: text }, { order: "balance", limit: 5, offset: 0 })
    }
  })

  it("a NUL character is refused, with a message that says so", async () => {
    const { id } = await account()
    const before = await snapshot()
    const nul = "before\u0000after"
    const clear = { type: "invalid_data", message: expect.stringMatching(/NUL/) }
    await expect(service.post([posting(id, 1, nul)])).rejects.toMatchObject(clear)
    await expect(service.post([posting(id, 1, "a", { note: nul })])).rejects.toMatchObject(clear)
    await expect(
      service.recordManualEntry({ account_id: id, type: "adjustment", amount: 1, note: nul })
    ).rejects.toMatchObject(clear)
    await expect(
      service.recordReceipts([{ account_id: id, method: "cash", amount: 1, reference: nul }])
    ).rejects.toMatchObject(clear)
    await expect(service.retrieveAccount(nul)).rejects.toMatchObject(clear)
    const halfOfAPair = "\ud83c"
    await expect(service.post([posting(id, 1, halfOfAPair)])).rejects.toMatchObject({
      type: "invalid_data",
    })
    expect(await snapshot()).toBe(before)
  })

  it("a day that isn't one is refused, naming the field", async () => {
    const { id } = await account()
    const before = await snapshot()
    for (const value_date of ["2026-02-30", "tomorrowish", "31/12/2026", ""]) {
      const refused = { type: "invalid_data", message: expect.stringMatching(/^value_date:/) }
      await expect(service.post([posting(id, 1, "a", { value_date })])).rejects.toMatchObject(
        refused
      )
      await expect(
        service.recordReceipts([{ account_id: id, method: "cash", amount: 1, value_date }])
      ).rejects.toMatchObject(refused)
    }
    expect(await snapshot()).toBe(before)
  })

  it("an unknown currency is refused, naming the field", async () => {
    for (const currency_code of ["", "euro", "??", "e'r"]) {
      await expect(
        service.ensureAccounts([{ customer_id: "cus_1", currency_code }])
      ).rejects.toMatchObject({
        type: "invalid_data",
        message: expect.stringMatching(/^currency_code:/),
      })
    }
  })
})
