import { ledgerSuite } from "./support/ledger-suite"
import type { BringToZero } from "../../src/modules/client-ledger/utils/plan-zero"

ledgerSuite("bring-to-zero", ({ service, run, account, balance, entries, snapshot }) => {
  let owes: string
  let holds: string

  beforeEach(async () => {
    owes = (await account("ann")).id
    holds = (await account("ben")).id
    await adjust(owes, "-12.40")
    await adjust(holds, "8")
  })

  const adjust = (account_id: string, amount: string) =>
    service.recordManualEntry({ account_id, type: "adjustment", amount, note: "start" })
  const refused = async (
    zero: BringToZero,
    error: { type: string; message: unknown }
  ): Promise<void> => {
    const before = await snapshot()
    await expect(service.bringToZero(zero)).rejects.toMatchObject(error)
    expect(await snapshot()).toBe(before)
  }

  it("receives what is owed and pays out what is held, each by its method", async () => {
    const brought = await service.bringToZero({
      accounts: [
        { account_id: holds, balance: "8.00", method: "transfer", reference: "SEPA 7" },
        { account_id: owes, balance: -12.4, method: "cheque", reference: "0004217" },
      ],
      value_date: "2026-11-20",
      note: "end of season",
      actor_id: "user_1",
    })
    expect(brought.receipts.map(({ receipt }) => receipt)).toMatchObject([
      { account_id: holds, direction: "out", method: "transfer", amount: "8", reference: "SEPA 7" },
      { account_id: owes, direction: "in", method: "cheque", amount: "12.4" },
    ])
    expect(brought.client_accounts).toMatchObject([
      { id: holds, balance: "0", next_step: "none" },
      { id: owes, balance: "0", next_step: "none" },
    ])
    expect((await entries(owes)).at(-1)).toMatchObject({
      type: "receipt",
      amount: "12.4",
      value_date: "2026-11-20",
      note: "end of season",
      actor_id: "user_1",
    })
    expect((await entries(holds)).at(-1)).toMatchObject({ type: "payout", amount: "-8" })
  })

  it("writes off either way, with its reason", async () => {
    const { write_offs } = await service.bringToZero({
      accounts: [
        { account_id: owes, balance: "-12.40", write_off: { note: "moved away" } },
        { account_id: holds, balance: "8", write_off: { note: "given to the market" } },
      ],
    })
    expect(write_offs).toMatchObject([
      { account_id: owes, type: "write_off", amount: "12.4", note: "moved away" },
      { account_id: holds, type: "write_off", amount: "-8", note: "given to the market" },
    ])
    expect([await balance(owes), await balance(holds)]).toEqual(["0", "0"])
  })

  it("settles what is open: no debt is left without its credit", async () => {
    await service.bringToZero({
      accounts: [{ account_id: owes, balance: "-12.4", method: "cash" }],
    })
    expect(await run("select amount::float as amount from client_allocation")).toEqual([
      { amount: 12.4 },
    ])
    expect((await service.verifyLedger()).problems).toEqual([])
  })

  it("refuses a balance that has changed since it was seen, names the client, and posts nothing", async () => {
    await refused(
      {
        accounts: [
          { account_id: owes, balance: "-12.4", method: "cash" },
          { account_id: holds, balance: "7", method: "cash" },
        ],
      },
      {
        type: "conflict",
        message: "accounts[1] (ben): the balance is 8 now, and was 7 when you looked",
      }
    )
  })

  it("refuses what can't be brought to zero: at zero already, named twice, unknown, without a reason, tomorrow", async () => {
    const zero = (await account("cleo")).id
    const cash = { account_id: owes, balance: "-12.4", method: "cash" } as const
    const invalid = (message: RegExp) => ({
      type: "invalid_data",
      message: expect.stringMatching(message),
    })
    await refused(
      { accounts: [{ account_id: zero, balance: "0", method: "cash" }] },
      invalid(/^accounts\[0\] \(cleo\): is at zero already/)
    )
    await refused({ accounts: [cash, cash] }, invalid(/^accounts\[1\] \(ann\): is named twice/))
    await refused(
      { accounts: [{ account_id: owes, balance: "-12.4", write_off: { note: " " } }] },
      invalid(/^accounts\[0\] \(ann\): note: say why/)
    )
    await refused(
      { accounts: [{ ...cash, balance: "-12.401" }] },
      invalid(/^accounts\[0\] \(ann\): balance: must have at most 2 decimals/)
    )
    await refused(
      { accounts: [cash], value_date: "2999-01-01" },
      invalid(/^value_date: must not be in the future/)
    )
    await refused(
      { accounts: [cash, { ...cash, account_id: "clacc_none" }] },
      { type: "not_found", message: expect.stringContaining("clacc_none") }
    )
  })

  it("asks no confirmation of a large amount, since nobody typed it", async () => {
    await adjust(owes, "-4000")
    await service.bringToZero({
      accounts: [{ account_id: owes, balance: "-4012.4", method: "transfer" }],
    })
    expect(await balance(owes)).toBe("0")
  })

  it("of two at the same moment, one posts and the other is told that the balance has changed", async () => {
    const both = [owes, holds]
    const zero = (accounts: string[]) =>
      service.bringToZero({
        accounts: accounts.map((account_id) => ({
          account_id,
          balance: account_id === owes ? "-12.4" : "8",
          method: "cash" as const,
        })),
      })
    const results = await Promise.allSettled([zero(both), zero([...both].reverse())])
    expect(results.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"])
    expect([await balance(owes), await balance(holds)]).toEqual(["0", "0"])
  })

  it("answers a repeated key with the first answer, and posts once", async () => {
    const zero: BringToZero = { accounts: [{ account_id: owes, balance: "-12.4", method: "cash" }] }
    const request = { key: "k1", fingerprint: "f" }
    const first = await service.bringToZero(zero, request)
    const again = await service.bringToZero(zero, request)
    expect(JSON.parse(JSON.stringify(again))).toEqual(JSON.parse(JSON.stringify(first)))
    expect(await entries(owes)).toHaveLength(2)
  })
})
