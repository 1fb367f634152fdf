import { createWriteStream, mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { Readable } from "node:stream"
import { pipeline } from "node:stream/promises"
import { setFlagsFromString } from "node:v8"
import { runInNewContext } from "node:vm"
import fc from "fast-check"
import { ledgerSuite } from "./support/ledger-suite"

const directory = mkdtempSync(join(tmpdir(), "client-ledger-bank-"))
afterAll(() => rmSync(directory, { recursive: true }))
const FORMAT = {
  ...({ delimiter: ",", date_order: "ymd", decimal: "." } as const),
  columns: { date: "Date", amount: "Amount", label: "Label" },
}
const MEGABYTE = 1024 * 1024

setFlagsFromString("--expose-gc")
const collectGarbage = runInNewContext("gc") as () => void
/** What is really in use: what is only waiting to be collected doesn't count. */
const heldMemory = () => {
  collectGarbage()
  return process.memoryUsage().heapUsed
}

/** Looks again and again, a tenth of the time, how much more is in use than at first. */
function watchMemory() {
  const before = heldMemory()
  let most = before
  let timer: NodeJS.Timeout
  const look = () => {
    const began = Date.now()
    most = Math.max(most, heldMemory())
    timer = setTimeout(look, 10 * (Date.now() - began))
  }
  look()
  return {
    stop: () => {
      clearTimeout(timer)
      return most - before
    },
  }
}

ledgerSuite("bank", ({ service, run, account }) => {
  const openAccount = async () => {
    const created = await service.createBankAccount({
      ...{ name: "Current", number: "FR7630006000011234567890189", currency_code: "eur" },
      csv_format: FORMAT,
    })
    return created.id
  }
  const read = (bank_account_id: string, path: string) =>
    service.importBankStatement({ bank_account_id, path, file_name: "file" })
  const readCsv = (bank: string, ...days: string[][]) => {
    const path = join(directory, "file.csv")
    writeFileSync(path, ["Date,Amount,Label", ...days.flat(), ""].join("\n"))
    return read(bank, path)
  }
  const count = async () =>
    (await run<{ count: number }>(`select count(*)::int as count from bank_line`))[0]!.count

  it("whatever files of whole days overlap, each line is there once", async () => {
    const day = fc.array(fc.constantFrom("5,apples", "5,pears", "-5,apples"), { maxLength: 4 })
    const period = fc.tuple(fc.nat(5), fc.nat(5))
    await fc.assert(
      fc.asyncProperty(
        fc.array(day, { minLength: 6, maxLength: 6 }),
        fc.array(period, { minLength: 1, maxLength: 4 }),
        async (days, periods) => {
          const bank = await service.createBankAccount({
            ...{ name: "x", number: `B${Date.now()}${fc.sample(fc.nat(), 1)[0]}` },
            ...{ currency_code: "eur", csv_format: FORMAT },
          })
          const dated = days.map((lines, n) => lines.map((each) => `2026-02-0${n + 1},${each}`))
          const seen = new Set<number>()
          const before = await count()
          for (const [a, b] of periods) {
            const [from, to] = [Math.min(a, b), Math.max(a, b)]
            const fresh = days.flatMap((lines, n) =>
              n < from || n > to || seen.has(n) ? [] : lines
            )
            const statement = await readCsv(bank.id, ...dated.slice(from, to + 1))
            expect(statement.added).toBe(fresh.length)
            for (let n = from; n <= to; n++) seen.add(n)
          }
          expect((await count()) - before).toBe([...seen].flatMap((n) => days[n]!).length)
        }
      ),
      { numRuns: 15 }
    )
  })

  it("two payments that the bank gave one reference, of one day and amount, are two lines, however often they are read", async () => {
    const bank = await openAccount()
    const payment = (name: string) =>
      `<STMTTRN><TRNTYPE>CREDIT<DTPOSTED>20260201<TRNAMT>15.00<FITID>LOT-7<NAME>${name}</STMTTRN>`
    const path = join(directory, "file.ofx")
    writeFileSync(
      path,
      `OFXHEADER:100\nDATA:OFXSGML\nENCODING:USASCII\nCHARSET:1252\n\n<OFX><BANKMSGSRSV1><STMTTRNRS><STMTRS><CURDEF>EUR
<BANKACCTFROM><ACCTID>FR7630006000011234567890189</BANKACCTFROM><BANKTRANLIST>
${payment("ANNE")}\n${payment("PAUL")}\n</BANKTRANLIST></STMTRS></STMTTRNRS></BANKMSGSRSV1></OFX>\n`
    )
    expect(await read(bank, path)).toMatchObject({ lines: 2, added: 2 })
    expect(await read(bank, path)).toMatchObject({ lines: 2, added: 0 })
    const names = await run<{ name: string }>(
      `select coalesce(counterparty, label) as name from bank_line order by position`
    )
    expect(names).toMatchObject([{ name: "ANNE" }, { name: "PAUL" }])
  })

  it("what the bank wrote stays, and a line bears no receipt but its own", async () => {
    const bank = await openAccount()
    await readCsv(bank, ["2026-02-01,30,x"])
    await expect(run(`update bank_line set amount = 31`)).rejects.toThrow(
      /What the bank wrote stays/
    )
    await expect(run(`delete from bank_line`)).rejects.toThrow(/set it aside/)
    const { id } = await account()
    const [other] = await service.recordReceipts([
      { account_id: id, method: "transfer", amount: "29" },
    ])
    await expect(
      run(`update bank_line set state = 'accepted', receipt_id = ?`, [other!.receipt.id])
    ).rejects.toThrow(/not what this line/)
    const [line] = await run<{ id: string }>(`select id from bank_line`)
    const wrong = {
      account_id: id,
      method: "transfer" as const,
      amount: "31",
      bank_line_id: line!.id,
    }
    const before = await service.retrieveAccount(id)
    await expect(service.recordReceipts([wrong])).rejects.toThrow(/not what this line/)
    expect(await service.retrieveAccount(id)).toEqual(before)
  })

  it("50,000 lines are read piece by piece: the memory they need doesn't grow with the file", async () => {
    const bank = await openAccount()
    const path = join(directory, "large.xml")
    const entry = (
      n: number
    ) => `<Ntry><Amt Ccy="EUR">${(n % 500) + 1}.50</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts>BOOK</Sts>
<BookgDt><Dt>2026-02-05</Dt></BookgDt><AcctSvcrRef>R${n}</AcctSvcrRef><NtryDtls><TxDtls><RmtInf><Ustrd>${"panier ".repeat(10)}${n}</Ustrd></RmtInf></TxDtls></NtryDtls></Ntry>\n`
    const content = function* () {
      yield `<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.02"><BkToCstmrStmt><Stmt><Acct><Id><IBAN>FR7630006000011234567890189</IBAN></Id></Acct>`
      for (let n = 0; n < 50_000; n++) yield entry(n)
      yield `</Stmt></BkToCstmrStmt></Document>`
    }
    await pipeline(Readable.from(content()), createWriteStream(path))
    const memory = watchMemory()
    const statement = await read(bank, path)
    const grown = memory.stop()
    expect(statement).toMatchObject({ lines: 50_000, added: 50_000 })
    // As text alone the file has 17 MB; as elements it would have many times that.
    expect(grown / MEGABYTE).toBeLessThan(25)
  })
})
