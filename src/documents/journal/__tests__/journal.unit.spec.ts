import type { NumberedPiece } from "../../../modules/client-ledger/sql/journal-pieces"
import { csvRows } from "../csv"
import { fecHeader, fecLines } from "../fec"
import { beancountPiece, hledgerHeader, hledgerPiece } from "../plain-text"

const sale: NumberedPiece = {
  currency_code: "eur",
  journal: "VE",
  number: 12,
  day: "2026-01-31",
  valid_on: "2026-02-01",
  reference: "1042",
  referred_on: "2026-01-30",
  label: "Commande 1042 – Zoé\tO;Neil",
  order_id: "order_1",
  entry_id: "clent_1",
  deposit_id: null,
  lines: [
    {
      account: "411",
      name: "Clients",
      amount: "1012.5",
      aux: "C00012",
      aux_name: 'Zoé "O;Neil"',
      entry_id: "clent_1",
      letter: { code: "AB", day: "2026-02-07" },
    },
    { account: "707", name: "Ventes de marchandises", amount: "-1000" },
    { account: "44571", name: "TVA collectée", amount: "-12.5" },
  ],
}
const draft = { ...sale, number: 3, valid_on: null }
const fields = (piece: NumberedPiece, digits = 2) =>
  fecLines([piece], digits, "fr")
    .split("\r\n")
    .filter(Boolean)
    .map((line) => line.split("\t"))

describe("FEC format (LPF, art. A47 A-1)", () => {
  it("has its 18 columns in their order, parted by tabs", () => {
    expect(fecHeader()).toBe(
      "JournalCode\tJournalLib\tEcritureNum\tEcritureDate\tCompteNum\tCompteLib\tCompAuxNum\tCompAuxLib\tPieceRef\t" +
        "PieceDate\tEcritureLib\tDebit\tCredit\tEcritureLet\tDateLet\tValidDate\tMontantdevise\tIdevise\r\n"
    )
  })

  it("writes dates as yyyyMMdd, amounts with a comma, and one line for each line of a piece", () => {
    const label = "Commande 1042 – Zoé O;Neil"
    expect(fields(sale)).toEqual([
      [
        ...["VE", "Ventes", "12", "20260131", "411", "Clients", "C00012", 'Zoé "O;Neil"'],
        ...["1042", "20260130", label, "1012,50", "0,00", "AB", "20260207", "20260201", "", ""],
      ],
      [
        ...["VE", "Ventes", "12", "20260131", "707", "Ventes de marchandises", "", ""],
        ...["1042", "20260130", label, "0,00", "1000,00", "", "", "20260201", "", ""],
      ],
      [
        ...["VE", "Ventes", "12", "20260131", "44571", "TVA collectée", "", ""],
        ...["1042", "20260130", label, "0,00", "12,50", "", "", "20260201", "", ""],
      ],
    ])
  })

  it("what is provisional has no ValidDate and says so in its number", () => {
    expect(fields(draft).map((line) => [line[2], line[15]])).toEqual(Array(3).fill(["P3", ""]))
  })

  it("another currency than the euro is said, with its own decimals", () => {
    const yen = { ...sale, currency_code: "jpy", lines: [{ ...sale.lines[0]!, amount: "1012" }] }
    expect(fields(yen, 0)[0]!.slice(11)).toEqual([
      ...["1012", "0", "AB", "20260207", "20260201", "1012", "JPY"],
    ])
  })
})

describe("other formats", () => {
  it("hledger's: a client is a part of his account, what a person typed can't end a line or begin a comment", () => {
    expect(hledgerHeader("eur", 2)).toBe("commodity 1000.00 EUR\n")
    expect(hledgerPiece(sale, 2)).toBe(
      [
        "",
        "2026-01-31 * (VE-12) Commande 1042 – Zoé O,Neil  ; ref:1042",
        '    411:C00012  1012.50 EUR  ; Zoé "O,Neil", letter:AB',
        "    707  -1000.00 EUR  ; Ventes de marchandises",
        "    44571  -12.50 EUR  ; TVA collectée",
        "",
      ].join("\n")
    )
    expect(hledgerPiece(draft, 2)).toContain("2026-01-31 ! (VE-P3)")
  })

  it("Beancount's: accounts are of its five kinds, quotes are escaped", () => {
    const text = beancountPiece(sale, 2)
    expect(text).toContain('2026-01-31 * "Commande 1042 – Zoé O;Neil"\n  piece: "VE-12"')
    expect(text).toContain('  Assets:411:C00012  1012.50 EUR\n    client: "Zoé \\"O;Neil\\""')
    expect(text).toContain("  Income:707  -1000.00 EUR")
    expect(text).toContain("  Liabilities:44571  -12.50 EUR")
  })

  it("CSV: a row for each line, debit and credit apart", () => {
    const rows = [...csvRows([sale], 2, (text) => text ?? "")]
    expect(rows.map(({ account, debit, credit }) => [account, debit, credit])).toEqual([
      ["411", "1012.50", "0.00"],
      ["707", "0.00", "1000.00"],
      ["44571", "0.00", "12.50"],
    ])
  })
})
