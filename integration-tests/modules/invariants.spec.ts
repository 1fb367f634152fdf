import fc from "fast-check"
import { MANUAL_ENTRY_TYPES, type LedgerEntryDTO } from "../../src/modules/client-ledger/types"
import {
  balanceOf,
  decimal,
  LedgerModel,
  written,
  type ModelPosting,
  type Refusal,
  type Written,
} from "./support/ledger-model"
import { ledgerSuite } from "./support/ledger-suite"

const ACCOUNTS = [
  ["ann", "eur", 2],
  ["ben", "eur", 2],
  ["ann", "jpy", 0],
  ["ben", "kwd", 3],
] as const

// Small numbers collide often: keys are replayed, balances come back to zero, debts are written off whole.
const amount: fc.Arbitrary<Written> = fc.record({
  minor: fc.oneof(
    { weight: 8, arbitrary: fc.bigInt({ min: -6n, max: 6n }) },
    { weight: 1, arbitrary: fc.bigInt({ min: -(10n ** 11n), max: 10n ** 11n }) }
  ),
  tooFine: fc.nat(19).map((dice) => dice === 0),
})
const index = fc.nat(3)

const posting: fc.Arbitrary<ModelPosting> = fc
  .tuple(amount, index, fc.nat(11), fc.constantFrom("adjustment", "order"))
  .map(([value, account, key, type]) => ({ ...value, account, key, type }) as ModelPosting)

const action = fc.oneof(
  fc.record({
    do: fc.constant("post" as const),
    postings: fc.array(posting, { minLength: 1, maxLength: 4 }),
  }),
  fc.record({
    do: fc.constant("manual" as const),
    account: index,
    type: fc.constantFrom(...MANUAL_ENTRY_TYPES),
    amount,
  }),
  fc.record({ do: fc.constant("receipt" as const), account: index, out: fc.boolean(), amount }),
  fc.record({ do: fc.constant("reverse" as const), account: index, nth: fc.nat(30) }),
  fc.record({ do: fc.constant("reverse receipt" as const), account: index, nth: fc.nat(30) })
)
type Action = typeof action extends fc.Arbitrary<infer Value> ? Value : never

ledgerSuite("invariants", ({ service, run, account, entries }) => {
  let runs = 0

  async function openAccounts() {
    const market = `run_${++runs}`
    const opened = await Promise.all(
      ACCOUNTS.map(([customer, currency]) => account(`${market}_${customer}`, currency))
    )
    const model = new LedgerModel(
      opened.map(({ id }, n) => ({ id, digits: ACCOUNTS[n]![2], entries: [] }))
    )
    return { market, model }
  }

  /** Does what an action says; answers how it was refused, or null. */
  async function perform(
    market: string,
    model: LedgerModel,
    given: Action
  ): Promise<Refusal | null> {
    const work = async () => {
      if (given.do === "post") {
        return service.post(
          given.postings.map((one) => ({
            account_id: model.account(one.account).id,
            type: one.type,
            amount: written(one, model.account(one.account).digits),
            source_type: one.type,
            source_id: `${market} ${one.key}`,
          }))
        )
      }
      const { id, digits } = model.account(given.account)
      if (given.do === "manual") {
        return service.recordManualEntry({
          account_id: id,
          type: given.type,
          amount: written(given.amount, digits),
          note: "why",
        })
      }
      if (given.do === "receipt") {
        return service.recordReceipts([
          {
            account_id: id,
            direction: given.out ? "out" : "in",
            confirmed: true,
            method: "cash",
            amount: written(given.amount, digits),
          },
        ])
      }
      const entry = pick(await entries(id), given)
      if (given.do === "reverse" && entry) {
        return service.reverseEntry({ account_id: id, entry_id: entry.id, note: "why" })
      }
      if (entry) return service.reverseReceipt({ receipt_id: entry.receipt_id!, note: "why" })
      return null
    }
    return work().then(
      () => null,
      (error: { type?: Refusal }) => error.type ?? Promise.reject(error)
    )
  }

  /** The same on the model. */
  function predict(model: LedgerModel, given: Action): Refusal | null {
    if (given.do === "post") return model.post(given.postings)
    const on = model.account(given.account)
    if (given.do === "manual") return model.recordManual(on, given.type, given.amount)
    if (given.do === "receipt") return model.recordReceipt(on, given.out, given.amount)
    const entry = pick(on.entries, given)
    return entry ? model.reverse(on, entry, given.do === "reverse receipt") : null
  }

  const pick = <Entry extends { type: string }>(
    list: Entry[],
    given: Extract<Action, { nth: number }>
  ) => {
    const isOfReceipt = (entry: Entry) => entry.type === "receipt" || entry.type === "payout"
    const candidates = given.do === "reverse" ? list : list.filter(isOfReceipt)
    return candidates[given.nth % Math.max(candidates.length, 1)]
  }

  /** Every entry of these accounts, as text, and what else an action may write. */
  const rowsOf = async (model: LedgerModel) => {
    const ids = model.accounts.map(({ id }) => id).join(",")
    const rows = await run<{ row: string }>(
      `select e::text as row from client_ledger_entry e where account_id = any(string_to_array(?, ',')) order by created_at, account_id, sequence`,
      [ids]
    )
    const [others] = await run(
      `select (select string_agg(r::text, ';' order by id) from client_receipt r where account_id = any(string_to_array(?, ','))) as receipts,
         (select string_agg(a::text || s::text, ';' order by id) from client_account a join client_account_state s on s.account_id = a.id
           where id = any(string_to_array(?, ','))) as accounts`,
      [ids, ids]
    )
    return { history: rows.map(({ row }) => row), others }
  }

  function checkChain(list: LedgerEntryDTO[], digits: number) {
    let balance = 0n
    list.forEach((entry, n) => {
      balance += minorOf(entry.amount, digits)
      expect([entry.sequence, minorOf(entry.balance_after, digits)]).toEqual([n + 1, balance])
    })
    const keys = list.map((entry) => `${entry.source_type} ${entry.source_id} ${entry.source_seq}`)
    expect(new Set(keys).size).toBe(list.length)
    return balance
  }

  afterEach(async () => {
    expect((await service.verifyLedger()).problems).toEqual([])
  })

  it("any sequence of acts is accepted, refused and added up as a plain model does", async () => {
    const outcomes: Record<string, number> = {}
    await fc.assert(
      fc.asyncProperty(fc.array(action, { minLength: 10, maxLength: 30 }), async (actions) => {
        const { market, model } = await openAccounts()
        let before = await rowsOf(model)
        for (const given of actions) {
          const expected = predict(model, given)
          const outcome = await perform(market, model, given)
          expect([given, outcome]).toEqual([given, expected])
          outcomes[outcome ?? "accepted"] = (outcomes[outcome ?? "accepted"] ?? 0) + 1

          const after = await rowsOf(model)
          if (outcome) expect(after).toEqual(before)
          expect(after.history.slice(0, before.history.length)).toEqual(before.history)
          before = after
        }
        for (const one of model.accounts) {
          const list = await entries(one.id)
          expect(list.map((entry) => [entry.type, entry.amount])).toEqual(
            one.entries.map((entry) => [entry.type, plain(decimal(entry.minor, one.digits))])
          )
          const balance = checkChain(list, one.digits)
          expect(balance).toBe(balanceOf(one))
          const { balance: shown } = await service.retrieveAccount(one.id)
          expect(minorOf(shown, one.digits)).toBe(balance)
        }
      }),
      { numRuns: 30 }
    )
    const total = Object.values(outcomes).reduce((sum, count) => sum + count, 0)
    const share = (outcomes.accepted ?? 0) / total
    process.stdout.write(
      `acts accepted: ${Math.round(share * 100)} % of ${total}; ${JSON.stringify(outcomes)}\n`
    )
    expect(share).toBeGreaterThan(0.35)
    expect(Object.keys(outcomes).sort()).toEqual([
      "accepted",
      "conflict",
      "invalid_data",
      "not_allowed",
    ])
  })

  it("any acts at once keep every account's chain, balance and keys", async () => {
    let accepted = 0
    let total = 0
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(action, { minLength: 4, maxLength: 8 }), { minLength: 2, maxLength: 4 }),
        async (waves) => {
          const { market, model } = await openAccounts()
          for (const wave of waves) {
            const outcomes = await Promise.all(wave.map((given) => perform(market, model, given)))
            total += outcomes.length
            accepted += outcomes.filter((outcome) => outcome === null).length
          }
          for (const { id, digits } of model.accounts) {
            const balance = checkChain(await entries(id), digits)
            const { balance: shown } = await service.retrieveAccount(id)
            expect(minorOf(shown, digits)).toBe(balance)
          }
        }
      ),
      { numRuns: 15 }
    )
    process.stdout.write(`acts accepted: ${Math.round((100 * accepted) / total)} % of ${total}\n`)
    expect(accepted / total).toBeGreaterThan(0.35)
  })
})

/** "12.40" of euros is 1240n. */
function minorOf(value: string, digits: number): bigint {
  const [whole = "", fraction = ""] = value.replace("-", "").split(".")
  const minor = BigInt(whole + fraction.padEnd(digits, "0"))
  return value.startsWith("-") ? -minor : minor
}

/** As the ledger writes it: "12.40" is "12.4". */
const plain = (value: string) => (value.includes(".") ? value.replace(/\.?0+$/, "") : value)
