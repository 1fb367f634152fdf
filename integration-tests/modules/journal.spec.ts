import type { ClosingInput } from "../../src/modules/client-ledger/sql/close-day"
import type { ReceiptInput } from "../../src/modules/client-ledger/sql/record-receipt"
import { ledgerSuite, posting } from "./support/ledger-suite"

const EVER = { currency_code: "eur", from: "2000-01-01", to: "2099-12-31" }

ledgerSuite("journal", ({ service, run, account }) => {
  let id: string
  beforeEach(async () => {
    id = (await account()).id
  })
  afterEach(async () => {
    expect((await service.verifyLedger()).problems.map(({ message }) => message)).toEqual([])
  })

  const receive = async (amount: string, more: Partial<ReceiptInput> = {}) => {
    const [recorded] = await service.recordReceipts([
      { account_id: id, method: "transfer", amount, ...more },
    ])
    return recorded!.receipt.id
  }
  const close = (day?: string, more: Partial<ClosingInput> = {}) =>
    service.closeDay({ opening_float: "0", counted: {}, day, ...more })
  const pieces = (period: Partial<typeof EVER> = {}) =>
    service.listJournalPieces({ ...EVER, ...period }, { after: null, limit: 1000 })
  const numbers = async () =>
    (await pieces()).map(({ journal, number, day }) => `${journal} ${number} ${day}`)
  const adjust = (amount: string, key: string, value_date: string) =>
    service.post([posting(id, amount, key, { value_date })])

  it("a closed period reads the same for ever: after another chart, later entries, later letters", async () => {
    await adjust("-30", "debt", "2026-01-10")
    await receive("10", { value_date: "2026-01-12" })
    await close("2026-01-31")
    const january = { to: "2026-01-31" }
    const before = await pieces(january)
    expect(before).toHaveLength(2)

    await service.changeJournalSettings(
      { accounts: { bank: { number: "512001", name: "Nef" } } },
      "user_1"
    )
    await adjust("-1", "late", "2026-01-20")
    await receive("20", { value_date: "2026-02-02" })
    await close("2026-02-07")
    expect(await pieces(january)).toEqual(before)

    const [late, received] = await pieces({ from: "2026-02-01" })
    expect(late).toMatchObject({ day: "2026-02-01", referred_on: "2026-01-20", journal: "OD" })
    expect(received!.lines[1]).toMatchObject({ account: "512001", amount: "20" })
  })

  it("numbers have no gap in each journal, over closings; pieces are in the order of their days", async () => {
    await adjust("-5", "b", "2026-01-20")
    await adjust("-5", "a", "2026-01-10")
    await receive("1")
    await close("2026-01-31")
    await adjust("-5", "c", "2026-02-01")
    await receive("1")
    await close("2026-02-07")
    expect(await numbers()).toEqual([
      "OD 1 2026-01-10",
      "OD 2 2026-01-20",
      "BQ 1 2026-01-31",
      "OD 3 2026-02-01",
      "BQ 2 2026-02-07",
    ])
  })

  it("what waits is listed with the day it will be booked on, page by page, and counted", async () => {
    await receive("1", { value_date: "2026-01-05" })
    await close("2026-01-31")
    for (const day of ["2026-01-10", "2026-02-02", "2026-02-03"]) await adjust("-5", day, day)
    const waiting = { currency_code: "eur", closed_to: "2026-01-31", up_to: "2026-02-28" }
    const first = await service.listJournalRows(waiting, { after: null, limit: 2 })
    const rest = await service.listJournalRows(waiting, { after: first.at(-1)!, limit: 2 })
    expect([...first, ...rest].map(({ day }) => day)).toEqual([
      "2026-02-01",
      "2026-02-02",
      "2026-02-03",
    ])
    const february = { from: "2026-02-02", to: "2026-02-28" }
    expect(await service.countJournalRows(waiting, february)).toBe(2)
  })

  it("a set that is settled gets a letter at the closing that numbers its last line", async () => {
    await adjust("-30", "debt", "2026-01-10")
    await receive("10")
    await close("2026-01-31")
    const letters = async () =>
      (await pieces()).map(
        ({ lines }) => lines[0]!.letter && Object.values(lines[0]!.letter).join()
      )
    expect(await letters()).toEqual([null, null])
    await receive("20")
    await receive("7")
    await close("2026-02-07")
    const given = "AA,2026-02-07"
    expect(await letters()).toEqual([given, given, given, null])
  })

  it("a receipt that another closing takes isn't numbered before it, and no entry is numbered twice", async () => {
    await receive("1")
    await Promise.all([receive("2"), close(), receive("3")])
    await receive("4")
    await close()
    const rows = await run<{ entries: number; pieces: number }>(
      `select (select count(*)::int from client_ledger_entry) as entries, count(distinct entry_id)::int as pieces
       from client_journal_piece`
    )
    expect(rows).toEqual([{ entries: 4, pieces: 4 }])
  })

  it("what is numbered can't be changed, nor can a piece be written that doesn't balance", async () => {
    await receive("1")
    await close()
    await expect(run(`update client_journal_piece set label = 'x'`)).rejects.toThrow(/append-only/)
    await expect(run(`delete from client_journal_piece`)).rejects.toThrow(/append-only/)
    await expect(
      run(
        `insert into client_journal_piece select 'x', currency_code, 2, closing_id, journal, 2, day, valid_on, reference,
           referred_on, label, order_id, entry_id, deposit_id,
           '[{"account":"411","amount":"1"},{"account":"512","amount":"-2"}]'::jsonb from client_journal_piece`
      )
    ).rejects.toThrow(/check/)
  })
})
