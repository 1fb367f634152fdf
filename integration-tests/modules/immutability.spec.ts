import { ledgerSuite, posting } from "./support/ledger-suite"

const TRIGGERS = [
  ["bank_line", "bank_line_guard"],
  ["bank_line_act", "bank_line_act_append_only"],
  ["cheque_deposit", "cheque_deposit_guard"],
  ["cheque_deposit", "cheque_deposit_number"],
  ["cheque_deposit_line", "cheque_deposit_line_guard"],
  ["client_account", "client_account_fixed"],
  ["client_account", "client_account_opens"],
  ["client_account", "client_account_stays"],
  ["client_account_state", "client_account_state_posted"],
  ["client_closing", "client_closing_append_only"],
  ["client_closing", "client_closing_chain"],
  ["client_import", "client_import_append_only"],
  ["client_import_line", "client_import_line_append_only"],
  ["client_journal_letter", "client_journal_letter_append_only"],
  ["client_journal_piece", "client_journal_piece_append_only"],
  ["client_ledger_change", "client_ledger_change_append_only"],
  ["client_ledger_entry", "client_ledger_entry_append_only"],
  ["client_ledger_entry", "client_ledger_entry_posted"],
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
  "client_account_drop",
  "client_account_open",
  "client_account_refuse",
  "client_closing_chain",
  "client_closing_hash",
  "client_journal_balance",
  "client_journal_pair",
  "client_journal_source",
  "client_ledger_allows",
  "client_ledger_entry_hash",
  "client_ledger_explain",
  "client_ledger_guard",
  "client_ledger_hash",
  "client_ledger_post",
  "client_ledger_post",
  "client_ledger_raw_amount",
  "client_ledger_refuse",
  "client_ledger_write",
  "client_ledger_write_round",
  "client_receipt_closed",
  "client_receipt_guard",
  "client_receipt_in_slip",
  "client_top_up_guard",
]

ledgerSuite("immutability", (ledger) => {
  const { service, run, account, snapshot, inTransaction } = ledger

  /** The database refuses each of these statements, and nothing has changed. */
  async function refused(statements: [sql: string, parameters?: unknown[]][], reason: RegExp) {
    const before = await snapshot()
    for (const [sql, parameters] of statements) {
      await expect(run(sql, parameters).then(() => `${sql} went through`)).rejects.toThrow(reason)
    }
    expect(await snapshot()).toBe(before)
  }

  /** A posting as the database takes it. */
  const postable = (account_id: string, amount: string | null, source_id = "raw") =>
    JSON.stringify([
      { id: "clent_raw", account_id, type: "adjustment", amount, source_type: "test", source_id },
    ])

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

    it("an entry is written by the posting function alone, whatever it says", async () => {
      const { id } = await account()
      await service.post([posting(id, "5", "a")])
      const [row] = await run<Record<string, unknown>>(`select * from client_ledger_entry`)
      const follows = { ...row, sequence: 2, amount: "1", balance_after: "6", source_id: "b" }
      await refused(
        [
          insert({ account_id: id }),
          insert({ ...follows, id: "clent_raw" }),
          insert({ ...follows, id: "clent_raw", balance_after: "5" }),
          insert({ ...follows, id: "clent_raw", currency_code: "usd" }),
          insert({ account_id: id, source_type: "test", source_id: "a" }),
          [
            "insert into client_ledger_entry select * from client_ledger_entry on conflict do nothing",
          ],
        ],
        /it is posted/
      )
    })

    it("what the posting function may do is over when it is, also after it refused", async () => {
      const { id } = await account()
      await inTransaction(async (context) => {
        await context.run(`select client_ledger_post(?::jsonb)`, [postable(id, "1")])
        await context.run(`savepoint before_it`)
        await expect(
          context.run(`select client_ledger_post(?::jsonb)`, [postable(id, "0.001")])
        ).rejects.toThrow(/finer/)
        await context.run(`rollback to savepoint before_it`)
        await expect(context.run(...insert({ account_id: id }))).rejects.toThrow(/it is posted/)
      })
    })

    it("a key posts once", async () => {
      const { id } = await account()
      await service.post([posting(id, "5", "a")])
      const before = await snapshot()
      await run(`select client_ledger_post(?::jsonb)`, [postable(id, "5", "a")])
      expect(await snapshot()).toBe(before)
      await refused(
        [[`select client_ledger_post(?::jsonb)`, [postable(id, "6", "a")]]],
        /Already posted/
      )
    })

    it("an amount that isn't a finite number of whole cents, or is zero, is refused", async () => {
      const { id } = await account()
      const amounts = ["NaN", "Infinity", "-Infinity", "1e30", "-1e15", "0", "0.001", null]
      await refused(
        amounts.flatMap((amount): [string, unknown[]][] => [
          [`select client_ledger_post(?::jsonb)`, [postable(id, amount)]],
          [
            `select client_ledger_post('clent_raw', ?, 'order', ?, null, null, null, 'raw', 'raw', 0, null, null, null)`,
            [id, amount],
          ],
        ]),
        /amount: /
      )
      await refused(
        [[`select client_ledger_post(?::jsonb)`, [postable("clacc_none", "1")]]],
        /clacc_none does not exist/
      )
    })

    it("a balance is moved by entries only", async () => {
      const { id } = await account()
      await service.post([posting(id, "5", "a"), posting(id, "2", "b")])
      await refused(
        [
          [`update client_account_state set balance = 6`],
          [`update client_account_state set balance = 'NaN'`],
          [`update client_account_state set chain_head = repeat('0', 64)`],
          [`update client_account_state set chain_head = null`],
          [`update client_account_state set entry_count = 3`],
          [`update client_account_state set last_entry_at = now()`],
          [`delete from client_account_state`],
          [`insert into client_account_state select * from client_account_state`],
          // The account as it was after its first entry.
          [
            `update client_account_state a set balance = e.balance_after, entry_count = 1, chain_head = e.hash
             from client_ledger_entry e where e.sequence = 1`,
          ],
        ],
        /its balance is the one after its last entry/
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
