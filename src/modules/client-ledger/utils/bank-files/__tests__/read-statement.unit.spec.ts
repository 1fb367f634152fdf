import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import fc from "fast-check"
import { MedusaError } from "@medusajs/framework/utils"
import type { CsvFormat } from "../csv-format"
import { previewStatement } from "../preview"
import { readStatement, recognize } from "../read-statement"
import type { StatedAccount, StatementLine } from "../statement"

const FIXTURES = join(__dirname, "../../../../../../integration-tests/fixtures/bank")
const directory = mkdtempSync(join(tmpdir(), "client-ledger-bank-"))
afterAll(() => rmSync(directory, { recursive: true }))

const FRENCH: CsvFormat = {
  delimiter: ";",
  date_order: "dmy",
  decimal: ",",
  columns: {
    date: "Date opération",
    value_date: "Date valeur",
    label: "Libellé",
    counterparty: "émetteur",
    reference: "Référence",
    debit: "Débit",
    credit: "Crédit",
  },
}
const PLAIN: CsvFormat = {
  ...{ delimiter: ",", date_order: "ymd", decimal: "." },
  columns: { date: "Date", amount: "Amount", label: "Label" },
}

async function read(path: string, csv: CsvFormat | null = null) {
  const accounts: StatedAccount[] = []
  const lines: StatementLine[] = []
  for await (const item of readStatement(await recognize(path), csv)) {
    if ("line" in item) lines.push(item.line)
    else accounts.push(item.account)
  }
  return { accounts, lines }
}
const golden = (name: string, csv?: CsvFormat) => read(join(FIXTURES, name), csv)
const readText = (content: string | Buffer, csv?: CsvFormat) => {
  const path = join(directory, "file")
  writeFileSync(path, content)
  return read(path, csv)
}
const text = (name: string) => readFileSync(join(FIXTURES, name), "utf8")
/** What each line says, in short. */
const said = (lines: StatementLine[]) =>
  lines.map(({ booked_on, amount, counterparty, label }) => [
    booked_on,
    amount,
    counterparty,
    label,
  ])

describe("camt.053", () => {
  it("version 2: one line an entry, one a payment of a batch, nothing of what is pending", async () => {
    const { accounts, lines } = await golden("camt-053-02.xml")
    expect(accounts).toEqual([{ number: ["FR7630006000011234567890189"], currency_code: "eur" }])
    expect(said(lines)).toEqual([
      ["2026-02-05", "30", "Dupré & fils", "RF340042"],
      ["2026-02-05", "12.5", "Anne Morel", "panier du samedi"],
      ["2026-02-05", "30", "Bruno Petit", "merci < et > à bientôt"],
      ["2026-02-06", "-9.9", "Banque", "FRAIS DE TENUE DE COMPTE"],
    ])
    expect(lines.map(({ bank_reference }) => bank_reference)).toEqual([
      ...["BNK-0001", "BNK-0002/1", "BNK-0002/2", "BNK-0003"],
    ])
    expect(lines.map(({ value_date }) => value_date)).toEqual([
      ...["2026-02-06", "2026-02-05", "2026-02-05", "2026-02-06"],
    ])
    expect(lines[1]!.remarks).toContain("RF340042")
  })

  it("version 8: a payment in another currency leaves the batch one line, which keeps all references", async () => {
    const { lines } = await golden("camt-053-08.xml")
    expect(lines).toMatchObject([
      { amount: "20", counterparty: "Clara Grand", bank_reference: "TX-1", label: "VIR RF34 0042" },
      { amount: "5", counterparty: null, bank_reference: null, remarks: ["rf340042"] },
    ])
  })

  it.each(["03", "04", "05", "06", "07"])("version %s is read as well", async (version) => {
    const file = text("camt-053-02.xml").replace("001.02", `001.${version}`)
    expect((await readText(file)).lines).toHaveLength(4)
  })

  it.each([
    [
      "another message",
      ["camt.053.001.02", "camt.054.001.02"],
      /line 3, column \d+: expected a camt\.053/,
    ],
    [
      "a version to come",
      ["001.02", "001.99"],
      /expected a camt\.053 statement, version 001\.02 to/,
    ],
    [
      "a date",
      ["<Dt>2026-02-06</Dt>", "<Dt>2026-02-30</Dt>"],
      /line 13, column \d+: there is no such day/,
    ],
    ["an amount", [">30.00<", ">30,00<"], /line 12, column \d+: expected an amount.*"30,00"/],
    ["a sign", ["CRDT</CdtDbtInd><Sts>BOOK", "C</CdtDbtInd><Sts>BOOK"], /line 11.*CRDT or DBIT/],
    ["an unknown entity", ["Dupré &amp;", "Dupré &xxe;"], /line 17.*undefined entity/],
    [
      "a tag that doesn't close",
      ["</Stmt>", ""],
      /line \d+, column \d+: this XML is not well-formed/,
    ],
    ["no account", ["<Acct>", "<Acct2>"], /not well-formed|expected the account/],
  ])("refuses %s, and says where", async (_, [from, to], message) => {
    await expect(readText(text("camt-053-02.xml").replace(from!, to!))).rejects.toThrow(message)
  })

  it("has no DOCTYPE: no entity is declared, expanded or fetched", async () => {
    const bomb = `<?xml version="1.0"?><!DOCTYPE d [<!ENTITY a "b"><!ENTITY x SYSTEM "file:///etc/passwd">]>`
    const file = text("camt-053-02.xml").replace(/^<\?xml.*\?>/, bomb)
    await expect(readText(file)).rejects.toThrow(/no DOCTYPE/)
  })
})

describe("OFX", () => {
  it("1.x, Windows-1252: values without closing tags, decimal commas, a bare ampersand", async () => {
    const { accounts, lines } = await golden("sgml-1252.ofx")
    expect(accounts).toEqual([{ number: ["30006", "00001", "12345678901"], currency_code: "eur" }])
    expect(said(lines)).toEqual([
      ["2026-02-05", "30", "VIR DUPRÉ & FILS", "RF34 0042 œufs"],
      ["2026-02-06", "-9.9", "FRAIS", "FRAIS"],
    ])
  })

  it("2.x: the payee's own name, the day the money counts from, not the payee's account", async () => {
    const { accounts, lines } = await golden("xml-utf8.ofx")
    expect(accounts).toHaveLength(1)
    expect(lines).toMatchObject([
      {
        ...{ amount: "30", counterparty: "Dupré & fils", label: "Dupré & fils" },
        ...{ booked_on: "2026-02-05", value_date: "2026-02-06", bank_reference: "A1" },
      },
    ])
  })

  it.each([
    ["an amount", ["30.00", "thirty"], /line 9, column \d+: expected an amount.*"thirty"/],
    ["a day", ["20260205</DTPOSTED>", "20261305</DTPOSTED>"], /line 9.*no such day/],
    ["a line without a day", ["<DTPOSTED>20260205</DTPOSTED>", ""], /line 9.*expected DTPOSTED/],
    ["a card's statement", ["<STMTRS>", "<CCSTMTRS>"], /another kind/],
    ["a file that is cut off", ["</OFX>", ""], /cut off/],
  ])("refuses %s, and says where", async (_, [from, to], message) => {
    await expect(readText(text("xml-utf8.ofx").replace(from!, to!))).rejects.toThrow(message)
  })
})

describe("CSV", () => {
  it("a French bank's, Windows-1252: what is above and below the table is skipped", async () => {
    const { lines } = await golden("preamble-1252.csv", FRENCH)
    expect(said(lines)).toEqual([
      ["2026-02-05", "30", "Dupré", 'VIR SEPA "panier"'],
      ["2026-02-05", "1234.5", "Zoé Noël", "VIR SEPA"],
      ["2026-02-06", "-9.9", null, "FRAIS"],
      ["2026-02-06", "-1009.9", "EDF", "PRLV EDF"],
    ])
    expect(lines[0]).toMatchObject({ value_date: "2026-02-06", remarks: ["RF340042"], position: 5 })
  })

  it("UTF-8 with its mark, decimal points, a signed amount, a label of two lines", async () => {
    const { lines } = await golden("utf8.csv", PLAIN)
    expect(said(lines)).toEqual([
      ["2026-02-05", "30", null, "RF340042 second line"],
      ["2026-02-05", "12.5", null, "apples"],
      ["2026-02-05", "12.5", null, "apples"],
      ["2026-02-06", "-1009.9", null, "rent"],
    ])
  })

  it.each([
    [
      "Date,Label\n2026-02-05,x\n",
      /line 1: expected a line with the columns "Date", "Amount", "Label"/,
    ],
    [
      "Date,Amount,Label\n05/02/2026,1,x\n",
      /line 2, column "Date": expected a date, as 2026-01-31/,
    ],
    ["Date,Amount,Label\n2026-02-05,1.x,x\n", /line 2, column "Amount": expected an amount/],
    [
      "Date,Amount,Label\n2026-02-05,,x\n",
      /line 2, column "Amount": expected an amount, and found nothing/,
    ],
    ["Date,Amount,Label\n2026-02-29,1,x\n", /line 2, column "Date": there is no such day/],
    ['Date,Amount,Label\n2026-02-05,1,"x\n', /this is not CSV/],
    ["", /the file is empty/],
    ["PK\x03\x04\0\0", /found no text/],
  ])("refuses %j, and says where", async (content, message) => {
    await expect(readText(content, PLAIN)).rejects.toThrow(message)
  })

  it("asks for the columns when they weren't said", async () => {
    await expect(readText("Date,Amount\n2026-02-05,1\n")).rejects.toThrow(/say first which columns/)
  })

  it("shows a file's beginning to whom says what its columns are", async () => {
    const preview = await previewStatement(join(FIXTURES, "preamble-1252.csv"))
    expect(preview).toMatchObject({ format: "csv", encoding: "windows-1252", delimiter: ";" })
    expect(preview.rows).toContainEqual([
      ...["Date opération", "Date valeur", "Libellé", "Émetteur", "Référence", "Débit", "Crédit"],
    ])
  })
})

describe("any file", () => {
  const refusedOrRead = async (content: string | Buffer, csv?: CsvFormat) => {
    try {
      await readText(content, csv)
    } catch (error) {
      expect(error).toBeInstanceOf(MedusaError)
      expect((error as MedusaError).type).toBe("invalid_data")
    }
  }
  const goldens = [
    "camt-053-02.xml",
    "camt-053-08.xml",
    "sgml-1252.ofx",
    "xml-utf8.ofx",
    "utf8.csv",
  ]

  it("that was cut, doubled or changed somewhere is read, or refused with a reason", async () => {
    const change = fc.record({
      name: fc.constantFrom(...goldens, "preamble-1252.csv"),
      from: fc.double({ min: 0, max: 1, noNaN: true }),
      length: fc.nat(60),
      put: fc.oneof(
        fc.uint8Array({ maxLength: 20 }),
        fc.constantFrom(...["<", ">", "&", '"', "\0"])
      ),
    })
    await fc.assert(
      fc.asyncProperty(change, async ({ name, from, length, put }) => {
        const bytes = readFileSync(join(FIXTURES, name))
        const begin = Math.floor(from * bytes.length)
        const changed = [bytes.subarray(0, begin), Buffer.from(put), bytes.subarray(begin + length)]
        await refusedOrRead(Buffer.concat(changed), name.startsWith("utf8") ? PLAIN : FRENCH)
      }),
      { numRuns: 200 }
    )
  })

  it("of whatever bytes is read, or refused with a reason", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom("", "<", "<OFX>", "OFXHEADER:100\n<OFX>", "Date,Amount,Label\n"),
        fc.uint8Array({ maxLength: 300 }),
        (head, bytes) => refusedOrRead(Buffer.concat([Buffer.from(head), bytes]), PLAIN)
      ),
      { numRuns: 100 }
    )
  })
})
