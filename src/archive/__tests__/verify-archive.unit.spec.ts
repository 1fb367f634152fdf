import { execFile } from "node:child_process"
import { join } from "node:path"
import { promisify } from "node:util"
import fc from "fast-check"
import { ZipFile } from "yazl"
import { buffer } from "node:stream/consumers"
import type { Readable } from "node:stream"
import { AS_MADE, COLUMNS, TABLES, fromCell, toCell, type TableName } from "../format"
import { verifyArchive, verifyJoins } from "../verify/verify-archives"
import { fileOf, removeFiles, yearOf, zipOf, type Payment, type Year } from "./small-year"

jest.setTimeout(120_000)
afterAll(removeFiles)

const PAYMENTS: Payment[] = [
  { account: 1, cents: 2000, note: '=cmd|"x"\n' },
  { account: 2, cents: 1240, note: null, reversed: true },
  { account: 1, cents: -300, note: "" },
]

const verified = async (year: Year) => verifyArchive(fileOf(await zipOf(year)))
const problemsOf = async (year: Year) => (await verified(year)).problems.messages

const first = yearOf(2024, PAYMENTS)
const second = () => yearOf(2025, [...PAYMENTS, { account: 3, cents: 5, note: "'quoted" }], first)

/** No chain covers them: only the archive's checksums do, and a copy kept elsewhere. */
const UNCOVERED: Partial<Record<TableName, readonly string[]>> = {
  "accounts.csv": ["number", "customer_id", "decimal_digits", "created_at"],
  "receipts.csv": [
    ...["provider_id", "reference", "order_id", "order_ids", "top_up_id", "source_type"],
    // That it was reversed is covered, the moment isn't.
    ...["source_id", "created_at", "reversed_at"],
  ],
  "receipt_changes.csv": ["id", "from_method", "from_reference", "actor_id", "created_at"],
  "closings.csv": ["decimal_digits"],
  "cheque_deposits.csv": [
    ...["number", "currency_code", "note", "actor_id", "created_at", "canceled_at"],
  ],
  // A cheque may be of a receipt of an earlier year.
  "cheque_deposit_lines.csv": ["position", "receipt_id", "drawer", "bank", "cheque_number"],
  "changes.csv": COLUMNS["changes.csv"],
  "clients.csv": COLUMNS["clients.csv"],
  "allocations.csv": COLUMNS["allocations.csv"],
}

/** Other values of a cell. */
const forgeries = (value: string | number | null) =>
  value === null ? ["", "x"] : [`${value}0`, null]

describe("an archive that nobody touched", () => {
  it("holds, and tells how much was checked", async () => {
    const report = await verified(second())
    expect(report.problems.messages).toEqual([])
    expect(report).toMatchObject({ accounts: 3, entries: 5, receipts: 4, closings: 1 })
  })

  it("holds whatever was paid, and whatever notes say", async () => {
    const payment = fc.record({
      account: fc.integer({ min: 1, max: 4 }),
      cents: fc.integer({ min: -100_000, max: 100_000 }).filter((cents) => cents !== 0),
      note: fc.option(fc.string({ unit: "grapheme" })),
      reversed: fc.boolean(),
    })
    await fc.assert(
      fc.asyncProperty(fc.array(payment, { maxLength: 20 }), async (payments) => {
        expect(await problemsOf(yearOf(2024, payments))).toEqual([])
      }),
      { numRuns: 20 }
    )
  })

  it("begins as the year before it ended", async () => {
    const [a, b] = [(await verified(first)).year!, (await verified(second())).year!]
    expect(verifyJoins([b, a]).messages).toEqual([])
    const other = (await verified(yearOf(2024, PAYMENTS.slice(1)))).year!
    expect(verifyJoins([other, b]).messages).toEqual([
      "From 2024 to 2025: account clacc_2 doesn't begin as it ended",
      "From 2024 to 2025: account clacc_1 doesn't begin as it ended",
      "From 2024 to 2025: the closings don't go on where they ended",
    ])
    const gap = { ...a, manifest: { ...a.manifest, year: 2023 } }
    expect(verifyJoins([gap, b]).messages).toEqual([
      "From 2023 to 2025: the one isn't the year before the other",
    ])
  })
})

describe("a forger who makes the checksums anew", () => {
  for (const table of TABLES) {
    it(`is found out by any change of ${table}, where the chain covers it`, async () => {
      const uncovered = UNCOVERED[table] ?? []
      const unseen: string[] = []
      const rows = [...second().tables[table].entries()]
      // The first and the last: each check takes some milliseconds.
      for (const [n, row] of rows.filter(([n]) => n === 0 || n === rows.length - 1)) {
        for (const column of COLUMNS[table].filter((name) => !uncovered.includes(name))) {
          for (const other of forgeries(row[column]!)) {
            const year = second()
            year.tables[table][n]![column] = other
            if (!(await problemsOf(year)).length)
              unseen.push(`${column}: ${row[column]} → ${other}`)
          }
        }
      }
      expect(unseen).toEqual([])
    })
  }

  it("is found out where a payment is said to be reversed, or to stand", async () => {
    for (const n of second().tables["receipts.csv"].keys()) {
      const year = second()
      const receipt = year.tables["receipts.csv"][n]!
      receipt.reversed_at = receipt.reversed_at ? null : "2025-05-05T10:00:00.123456Z"
      expect((await problemsOf(year)).join()).toMatch(/its entries differ/)
    }
  })

  it("is found out by any change of heads.json", async () => {
    const unseen: string[] = []
    for (const [n, head] of second().heads.entries()) {
      for (const [field, value] of Object.entries(head)) {
        const year = second()
        Object.assign(year.heads[n]!, {
          [field]: typeof value === "number" ? value + 1 : `${value}1`,
        })
        if (!(await problemsOf(year)).length) unseen.push(`${field} of ${head.account_id}`)
      }
    }
    expect(unseen).toEqual([])
  })

  it.each([
    "entries.csv",
    "receipts.csv",
    "closings.csv",
    "accounts.csv",
    "cheque_deposits.csv",
    "cheque_deposit_lines.csv",
  ] as const)("is found out when %s lacks a row, or has it twice", async (table) => {
    for (const n of second().tables[table].keys()) {
      const without = second()
      without.tables[table].splice(n, 1)
      expect(await problemsOf(without)).not.toEqual([])
      const twice = second()
      twice.tables[table].splice(n, 0, { ...twice.tables[table][n]! })
      expect(await problemsOf(twice)).not.toEqual([])
    }
  })

  it("is found out when a whole account is gone: a closing told of it", async () => {
    const year = second()
    const isKept = (row: { account_id?: unknown; id?: unknown }) =>
      row.account_id !== "clacc_3" && row.id !== "clacc_3"
    year.heads = year.heads.filter(isKept)
    for (const table of TABLES) year.tables[table] = year.tables[table].filter(isKept)
    expect((await problemsOf(year)).join("\n")).toMatch(/closing no. 2 tells of it/)
  })

  it("who makes the whole chain anew is found out by one printed head", async () => {
    const forged = fileOf(await zipOf(yearOf(2024, [{ account: 1, cents: 1, note: null }])))
    expect((await verifyArchive(forged)).problems.count).toBe(0)
    const [printed] = first.heads
    const paper = { heads: new Set([`clacc_1 ${printed!.head}`]), closings: new Set<string>() }
    await verifyArchive(forged, paper)
    expect(paper.heads.size).toBe(1)
    await verifyArchive(fileOf(await zipOf(first)), paper)
    expect(paper.heads.size).toBe(0)
  })
})

describe("a zip that isn't an archive", () => {
  const zipWith = async (names: string[], content = Buffer.from("x")) => {
    const zip = new ZipFile()
    for (const name of names) zip.addBuffer(content, name)
    zip.end()
    return buffer(zip.outputStream as Readable)
  }
  const messages = async (content: Buffer) =>
    (await verifyArchive(fileOf(content))).problems.messages.join("\n")

  it("that is cut short, empty or another file is said to be none", async () => {
    const whole = await zipOf(first)
    for (const part of [0, 10, whole.length / 2, whole.length - 1]) {
      expect(await messages(whole.subarray(0, part))).toMatch(/^It can't be read as a zip file/)
    }
    expect(await messages(Buffer.from("account,amount\n"))).toMatch(/^It can't be read as a zip/)
  })

  it("makes no check fail in an unforeseen way, whichever byte is another", async () => {
    const whole = await zipOf(first)
    await fc.assert(
      fc.asyncProperty(
        fc.nat(whole.length - 1),
        fc.integer({ min: 1, max: 255 }),
        async (at, by) => {
          const bytes = Buffer.from(whole)
          bytes[at] = bytes[at]! ^ by
          // A byte that no checksum covers, as of a file's date, may pass; none makes it throw.
          await verifyArchive(fileOf(bytes))
        }
      ),
      { numRuns: 60 }
    )
  })

  it("that leads out of its folder is refused by name", async () => {
    const bytes = await zipWith(["aa/manifest.json"])
    const evil = Buffer.from(bytes.toString("latin1").replaceAll("aa/man", "../man"), "latin1")
    expect(await messages(evil)).toMatch(/invalid relative path: \.\.\/manifest\.json/)
  })

  it("that holds a name twice, or one that no archive has, is refused", async () => {
    expect(await messages(await zipWith(["manifest.json", "manifest.json"]))).toMatch(
      /holds it twice/
    )
  })

  it("that would burst is refused before it is read", async () => {
    const bomb = await zipWith(["entries.csv"], Buffer.alloc(20_000_000))
    expect(await messages(bomb)).toMatch(/entries\.csv: \d+ bytes would become 20000000/)
  })

  it("that isn't there, or is of another format, is told", async () => {
    const { problems } = await verifyArchive("/nowhere/2025.zip")
    expect(problems.messages.join()).toMatch(/no such file/)
    const other = await zipWith(["manifest.json"], Buffer.from('{"format": "other/1"}'))
    expect(await messages(other)).toMatch(/its format is other\/1/)
  })
})

describe("the program", () => {
  const program = (...args: string[]) =>
    promisify(execFile)(process.execPath, [
      ...["-r", "ts-node/register/transpile-only"],
      ...[join(__dirname, "../../scripts/verify-archive.ts"), ...args],
    ]).then(
      ({ stdout }) => ({ code: 0, said: stdout }),
      (error: { code: number; stdout: string; stderr: string }) => ({
        code: error.code,
        said: error.stdout + error.stderr,
      })
    )

  it("says what it checked and ends with 0, or each problem and 1, or how to call it and 2", async () => {
    const [one, two] = [fileOf(await zipOf(first)), fileOf(await zipOf(second()))]
    const head = `clacc_1=${first.heads[0]!.head}`
    const fine = await program(one, two, "--expect-head", head)
    expect(fine).toEqual({
      code: 0,
      said: expect.stringMatching(/3 accounts, 5 entries[^]*1 of 1 found/),
    })
    const wrong = await program(one, "--expect-closing", `1=${"0".repeat(64)}`)
    expect(wrong).toEqual({
      code: 1,
      said: expect.stringContaining("PROBLEM no. 1 hasn't the hash"),
    })
    expect(await program()).toEqual({ code: 2, said: expect.stringContaining("Usage:") })
    expect((await program(one, "--expect-head", "clacc_1")).code).toBe(2)
  })
})

describe("a cell", () => {
  it("gives back any text, and none that a spreadsheet would run", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        const cell = String(toCell(text))
        expect(fromCell(cell)).toBe(text)
        expect(cell).not.toMatch(/^([=+@\t\r]|-(?!\d+(\.\d+)?$))/)
      })
    )
    expect(toCell("-12.4")).toBe("-12.4")
  })

  it("those that may differ from archive to archive are told apart", () => {
    expect(AS_MADE).toEqual(["clients.csv", "allocations.csv", "settings.json"])
  })
})
