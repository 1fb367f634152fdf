import { ledgerSuite } from "./support/ledger-suite"

ledgerSuite("receipts", ({ service, run, account, balance, entries, snapshot }) => {
  let id: string

  beforeEach(async () => {
    id = (await account()).id
  })

  describe("a receipt", () => {
    it("of money in credits the account, with its method, reference, day and note", async () => {
      const [recorded] = await service.recordReceipts([
        {
          account_id: id,
          method: "cheque",
          amount: "42.50",
          reference: "0001234",
          value_date: "2026-02-03",
          note: "two baskets",
          actor_id: "user_1",
        },
      ])
      expect(recorded).toMatchObject({
        receipt: {
          direction: "in",
          method: "cheque",
          amount: "42.5",
          reference: "0001234",
          value_date: "2026-02-03",
          customer_id: "cus_1",
        },
        client_account: { id, balance: "42.5" },
      })
      expect(await entries(id)).toMatchObject([
        {
          type: "receipt",
          amount: "42.5",
          receipt_id: recorded!.receipt.id,
          value_date: "2026-02-03",
          note: "two baskets",
          actor_id: "user_1",
        },
      ])
    })

    it("of money out debits it: a pay-out", async () => {
      await service.recordReceipts([
        { account_id: id, direction: "out", method: "cash", amount: "8", confirmed: true },
      ])
      expect(await entries(id)).toMatchObject([{ type: "payout", amount: "-8" }])
    })

    it("has an amount above zero, as fine as the currency", async () => {
      const before = await snapshot()
      for (const amount of ["0", "-1", "0.001", "NaN", "1e15"]) {
        await expect(
          service.recordReceipts([{ account_id: id, method: "cash", amount }])
        ).rejects.toMatchObject({
          type: "invalid_data",
          message: expect.stringMatching(/^amount:/),
        })
      }
      expect(await snapshot()).toBe(before)
    })
  })

  it("a batch is all or nothing", async () => {
    const before = await snapshot()
    await expect(
      service.recordReceipts([
        { account_id: id, method: "cash", amount: "1" },
        { account_id: "clacc_none", method: "cash", amount: "1" },
      ])
    ).rejects.toMatchObject({ type: "not_found" })
    expect(await snapshot()).toBe(before)
  })

  describe("a correction", () => {
    it("of the method or the reference is logged; the money and its entry stay", async () => {
      const [recorded] = await service.recordReceipts([
        { account_id: id, method: "on_site", amount: "10" },
      ])
      const receipt_id = recorded!.receipt.id
      const before = await entries(id)
      const corrected = await service.correctReceipt({
        receipt_id,
        method: "cheque",
        reference: "77",
        actor_id: "user_2",
      })
      expect(corrected).toMatchObject({ method: "cheque", reference: "77", amount: "10" })
      expect(
        await run(`select from_method, to_method, from_reference, to_reference, actor_id
                   from client_receipt_change`)
      ).toEqual([
        {
          from_method: "on_site",
          to_method: "cheque",
          from_reference: null,
          to_reference: "77",
          actor_id: "user_2",
        },
      ])
      expect(await entries(id)).toEqual(before)
    })

    it("that changes nothing isn't logged", async () => {
      const [recorded] = await service.recordReceipts([
        { account_id: id, method: "cash", amount: "10", reference: "a" },
      ])
      await service.correctReceipt({ receipt_id: recorded!.receipt.id, method: "cash" })
      await service.correctReceipt({ receipt_id: recorded!.receipt.id, reference: "a" })
      expect(await run(`select 1 from client_receipt_change`)).toEqual([])
    })
  })

  describe("a reversal", () => {
    it("takes the money off again, once, and says why", async () => {
      const [recorded] = await service.recordReceipts([
        { account_id: id, method: "cheque", amount: "10" },
      ])
      const reversed = await service.reverseReceipt({
        receipt_id: recorded!.receipt.id,
        note: "the cheque bounced",
        actor_id: "user_1",
      })
      expect(reversed).toMatchObject({
        receipt: { reversed_at: expect.anything(), amount: "10" },
        client_account: { id, balance: "0" },
      })
      const [credit, reversal] = await entries(id)
      expect(reversal).toMatchObject({
        type: "reversal",
        amount: "-10",
        reverses_id: credit!.id,
        receipt_id: recorded!.receipt.id,
        note: "the cheque bounced",
        actor_id: "user_1",
      })
      await expect(
        service.reverseReceipt({ receipt_id: recorded!.receipt.id, note: "again" })
      ).rejects.toMatchObject({ type: "conflict" })
      expect(await balance(id)).toBe("0")
    })

    it("needs a note, and leaves nothing without one", async () => {
      const [recorded] = await service.recordReceipts([
        { account_id: id, method: "cash", amount: "10" },
      ])
      const before = await snapshot()
      await expect(
        service.reverseReceipt({ receipt_id: recorded!.receipt.id, note: " " })
      ).rejects.toMatchObject({ type: "invalid_data" })
      expect(await snapshot()).toBe(before)
    })

    it("of an unknown receipt is not found", async () => {
      await expect(
        service.reverseReceipt({ receipt_id: "clrec_none", note: "why" })
      ).rejects.toMatchObject({ type: "not_found" })
    })
  })
})
