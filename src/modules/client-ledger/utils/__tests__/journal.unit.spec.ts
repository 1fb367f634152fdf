import fc from "fast-check"
import { letterCode, settledSets, type LetteredLine } from "../lettering"
import { accountFor, chartOf, patchChart } from "../journal-chart"
import { pieceOf, type Books, type EntryRow } from "../journal-piece"
import { addAmounts, isZero, negate, sameAmount } from "../money"
import { splitByTaxes, splitDifference, type Split, type TaxPart } from "../vat-split"

const cents = fc.integer({ min: 1, max: 5_000_000 }).map((value) => (value / 100).toFixed(2))
const taxParts = fc
  .uniqueArray(fc.constantFrom("0", "2.1", "5.5", "10", "20"), { maxLength: 4 })
  .chain((rates) =>
    fc.tuple(
      ...rates.map((rate) =>
        fc.record({
          rate: fc.constant(rate),
          base: cents,
          tax: rate === "0" ? fc.constant("0") : cents,
        })
      )
    )
  ) as fc.Arbitrary<TaxPart[]>
const sum = (split: Split) => addAmounts(...Object.values(split))

describe("an order's sale and its VAT", () => {
  it("is what Medusa's tax lines say, where the order owes just that", () => {
    const taxes = [
      { rate: "5.5", base: "10.01", tax: "0.55" },
      { rate: "20", base: "15", tax: "3" },
    ]
    expect(splitByTaxes("28.56", taxes, 2)).toEqual({
      "sales:5.5": "10.01",
      "vat:5.5": "0.55",
      "sales:20": "15",
      "vat:20": "3",
    })
  })

  it("adds up to the cent, whatever is owed", () => {
    fc.assert(
      fc.property(cents, taxParts, (amount, taxes) =>
        sameAmount(sum(splitByTaxes(amount, taxes, 2)), amount)
      )
    )
  })

  it("after any edits the books say what the last taxes say, and each step is what was owed more", () => {
    const edits = fc.array(fc.tuple(cents, fc.boolean(), taxParts), { minLength: 1, maxLength: 6 })
    fc.assert(
      fc.property(edits, (steps) => {
        let booked: Split = {}
        let owed = "0"
        for (const [step, less, taxes] of steps) {
          const amount = less ? negate(step) : step
          const { difference, booked: after } = splitDifference(booked, amount, taxes, 2)
          owed = addAmounts(owed, amount)
          expect(sameAmount(sum(difference), amount)).toBe(true)
          expect(after).toEqual(splitByTaxes(owed, taxes, 2))
          booked = after
        }
      })
    )
  })

  it("one that is cancelled leaves nothing on any account", () => {
    fc.assert(
      fc.property(cents, taxParts, taxParts, (amount, taxes, later) => {
        const { booked } = splitDifference({}, amount, taxes, 2)
        expect(splitDifference(booked, negate(amount), later, 2).booked).toEqual({})
      })
    )
  })
})

const row = (more: Partial<EntryRow> = {}): EntryRow => ({
  kind: "entry",
  id: "clent_1",
  day: "2026-01-31",
  value_date: "2026-01-30",
  type: "receipt",
  source_type: "receipt",
  amount: "12.4",
  note: null,
  order_id: null,
  display_id: null,
  has_next: false,
  account_number: 12,
  customer_name: "Camille Dupré",
  receipt_id: "clrec_1",
  method: "cash",
  provider_id: null,
  direction: "in",
  reference: null,
  bounced: false,
  reversed_type: null,
  reversed_amount: null,
  pair: null,
  ...more,
})
const books = (more: Partial<Books> = {}): Books => ({
  chart: {},
  language: "fr",
  digits: 2,
  taxesOf: () => [{ rate: "20", base: "10", tax: "2" }],
  booked: new Map(),
  ...more,
})
const act = (more: Partial<EntryRow>) =>
  row({ receipt_id: null, method: null, direction: null, ...more })

describe("the piece of an entry", () => {
  it.each<[string, EntryRow, string, Record<string, string>]>([
    ["cash", row(), "CA", { "411": "-12.4", "530": "12.4" }],
    ["a cheque", row({ method: "cheque" }), "CH", { "411": "-12.4", "5112": "12.4" }],
    ["a transfer", row({ method: "transfer" }), "BQ", { "411": "-12.4", "512": "12.4" }],
    ["the terminal", row({ method: "card_terminal" }), "CB", { "411": "-12.4", "5115": "12.4" }],
    ["online", row({ method: "online", type: "capture" }), "CB", { "411": "-12.4", "517": "12.4" }],
    ["a method to be said", row({ method: "on_site" }), "OD", { "411": "-12.4", "471": "12.4" }],
    [
      "cash handed out",
      row({ type: "payout", direction: "out", amount: "-5" }),
      "CA",
      { "411": "5", "530": "-5" },
    ],
    [
      "a cheque that the market writes",
      row({ method: "cheque", direction: "out", amount: "-5" }),
      "BQ",
      { "411": "5", "512": "-5" },
    ],
    [
      "a cheque that the bank returns",
      row({ type: "reversal", method: "cheque", amount: "-30", bounced: true }),
      "BQ",
      { "411": "30", "512": "-30" },
    ],
    [
      "an order",
      row({ type: "order", source_type: "order", order_id: "o", amount: "-12", method: null }),
      "VE",
      { "411": "12", "707": "-10", "44571": "-2" },
    ],
    [
      "a write-off",
      act({ type: "write_off", amount: "0.2" }),
      "OD",
      { "411": "-0.2", "658": "0.2" },
    ],
    [
      "what the market keeps",
      act({ type: "adjustment", amount: "-1" }),
      "OD",
      { "411": "1", "758": "-1" },
    ],
    [
      "a write-off taken back: on the account it was written on",
      act({ type: "reversal", amount: "-0.2", reversed_type: "write_off", reversed_amount: "0.2" }),
      "OD",
      { "411": "0.2", "658": "-0.2" },
    ],
    [
      "an opening balance",
      act({ type: "opening_balance", amount: "-9" }),
      "OD",
      { "411": "9", "890": "-9" },
    ],
    [
      "the bank's fee",
      act({ type: "bank_fee", amount: "-13.5" }),
      "OD",
      { "411": "13.5", "7088": "-13.5" },
    ],
  ])("%s", (_name, entry, journal, amounts) => {
    const piece = pieceOf(entry, books())
    expect(piece.journal).toBe(journal)
    expect(Object.fromEntries(piece.lines.map((line) => [line.account, line.amount]))).toEqual(
      Object.fromEntries(Object.entries(amounts))
    )
    expect(piece.lines[0]).toMatchObject({ aux: "C00012", entry_id: "clent_1" })
  })

  it("a transfer between accounts is one piece of two clients", () => {
    const pair = { id: "clent_2", account_number: 7, customer_name: "Zoé" }
    const piece = pieceOf(
      act({ type: "transfer", source_type: "transfer", amount: "-5", pair }),
      books()
    )
    expect(piece.lines.map(({ aux, amount, entry_id }) => [aux, amount, entry_id])).toEqual([
      ["C00012", "5", "clent_1"],
      ["C00007", "-5", "clent_2"],
    ])
  })

  it("a slip brings its cheques to the bank", () => {
    const slip = {
      kind: "deposit" as const,
      id: "chd",
      day: "2026-02-07",
      value_date: "2026-02-07",
      number: 3,
    }
    const piece = pieceOf({ ...slip, total: "42.4" }, books())
    expect(piece).toMatchObject({
      journal: "BQ",
      reference: "REM-3",
      deposit_id: "chd",
      entry_id: null,
    })
    expect(piece.lines.map(({ account, amount }) => [account, amount])).toEqual([
      ["512", "42.4"],
      ["5112", "-42.4"],
    ])
  })

  it("always balances", () => {
    const amount = fc
      .tuple(cents, fc.boolean())
      .map(([value, less]) => (less ? negate(value) : value))
    const entries = fc.record({
      amount,
      type: fc.constantFrom(
        "receipt",
        "order",
        "reversal",
        "adjustment",
        "opening_balance",
        "bank_fee"
      ),
      method: fc.constantFrom("cash", "cheque", "online", null),
      taxes: taxParts,
    })
    fc.assert(
      fc.property(entries, ({ amount, type, method, taxes }) => {
        const source_type = type === "order" ? "order" : "x"
        const entry = row({ amount, type, method, source_type, order_id: "o" } as Partial<EntryRow>)
        const { lines } = pieceOf(entry, books({ taxesOf: () => taxes }))
        expect(isZero(addAmounts(...lines.map((line) => line.amount)))).toBe(true)
      })
    )
  })
})

describe("the chart of accounts", () => {
  it("what the market didn't choose is as the general chart suggests; a rate or a provider may have its own", () => {
    const chart = patchChart(
      {},
      {
        bank: { number: "512001", name: "Crédit coopératif" },
        "vat:5.5": { number: "445711", name: "TVA 5,5 %" },
        "online:pp_stripe_stripe": { number: "5171", name: "Stripe" },
      }
    )
    expect(accountFor(chart, "bank").number).toBe("512001")
    expect(accountFor(chart, "vat", "5.5").number).toBe("445711")
    expect(accountFor(chart, "vat", "20").number).toBe("44571")
    expect(accountFor(chart, "online", "pp_stripe_stripe").name).toBe("Stripe")
    expect(chartOf(chart)).toMatchObject({
      cash: { number: "530" },
      "vat:5.5": { number: "445711" },
    })
    expect(patchChart(chart, { bank: null })).not.toHaveProperty("bank")
  })

  it.each([
    ["cash", { number: "411", name: "Caisse" }, /accounts\.cash\.number: must begin with 53/],
    ["bank", { number: "512 A", name: "Banque" }, /3 to 12 digits/],
    ["bank", { number: "512", name: " " }, /accounts\.bank\.name/],
    ["vat:05", { number: "44571", name: "TVA" }, /accounts\.vat:05: unknown/],
    ["cash:1", { number: "530", name: "Caisse" }, /unknown/],
    ["toString", { number: "530", name: "Caisse" }, /unknown/],
  ])("refuses what %s can't be", (use, account, message) => {
    expect(() => patchChart({}, { [use]: account })).toThrow(message)
  })
})

describe("lettering", () => {
  const line = (entry_id: string, node: string, amount: string, ordinal: number | null = null) => ({
    ...{ entry_id, node, amount, ordinal },
  })
  const ids = (sets: LetteredLine[][]) => sets.map((set) => set.map(({ entry_id }) => entry_id))

  it("a payment of two orders is one set; what isn't settled has no letter", () => {
    const lines = [
      line("a", "o1", "-50"),
      line("b", "o2", "-10"),
      line("c", "r1", "60"),
      line("d", "o3", "-7"),
    ]
    const links = [
      { credit_id: "r1", debt_id: "o1" },
      { credit_id: "r1", debt_id: "o2" },
    ]
    expect(ids(settledSets(lines, links))).toEqual([["a", "b", "c"]])
  })

  it("an order that is owed in part has none, a payment that was taken back is a set by itself", () => {
    const lines = [
      line("a", "o1", "-50"),
      line("b", "r1", "20"),
      line("c", "r2", "5"),
      line("d", "r2", "-5"),
    ]
    expect(ids(settledSets(lines, [{ credit_id: "r1", debt_id: "o1" }]))).toEqual([["c", "d"]])
  })

  it("a payment that bounces after its set was lettered makes a set with the one that replaces it", () => {
    const lines = [
      line("order", "o1", "-50", 1),
      line("cheque", "r1", "50", 1),
      line("bounced", "r1", "-50"),
      line("cash", "r2", "50"),
    ]
    expect(ids(settledSets(lines, [{ credit_id: "r2", debt_id: "o1" }]))).toEqual([
      ["bounced", "cash"],
    ])
  })

  it("every set is zero, of open lines, and no line is in two", () => {
    const nodes = fc.constantFrom("a", "b", "c", "d", "e")
    const some = fc.array(
      fc.tuple(nodes, fc.integer({ min: -3, max: 3 }), fc.constantFrom(null, null, 1, 2)),
      { maxLength: 20 }
    )
    const links = fc.array(fc.record({ credit_id: nodes, debt_id: nodes }), { maxLength: 6 })
    fc.assert(
      fc.property(some, links, (rows, linked) => {
        const lines = rows.map(([node, amount, ordinal], n) =>
          line(`e${n}`, node, String(amount), ordinal)
        )
        const sets = settledSets(lines, linked)
        for (const set of sets) {
          expect(isZero(addAmounts(...set.map(({ amount }) => amount)))).toBe(true)
          expect(set.length).toBeGreaterThan(1)
          expect(set.every(({ ordinal }) => ordinal === null)).toBe(true)
        }
        const all = sets.flat().map(({ entry_id }) => entry_id)
        expect(new Set(all).size).toBe(all.length)
      })
    )
  })

  it.each([
    [1, "AA"],
    [2, "AB"],
    [27, "BA"],
    [676, "ZZ"],
    [677, "AAA"],
    [678, "AAB"],
  ])("the letter no. %d is %s", (ordinal, code) => {
    expect(letterCode(ordinal)).toBe(code)
  })
})
