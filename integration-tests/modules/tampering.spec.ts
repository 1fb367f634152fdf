import type { Cells } from "../../src/archive/format"
import { closingHash, entryHash, sha256 } from "../../src/archive/hashes"
import { ledgerSuite, posting } from "./support/ledger-suite"

/** Every column of an entry, and another value that it could be given behind our back. */
const MUTATIONS: Record<string, string> = {
  id: "'clent_forged'",
  account_id: "'clacc_elsewhere'",
  currency_code: "'usd'",
  sequence: "99",
  type: "'write_off'",
  amount: "amount + 1",
  raw_amount: `'{"value":"6","precision":20}'`,
  balance_after: "balance_after + 1",
  raw_balance_after: `'{"value":"6","precision":20}'`,
  order_id: "'order_forged'",
  receipt_id: "(select id from client_receipt limit 1)",
  reverses_id: "(select id from client_ledger_entry where source_id = 'a')",
  source_type: "'forged'",
  source_id: "'forged'",
  source_seq: "7",
  note: "'forged'",
  value_date: "value_date - 1",
  actor_id: "'user_forged'",
  hash: "repeat('0', 64)",
  created_at: "created_at - interval '1 microsecond'",
  updated_at: "updated_at + interval '1 second'",
  deleted_at: "now()",
}

ledgerSuite("tampering", ({ service, run, account, inTransaction }) => {
  /** What is found when triggers are off: `verifyLedger` within a transaction that is then rolled back. */
  async function problemsAfter(...statements: string[]): Promise<string[]> {
    const undo = new Error("undo")
    let kinds: string[] = []
    await inTransaction(async (context) => {
      await context.run(`set local session_replication_role = replica`)
      for (const statement of statements) await context.run(statement)
      const { problems } = await service.verifyLedger(context as never)
      kinds = problems.map((problem) => problem.kind)
      throw undo
    }).catch((error) => {
      if (error !== undo) throw error
    })
    return kinds
  }

  beforeEach(async () => {
    const [mine, other] = [await account("cus_1"), await account("cus_2")]
    await service.post([
      posting(mine.id, "5", "a", { note: "why", actor_id: "user_1" }),
      posting(mine.id, "-2", "b"),
      posting(mine.id, "0.5", "c"),
      posting(other.id, "7", "d"),
    ])
    await service.recordReceipts([{ account_id: other.id, method: "cash", amount: "20" }])
  })

  it("finds nothing in a ledger that nobody touched", async () => {
    expect(await service.verifyLedger()).toEqual({
      accounts_checked: 2,
      entries_checked: 5,
      problems: [],
    })
    expect(await problemsAfter()).toEqual([])
  })

  it("finds a change of any column of an entry", async () => {
    const columns = await run<{ column_name: string }>(
      `select column_name from information_schema.columns where table_name = 'client_ledger_entry'`
    )
    expect(columns.map((column) => column.column_name).sort()).toEqual(
      Object.keys(MUTATIONS).sort()
    )
    const unseen: string[] = []
    for (const [column, value] of Object.entries(MUTATIONS)) {
      for (const key of ["b", "c"]) {
        const found = await problemsAfter(
          `update client_ledger_entry set ${column} = ${value} where source_id = '${key}'`
        )
        if (!found.length) unseen.push(`${column} of ${key}`)
      }
    }
    expect(unseen).toEqual([])
  })

  it("finds a change even when its own hash is computed anew", async () => {
    const found = await problemsAfter(
      `update client_ledger_entry set note = 'forged' where source_id = 'b'`,
      `update client_ledger_entry e set hash = client_ledger_entry_hash(e, previous.hash)
       from client_ledger_entry previous where e.source_id = 'b' and previous.source_id = 'a'`
    )
    expect(found).toContain("entry_changed")
  })

  it("finds an entry that was taken out: the first, one in the middle, the last", async () => {
    expect(await problemsAfter(`delete from client_ledger_entry where source_id = 'a'`)).toContain(
      "entry_changed"
    )
    expect(await problemsAfter(`delete from client_ledger_entry where source_id = 'b'`)).toContain(
      "entry_changed"
    )
    expect(await problemsAfter(`delete from client_ledger_entry where source_id = 'c'`)).toEqual([
      "account_differs",
    ])
  })

  it("finds an account that says something else than its entries", async () => {
    const mine = `(select id from client_account where customer_id = 'cus_1')`
    for (const change of [
      ...[
        "balance = balance + 1",
        "chain_head = repeat('0', 64)",
        "chain_head = null",
        "entry_count = entry_count + 1",
        "last_entry_at = last_entry_at - interval '1 day'",
        "currency_code = 'usd'",
        "decimal_digits = 3",
      ].map((state) => `update client_account_state set ${state} where account_id = ${mine}`),
      `delete from client_account_state where account_id = ${mine}`,
      ...["deleted_at = now()", "currency_code = 'usd'"].map(
        (account) => `update client_account set ${account} where customer_id = 'cus_1'`
      ),
    ]) {
      const found = await problemsAfter(change)
      expect([change, found]).toEqual([change, ["account_differs"]])
    }
  })

  it("hashes as it is written down, whatever a text holds", async () => {
    const texts = [
      ...[
        "",
        " ",
        `"`,
        "\\",
        `\\"`,
        "'",
        "null",
        "\u0001\u001f\u007f\u0080",
        "\b\f\n\r\t\v",
        "a\r\nb",
      ],
      ...[
        "\u2028\u2029\ufeff\uffff",
        "Œuf d'été",
        "e\u0301 é",
        "🥕🧑‍🌾",
        "العربية",
        "<!--/",
        "], [",
        "\ud7ff\ue000",
      ],
    ]
    const mine = await account("cus_hostile")
    await service.post(
      texts.map((note, n) =>
        posting(mine.id, n + 0.01, `hostile ${note}`, { note, actor_id: note })
      )
    )
    await service.recordReceipts([{ account_id: mine.id, method: "cash", amount: 5 }])
    await service.closeDay({
      ...{ currency_code: "eur", opening_float: 0, note: texts.join(""), actor_id: `"` },
      counted: { cash: { denominations: { "20": 1, "5": 1, "0.5": 0 } } },
    })
    const year = { time_zone: "UTC", year: new Date().getUTCFullYear() }
    const period = await service.retrieveArchivePeriod({ ...year, now: new Date("2999-01-01") })
    const accounts = await service.listArchivedAccounts(period, { after: "", limit: 10 })
    const entries = await service.listArchivedEntries(accounts, {
      ...{ after: { account_id: "", sequence: 0 }, limit: 1000 },
    })
    const { rows: closings } = await service.listArchivedRows("closings.csv", period, null)
    const heads = new Map<unknown, string>()
    for (const entry of entries) {
      const own = asCells<"entries.csv">(entry)
      expect(entryHash(own, heads.get(own.account_id) ?? null)).toBe(own.hash)
      heads.set(own.account_id, own.hash!)
    }
    expect(entries).toHaveLength(texts.length + 6)
    for (const closing of closings.map((row) => asCells<"closings.csv">(row))) {
      expect(closingHash(closing, closing.previous_hash)).toBe(closing.hash)
      expect(sha256(closing.chain_heads!)).toBe(closing.chain_digest)
    }
    expect(closings).toHaveLength(1)
  })

  it("finds entries whose account is gone", async () => {
    expect(await problemsAfter(`delete from client_account where customer_id = 'cus_1'`)).toEqual([
      "account_missing",
    ])
  })

  it("finds a receipt of another amount, one without its entry, and one marked reversed that stands", async () => {
    for (const forgery of [
      `update client_receipt set amount = 21`,
      `update client_receipt set direction = 'out'`,
      `update client_receipt set reversed_at = now()`,
      `insert into client_receipt (id, account_id, currency_code, direction, method, amount, value_date, source_type, source_id)
       select 'clrec_forged', account_id, currency_code, 'in', 'cash', 3, value_date, 'receipt', 'forged' from client_receipt`,
    ]) {
      expect([forgery, await problemsAfter(forgery)]).toEqual([forgery, ["receipt_differs"]])
    }
  })

  it("looks at every account, however many there are", async () => {
    const holders = Array.from({ length: 1203 }, (_, n) => ({
      customer_id: `cus_many_${n}`,
      currency_code: "eur",
    }))
    const accounts = await service.ensureAccounts(holders)
    await service.post(accounts.map((one, n) => posting(one.id, 1, `many ${n}`)))
    expect(await service.verifyLedger()).toEqual({
      accounts_checked: 1205,
      entries_checked: 1208,
      problems: [],
    })
  })
})

/** A row as it is read back from a file: all its cells are texts. */
const asCells = <Name extends "entries.csv" | "closings.csv">(row: Record<string, unknown>) =>
  Object.fromEntries(
    Object.entries(row).map(([column, value]) => [column, value === null ? null : String(value)])
  ) as Cells<Name>
