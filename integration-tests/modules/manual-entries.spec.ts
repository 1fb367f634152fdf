import { ledgerSuite, posting } from "./support/ledger-suite"
import type { ManualEntryType } from "../../src/modules/client-ledger/types"

ledgerSuite("manual-entries", ({ service, account, balance, entries, snapshot }) => {
  let id: string
  const record = (type: ManualEntryType, amount: string | number, note = "said at the stall") =>
    service.recordManualEntry({ account_id: id, type, amount, note, actor_id: "user_1" })

  beforeEach(async () => {
    id = (await account()).id
  })

  it("an adjustment moves the balance either way, and says who, when and why", async () => {
    await record("adjustment", "5.5")
    const { ledger_entry, client_account } = await record("adjustment", -2)
    expect(ledger_entry).toMatchObject({
      type: "adjustment",
      amount: "-2",
      balance_after: "3.5",
      note: "said at the stall",
      actor_id: "user_1",
    })
    expect(client_account).toMatchObject({ id, balance: "3.5" })
  })

  it("keeps the day it happened apart from the day it was recorded", async () => {
    await service.recordManualEntry({
      account_id: id,
      type: "adjustment",
      amount: 1,
      note: "found in the old book",
      value_date: "2026-01-31",
    })
    expect((await entries(id))[0]).toMatchObject({ value_date: "2026-01-31" })
  })

  it("a note is required", async () => {
    for (const note of ["", "   ", "\n"]) {
      await expect(record("adjustment", 1, note)).rejects.toMatchObject({
        type: "invalid_data",
        message: expect.stringMatching(/^note:/),
      })
    }
    expect(await entries(id)).toEqual([])
  })

  it("an unknown account is not found", async () => {
    await expect(
      service.recordManualEntry({
        account_id: "clacc_none",
        type: "adjustment",
        amount: 1,
        note: "why",
      })
    ).rejects.toMatchObject({ type: "not_found" })
  })

  describe("a write-off", () => {
    it("brings a debt to zero, or toward it, and not beyond", async () => {
      await service.post([posting(id, "-10", "debt")])
      await expect(record("write_off", "10.01")).rejects.toMatchObject({ type: "invalid_data" })
      await expect(record("write_off", "-1")).rejects.toMatchObject({ type: "invalid_data" })
      await record("write_off", "4")
      await record("write_off", "6")
      expect(await balance(id)).toBe("0")
      await expect(record("write_off", "0.01")).rejects.toMatchObject({ type: "invalid_data" })
    })

    it("brings a credit down the same way", async () => {
      await service.post([posting(id, "10", "credit")])
      await expect(record("write_off", "-10.01")).rejects.toMatchObject({ type: "invalid_data" })
      await expect(record("write_off", "1")).rejects.toMatchObject({ type: "invalid_data" })
      await record("write_off", "-10")
      expect(await balance(id)).toBe("0")
    })
  })

  describe("an opening balance", () => {
    it("is recorded once, and again only after it was reversed", async () => {
      const { ledger_entry } = await record("opening_balance", "-30")
      await expect(record("opening_balance", "-30")).rejects.toMatchObject({ type: "conflict" })
      await service.reverseEntry({ account_id: id, entry_id: ledger_entry.id, note: "mistyped" })
      await record("opening_balance", "-3")
      await expect(record("opening_balance", "1")).rejects.toMatchObject({ type: "conflict" })
      expect(await balance(id)).toBe("-3")
    })
  })

  describe("a reversal", () => {
    it("cancels an entry by one of the opposite amount that names it", async () => {
      const { ledger_entry } = await record("adjustment", "5.5")
      const reversed = await service.reverseEntry({
        account_id: id,
        entry_id: ledger_entry.id,
        note: "the wrong client",
        actor_id: "user_2",
      })
      expect(reversed.ledger_entry).toMatchObject({
        type: "reversal",
        amount: "-5.5",
        balance_after: "0",
        reverses_id: ledger_entry.id,
        note: "the wrong client",
        actor_id: "user_2",
      })
      expect((await entries(id))[0]).toMatchObject({ id: ledger_entry.id, amount: "5.5" })
    })

    it("happens once, and isn't reversed itself", async () => {
      const { ledger_entry } = await record("adjustment", "5")
      const reversed = await service.reverseEntry({
        account_id: id,
        entry_id: ledger_entry.id,
        note: "wrong",
      })
      const before = await snapshot()
      for (const entry_id of [ledger_entry.id, reversed.ledger_entry.id]) {
        await expect(
          service.reverseEntry({ account_id: id, entry_id, note: "again" })
        ).rejects.toMatchObject({ type: "conflict" })
      }
      expect(await snapshot()).toBe(before)
    })

    it("needs a note, and an entry of that account", async () => {
      const { ledger_entry } = await record("adjustment", "5")
      const other = await account("cus_2")
      const reverse = (account_id: string, entry_id: string, note: string) =>
        service.reverseEntry({ account_id, entry_id, note })
      await expect(reverse(id, ledger_entry.id, " ")).rejects.toMatchObject({
        type: "invalid_data",
      })
      await expect(reverse(other.id, ledger_entry.id, "why")).rejects.toMatchObject({
        type: "not_found",
      })
      await expect(reverse(id, "clent_none", "why")).rejects.toMatchObject({ type: "not_found" })
      expect(await balance(id)).toBe("5")
    })

    it("isn't for entries that follow an order or a receipt", async () => {
      await service.post([
        posting(id, "-5", "order_1", { type: "order", source_type: "order", order_id: "order_1" }),
      ])
      await service.recordReceipts([{ account_id: id, method: "cash", amount: "5" }])
      const [ofOrder, ofReceipt] = await entries(id)
      for (const [entry, hint] of [
        [ofOrder, /order order_1/],
        [ofReceipt, /reverse receipt clrec_/],
      ] as const) {
        await expect(
          service.reverseEntry({ account_id: id, entry_id: entry!.id, note: "why" })
        ).rejects.toMatchObject({ type: "not_allowed", message: expect.stringMatching(hint) })
      }
    })
  })
})
