import { mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import fc from "fast-check"
import { MedusaError } from "@medusajs/framework/utils"
import type { ForeignMember, ForeignOperation } from "../foreign-ledger"
import { readCsv } from "../csv/read-csv"

const directory = mkdtempSync(join(tmpdir(), "client-ledger-csv-"))
afterAll(() => rmSync(directory, { recursive: true }))

async function read(content: string | Buffer) {
  const path = join(directory, "operations.csv")
  writeFileSync(path, content)
  const ledger = await readCsv(path, "file")
  const members: ForeignMember[] = []
  const operations: ForeignOperation[] = []
  for await (const page of ledger.members()) members.push(...page)
  for await (const page of ledger.operations()) operations.push(...page)
  return { members, operations }
}

const HEADER = "Courriel;Nom;Date;Type;Montant;Libellé"

describe("a file of operations", () => {
  it("is read as a French spreadsheet writes it, Windows-1252 included", async () => {
    const csv = `${HEADER}\r\nAda@example.com;Ada Été;01/02/2025;paiement;1 012,40;chèque n° 3\r\n`
    const { members, operations } = await read(Buffer.from(csv, "latin1"))
    expect(members).toMatchObject([{ id: "ada@example.com", first_name: "Ada Été" }])
    expect(operations).toMatchObject([
      { amount: 1_012_400_000n, day: "2025-02-01", kind: "payment", label: "chèque n° 3" },
    ])
  })

  it("gives each line a key that stays when the file grows", async () => {
    const line = "ada@example.com;Ada;2025-02-01;order;-5;basket"
    const first = await read([HEADER, line, line].join("\n"))
    const [a, b] = first.operations.map(({ id }) => id)
    expect(a).not.toBe(b)
    const grown = await read(
      [HEADER, line, "bo@example.com;Bo;2025-02-01;order;-5;basket", line].join("\n")
    )
    expect(grown.operations.map(({ id }) => id)).toEqual([a, expect.anything(), b])
  })

  it("counts no payment that is still awaited", async () => {
    const csv = "email,date,type,amount,method,pending\na@b.c,2025-01-01,payment,5,onthespot,yes"
    expect((await read(csv)).operations).toMatchObject([
      { is_promise: true, left_out: "pending_on_site" },
    ])
  })

  it("is refused whole, each wrong line named", async () => {
    const csv = [
      HEADER,
      ";Ada;2025-01-01;order;-5;",
      "a@b.c;Ada;2025-13-01;order;-5;",
      "a@b.c;Ada;2025-01-01;order;five;",
      "a@b.c;Ada;2025-01-01;loan;-5;",
    ].join("\n")
    await expect(read(csv)).rejects.toThrow(
      /Nothing was written\.\nline 2: no member.*\nline 3: date.*\nline 4: amount.*\nline 5: type/
    )
    await expect(read("a;b\n1;2")).rejects.toThrow(/must name an e-mail/)
    await expect(readCsv(join(directory, "none.csv"), "file")).rejects.toThrow(/ENOENT/)
  })

  it("is read or refused in words, whatever bytes it holds", async () => {
    const cell = fc.oneof(
      fc.string(),
      fc.constantFrom("a@b.c", "2025-01-01", "-5", "1e3", "order", '"', ";;", "\n")
    )
    const row = fc.array(cell, { maxLength: 8 }).map((cells) => cells.join(";"))
    const text = fc.array(row, { maxLength: 5 }).map((rows) => [HEADER, ...rows].join("\n"))
    const content = fc.oneof(
      text,
      fc.uint8Array({ maxLength: 200 }).map((bytes) => Buffer.from(bytes))
    )
    await fc.assert(
      fc.asyncProperty(content, async (written) => {
        const refusal = await read(written).then(
          () => null,
          (error: unknown) => error
        )
        if (refusal !== null) expect(refusal).toBeInstanceOf(MedusaError)
      })
    )
  })
})
