import { ledgerSuite, posting } from "./support/ledger-suite"

const TRIGGERS = [
  ["bank_line", "bank_line_guard"],
  ["bank_line_act", "bank_line_act_append_only"],
  ["cheque_deposit", "cheque_deposit_guard"],
  ["cheque_deposit", "cheque_deposit_number"],
  ["cheque_deposit_line", "cheque_deposit_line_guard"],
  ["client_account", "client_account_balance"],
  ["client_account", "client_account_fixed"],
  ["client_account", "client_account_opens"],
  ["client_account", "client_account_stays"],
  ["client_closing", "client_closing_append_only"],
  ["client_closing", "client_closing_chain"],
  ["client_import", "client_import_append_only"],
  ["client_import_line", "client_import_line_append_only"],
  ["client_journal_letter", "client_journal_letter_append_only"],
  ["client_journal_piece", "client_journal_piece_append_only"],
  ["client_ledger_change", "client_ledger_change_append_only"],
  ["client_ledger_entry", "client_ledger_entry_append_only"],
  ["client_ledger_entry", "client_ledger_entry_chain"],
  ["client_ledger_entry", "client_ledger_entry_settle"],
  ["client_receipt", "bank_line_reopen"],
  ["client_receipt", "client_receipt_closed"],
  ["client_receipt", "client_receipt_guard"],
  ["client_receipt", "client_receipt_in_slip"],
  ["client_receipt", "client_receipt_no_delete"],
  ["client_receipt_change", "client_receipt_change_append_only"],
  ["client_top_up", "client_top_up_guard"],
]
const FUNCTIONS = [
  "bank_line_guard",
  "bank_line_reopen",
  "cheque_deposit_guard",
  "cheque_deposit_line_guard",
  "cheque_deposit_number",
  "client_account_refuse",
  "client_closing_chain",
  "client_closing_hash",
  "client_journal_balance",
  "client_journal_pair",
  "client_journal_source",
  "client_ledger_entry_chain",
  "client_ledger_entry_hash",
  "client_ledger_entry_settle",
  "client_ledger_post",
  "client_ledger_post",
  "client_ledger_raw_amount",
  "client_ledger_refuse",
  "client_receipt_closed",
  "client_receipt_guard",
  "client_receipt_in_slip",
  "client_top_up_guard",
]

ledgerSuite("immutability", (ledger) => {
  const { service, run, account, balance, entries, snapshot } = ledger

  /** The database refuses each of these statements, and nothing has changed. */
  async function refused(statements: [sql: string, parameters?: unknown[]][], reason: RegExp) {
    const before = await snapshot()
    for (const [sql, parameters] of statements) {
      await expect(run(sql, parameters).then(() => `${sql} went through`)).rejects.toThrow(reason)
    }
    expect(await snapshot()).toBe(before)
  }

  const insert = (values: Record<string, unknown>): [string, unknown[]] => {
    const row = {
      id: "clent_raw",
      type: "adjustment",
      amount: "1",
      source_type: "raw",
      source_id: "raw",
      value_date: "2026-01-01",
      ...values,
    }
    const columns = Object.keys(row)
    return [
      `insert into client_ledger_entry (${columns.join(", ")}) values (${columns.map(() => "?").join(", ")})`,
      Object.values(row),
    ]
  }

  describe("in the database, with raw SQL", () => {
    it("its triggers and functions are there", async () => {
      const triggers = await run<{ table: string; name: string }>(
        `select tgrelid::regclass::text as "table", tgname as name from pg_trigger
         where not tgisinternal and tgenabled = 'O' order by 1, 2`
      )
      expect(triggers.map(({ table, name }) => [table, name])).toEqual(TRIGGERS)
      const functions = await run<{ proname: string }>(
        `select proname from pg_proc where pronamespace = 'public'::regnamespace and proname ~ '^(bank|cheque|client)_' order by 1`
      )
      expect(functions.map(({ proname }) => proname)).toEqual(FUNCTIONS)
    })

    it("an entry is neither changed nor deleted", async () => {
      const { id } = await account()
      await service.post([posting(id, "5", "a")])
      await refused(
        [
          [`update client_ledger_entry set amount = 6`],
          [`update client_ledger_entry set note = 'another'`],
          [`update client_ledger_entry set deleted_at = now()`],
          [`update client_ledger_entry set id = id`],
          [`delete from client_ledger_entry`],
        ],
        /append-only/
      )
    })

    it("a key posts once", async () => {
      const { id } = await account()
      await service.post([posting(id, "5", "a")])
      await refused(
        [insert({ account_id: id, source_type: "test", source_id: "a" })],
        /duplicate key.*source_type/
      )
    })

    it("a row that continues the chain is an entry, and moves the balance", async () => {
      const { id } = await account()
      await service.post([posting(id, "5", "a")])
      await run(...insert({ account_id: id, id: "clent_1", amount: "1.5", source_id: "1" }))
      await run(...insert({ account_id: id, id: "clent_2", amount: "-0.25", source_id: "2" }))
      expect((await entries(id)).map((e) => e.balance_after)).toEqual(["5", "6.5", "6.25"])
      expect(await balance(id)).toBe("6.25")
      expect((await service.verifyLedger()).problems).toEqual([])
    })

    it("a row that doesn't continue it is refused", async () => {
      const { id } = await account()
      await service.post([posting(id, "5", "a")])
      await refused(
        [
          insert({ account_id: id, balance_after: "5" }),
          insert({ account_id: id, balance_after: "NaN" }),
          insert({ account_id: id, sequence: 1 }),
          insert({ account_id: id, sequence: 3 }),
          insert({ account_id: id, hash: "0".repeat(64) }),
          insert({ account_id: id, currency_code: "usd" }),
        ],
        /does not follow the one before it/
      )
    })

    it("two rows of one account in one statement are refused: the second follows nothing yet", async () => {
      const { id } = await account()
      await refused(
        [
          [
            `insert into client_ledger_entry (id, account_id, type, amount, source_type, source_id, value_date)
             values ('clent_1', ?, 'adjustment', 1.5, 'raw', '1', '2026-01-01'),
                    ('clent_2', ?, 'adjustment', -0.25, 'raw', '2', '2026-01-01')`,
            [id, id],
          ],
        ],
        /duplicate key.*account_id_sequence/
      )
    })

    it("a row whose key is taken moves nothing, though the statement does nothing about it", async () => {
      const { id } = await account()
      await service.post([posting(id, "5", "a")])
      const before = await snapshot()
      const [statement, values] = insert({ account_id: id, source_type: "test", source_id: "a" })
      await run(`${statement} on conflict do nothing`, values)
      expect(await snapshot()).toBe(before)
    })

    it("an amount that isn't a finite number of whole cents, or is zero, is refused", async () => {
      const { id } = await account()
      const amounts = ["NaN", "Infinity", "-Infinity", "1e30", "-1e15", "0", "0.001", null]
      await refused(
        amounts.map((amount) => insert({ account_id: id, amount })),
        /amount: /
      )
      await refused([insert({ account_id: "clacc_none" })], /clacc_none does not exist/)
    })

    it("a balance is moved by entries only", async () => {
      const { id } = await account()
      await service.post([posting(id, "5", "a"), posting(id, "2", "b")])
      await refused(
        [
          [`update client_account set balance = 6`],
          [`update client_account set balance = 'NaN'`],
          [`update client_account set raw_balance = '{"value":"6","precision":20}'`],
          [`update client_account set chain_head = repeat('0', 64)`],
          [`update client_account set chain_head = null`],
          [`update client_account set entry_count = 3`],
          [`update client_account set last_entry_at = now()`],
          // The account as it was after its first entry.
          [
            `update client_account a set balance = e.balance_after, raw_balance = e.raw_balance_after,
               entry_count = 1, chain_head = e.hash from client_ledger_entry e where e.sequence = 1`,
          ],
        ],
        /its balance is the one after its last entry/
      )
      await refused(
        [
          [
            `insert into client_account (id, customer_id, currency_code, decimal_digits, balance)
             values ('clacc_rich', 'cus_9', 'eur', 2, 100)`,
          ],
        ],
        /starts at zero/
      )
    })

    it("an account keeps its customer and currency, and isn't deleted once it has entries", async () => {
      const { id } = await account()
      await service.post([posting(id, "5", "a")])
      await refused(
        [
          [`update client_account set customer_id = 'cus_2'`],
          [`update client_account set currency_code = 'usd'`],
          [`update client_account set decimal_digits = 3`],
          [`update client_account set market = 'another'`],
        ],
        /its customer and currency are fixed/
      )
      await refused(
        [[`delete from client_account`], [`delete from client_account where id = '${id}'`]],
        /with entries can not be deleted/
      )
      await refused([[`update client_account set deleted_at = now()`]], /is never deleted/)
      const empty = await account("cus_2")
      await run(`delete from client_account where id = ?`, [empty.id])
    })

    it("a receipt's money stays as it was recorded, and the receipt stays", async () => {
      const { id } = await account()
      await account("cus_2")
      await service.recordReceipts([{ account_id: id, method: "cash", amount: "20" }])
      await refused(
        [[`delete from client_receipt`], [`delete from client_receipt where amount > 0`]],
        /append-only/
      )
      await refused(
        [
          [`update client_receipt set amount = 21`],
          [`update client_receipt set direction = 'out'`],
          [`update client_receipt set currency_code = 'usd'`],
          [`update client_receipt set value_date = '2020-01-01'`],
          [
            `update client_receipt set account_id = (select id from client_account where customer_id = 'cus_2')`,
          ],
          [`update client_receipt set deleted_at = now()`],
        ],
        /only its method and reference/
      )
      const receipt = (values: string): [string] => [
        `insert into client_receipt (id, account_id, currency_code, direction, method, amount, value_date,
           source_type, source_id) values ('clrec_raw', ${values}, '2026-01-01', 'raw', 'raw')`,
      ]
      await refused([receipt(`'${id}', 'usd', 'in', 'cash', 5`)], /no account/)
      await refused(
        ["0", "-5", "'NaN'", "'Infinity'", "1e15"].map((amount) =>
          receipt(`'${id}', 'eur', 'in', 'cash', ${amount}`)
        ),
        /check constraint/
      )
    })

    it("a reversed receipt stays reversed, and its log of corrections is kept", async () => {
      const { id } = await account()
      const [recorded] = await service.recordReceipts([
        { account_id: id, method: "on_site", amount: "20" },
      ])
      const receipt_id = recorded!.receipt.id
      await service.correctReceipt({ receipt_id, method: "cash", reference: "drawer 2" })
      await service.reverseReceipt({ receipt_id, note: "counted twice" })
      await refused(
        [
          [`update client_receipt set reversed_at = null`],
          [`update client_receipt set reversed_at = now()`],
        ],
        /only its method and reference/
      )
      await refused(
        [
          [`update client_receipt_change set from_method = 'cheque'`],
          [`delete from client_receipt_change`],
        ],
        /append-only/
      )
    })
  })

  it("every write method that Medusa generates refuses", async () => {
    const { id } = await account()
    await service.post([posting(id, "5", "a")])
    const before = await snapshot()
    const methods = [
      "ClientAccounts",
      "ClientLedgerEntries",
      "ClientReceipts",
      "ClientReceiptChanges",
      "ClientOrders",
      "ClientLedgerSettings",
    ].flatMap((model) =>
      ["create", "update", "upsert", "delete", "softDelete", "restore"].map((verb) => verb + model)
    )
    const generated = service as unknown as Record<string, (input: unknown) => Promise<unknown>>
    for (const method of methods) {
      await expect(generated[method]!([{ id }])).rejects.toMatchObject({
        type: "not_allowed",
        message: expect.stringContaining(`${method}: the ledger is append-only`),
      })
    }
    expect(await snapshot()).toBe(before)
  })
})
