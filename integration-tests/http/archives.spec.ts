import { execFileSync } from "node:child_process"
import { mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { medusaIntegrationTestRunner } from "@medusajs/test-utils"
import { verifyArchive, verifyJoins } from "../../src/archive/verify/verify-archives"
import { Zip } from "../../src/archive/verify/open-zip"
import { request } from "../fixtures/http"
import { useMarket } from "../fixtures/market"
import { setLedgerClock } from "../fixtures/past-year"

jest.setTimeout(180_000)

const ARCHIVES = "/admin/client-ledger/archives"
const HOSTILE = `=1+1 "Œufs", l'été\n; \\ \u2028 🥕 \t`

medusaIntegrationTestRunner({
  dbName: "client-ledger-archives",
  testSuite: ({ api, getContainer }) => {
    const market = useMarket(api, getContainer)
    const directory = mkdtempSync(join(tmpdir(), "client-ledger-archives-"))
    afterAll(() => rmSync(directory, { recursive: true, force: true }))

    const get = (path: string) => request(api).get(path).set(market.admin.headers)
    const post = async (path: string, body: object) =>
      (await request(api).post(path).set(market.admin.headers).send(body).expect(200)).body
    const receive = async (amount: number, more: object = {}) =>
      (
        await post("/admin/receipts", {
          ...{ customer_id: market.client.id, currency_code: "eur", method: "cash", amount },
          ...more,
        })
      ).receipt.id as string
    const close = (day: string, cash: number) =>
      post("/admin/client-ledger/closings", {
        ...{ day, opening_float: 0, counted: { cash: { amount: cash } }, note: HOSTILE },
        reasons: { cash: "counted in a test" },
      })

    const clock = (moment: string | null) => {
      const knex = market.container.resolve("__pg_connection__")
      return setLedgerClock((statement) => knex.raw(statement), moment)
    }

    /** The year's zip, as a file. */
    const download = async (year: number, name = `${year}.zip`) => {
      const { body } = await get(`${ARCHIVES}/${year}?time_zone=Europe/Paris`)
        .buffer(true)
        .parse((res, done) => {
          const parts: Buffer[] = []
          res.on("data", (part: Buffer) => parts.push(part))
          res.on("end", () => done(null, Buffer.concat(parts)))
        })
        .expect(200)
      const path = join(directory, name)
      writeFileSync(path, body as Buffer)
      return path
    }

    /** 2024 and 2025 of a market, both closed, and a payment of this year. */
    const twoYears = async () => {
      await clock("2024-12-31T20:00Z")
      await receive(20, { note: HOSTILE })
      await close("2024-12-31", 20)
      // In Paris it is 2025 by now.
      await clock("2024-12-31T23:30Z")
      const reversed = await receive(30)
      await clock("2025-06-01T10:00Z")
      await receive(12.4, { direction: "out" })
      await post(`/admin/receipts/${reversed}/reverse`, { note: "counted twice" })
      await close("2025-06-01", 0)
      const cheque = await receive(7, { method: "cheque", reference: "'0042" })
      await post(`/admin/receipts/${cheque}`, { reference: "-0043" })
      await post("/admin/cheque-deposits", { cheques: [{ receipt_id: cheque }] })
      return { cheque }
    }
    const closeTheRest = () =>
      post("/admin/client-ledger/closings", {
        ...{ day: "2025-12-31", opening_float: 0 },
        counted: { cheque: { amount: 7, count: 1 } },
      })
    const now = () => clock(null)

    it("a closed year is archived, and the archive proves itself without the shop", async () => {
      await twoYears()
      await closeTheRest()
      await now()
      await receive(1)
      const [first, second] = [await download(2024), await download(2025)]
      const reports = [await verifyArchive(first), await verifyArchive(second)]
      expect(reports.map(({ problems }) => problems.messages)).toEqual([[], []])
      expect(reports).toMatchObject([
        { accounts: 1, entries: 1, receipts: 1, closings: 1 },
        { accounts: 1, entries: 4, receipts: 3, closings: 2 },
      ])
      expect(verifyJoins(reports.map(({ year }) => year!)).messages).toEqual([])

      const zip = await Zip.open(second)
      const heads = JSON.parse(await zip.text("heads.json"))
      expect(heads.accounts).toMatchObject([
        { entries_before: 1, balance_before: "20", entries: 5, balance: "14.6" },
      ])
      const manifest = JSON.parse(await zip.text("manifest.json"))
      expect(manifest).toMatchObject({
        ...{ market: "store", year: 2025, currencies: ["eur"], time_zone: "Europe/Paris" },
        ...{ from: "2024-12-31T23:00:00.000000Z", to: "2025-12-31T23:00:00.000000Z" },
      })
      expect(await zip.text("README.txt")).toContain("sha256sum -c SHA256SUMS")
      zip.close()
    })

    it("sha256sum agrees with its checksums", async () => {
      await twoYears()
      await closeTheRest()
      await now()
      const zip = await Zip.open(await download(2025))
      for (const name of zip.names) writeFileSync(join(directory, name), await zip.text(name))
      zip.close()
      const said = execFileSync("sha256sum", ["-c", "SHA256SUMS"], { cwd: directory })
      expect(said.toString()).toContain("entries.csv: OK")
    })

    it("two archives of a year have the same data, whatever happened since", async () => {
      const { cheque } = await twoYears()
      await closeTheRest()
      await now()
      const files = async (path: string) => {
        const zip = await Zip.open(path)
        const manifest = JSON.parse(await zip.text("manifest.json"))
        zip.close()
        return manifest.files.filter(({ frozen }: { frozen: boolean }) => frozen)
      }
      const before = await files(await download(2025, "before.zip"))
      expect(before).toHaveLength(10)
      const { body } = await get("/admin/cheque-deposits").expect(200)
      const slip = `/admin/cheque-deposits/${body.cheque_deposits[0].id}`
      await post(`${slip}/deposit`, {})
      await post(`${slip}/cheques/${cheque}/bounce`, { note: "no funds" })
      expect(await files(await download(2025, "after.zip"))).toEqual(before)
    })

    it("a year that isn't over, isn't closed or holds nothing is refused, saying why", async () => {
      const thisYear = new Date().getUTCFullYear()
      const refused = async (year: number | string, status: number) =>
        (await get(`${ARCHIVES}/${year}?time_zone=Europe/Paris`).expect(status)).body.message
      await twoYears()
      await now()
      expect(await refused(thisYear, 409)).toMatch(`${thisYear} isn't over`)
      expect(await refused(2025, 409)).toBe(
        "2025 isn't closed: 1 payment in EUR, recorded since 2025-06-01. Close the day first (Customers, Day's closing)"
      )
      expect(await refused(2019, 404)).toBe("Nothing was recorded in 2019")
      expect(await refused("last", 400)).toMatch(/^year: must be a year/)
      await get(`${ARCHIVES}/2025?time_zone=Mars`).expect(400)
      const { body } = await get(ARCHIVES).expect(200)
      expect(body.archive_years.at(-1)).toEqual({ year: 2024, is_over: true, unclosed: [] })
      expect(body.archive_years.find(({ year }: { year: number }) => year === 2025)).toEqual({
        ...{ year: 2025, is_over: true },
        unclosed: [{ currency_code: "eur", payments: 1, reversals: 0, since: "2025-06-01" }],
      })
      expect(body.archive_years[0]).toMatchObject({ year: thisYear, is_over: false })
      await closeTheRest()
      await download(2025)
    })

    it("who takes an archive is told in the list of who did what", async () => {
      await twoYears()
      await closeTheRest()
      await now()
      await download(2025)
      const { body } = await get("/admin/client-ledger/acts?kind=archive").expect(200)
      expect(body.acts).toMatchObject([
        { kind: "archive", after: { year: 2025 }, actor: { email: market.admin.email } },
      ])
    })
  },
})
