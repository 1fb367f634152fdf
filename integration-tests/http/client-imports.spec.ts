import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { medusaIntegrationTestRunner } from "@medusajs/test-utils"
import { Modules } from "@medusajs/framework/utils"
import type { RowDataPacket } from "mysql2"
import { readDatabase } from "../../src/imports/cagette/read-database"
import { readOptions } from "../../src/imports/options"
import { runImport } from "../../src/imports/run-import"
import type { ImportLine } from "../../src/modules/client-ledger/utils/client-import"
import importCagette from "../../src/scripts/import-cagette"
import { createAdmin, type Login } from "../fixtures/admin"
import { emailOf, GROUP, makeForeign, PLANTED, type Foreign } from "../fixtures/cagette"
import { request } from "../fixtures/http"
import { balanceOf, entriesOf, ledgerOf } from "../fixtures/ledger"
import { createCustomer, type CustomerFixture } from "../fixtures/store"

jest.setTimeout(240_000)

const server = process.env.FOREIGN_DATABASE_URL
const withMariadb = server ? describe : describe.skip
const MEMBERS = 300
const OPERATIONS = 20_000

type Numbered = RowDataPacket & { id: number }

medusaIntegrationTestRunner({
  dbName: "client-ledger-imports",
  testSuite: ({ api, getContainer, dbConnection }) => {
    let admin: Login
    let line: CustomerFixture

    beforeEach(async () => {
      admin = await createAdmin(getContainer())
      line = await createCustomer(getContainer(), { email: "line@example.com" })
    })

    /** As `npx medusa exec` runs it. */
    const run = async (foreign: Foreign, ...words: string[]) => {
      process.env.CLIENT_IMPORT_URL = foreign.url
      await importCagette({ container: getContainer(), args: [`group=${GROUP}`, ...words] })
      const [[latest]] = await ledgerOf(getContainer()).listImports({ limit: 1, offset: 0 })
      const [lines] = await ledgerOf(getContainer()).listImportLines(
        { import_id: latest!.id },
        { limit: 1000, offset: 0 }
      )
      return { ...latest!, lines: new Map(lines.map((each) => [Number(each.foreign_id), each])) }
    }
    const findingsOf = ({ foreign_id, findings }: ImportLine) => [
      foreign_id,
      findings.map(({ reason, amount, explains }) =>
        [reason, ...(amount ? [amount] : []), ...(explains ? ["explains"] : [])].join(" ")
      ),
    ]
    const customers = (email: string) =>
      getContainer().resolve(Modules.CUSTOMER).listCustomers({ email })
    const apply = () => ["apply", `by=${admin.email}`]
    const countOf = async (table: string) => {
      const [{ count }] = await dbConnection.table(table).count("* as count")
      return Number(count)
    }
    const entryCount = () => countOf("client_ledger_entry")
    const receiptCount = () => countOf("client_receipt")

    withMariadb("from a Cagette database of 300 members and 20,000 operations", () => {
      let foreign: Foreign
      beforeAll(async () => {
        foreign = await makeForeign(server!, "cagette", {
          members: MEMBERS,
          operations: OPERATIONS,
        })
      })
      afterAll(() => foreign.drop())

      it("a dry run finds each planted mismatch and its reason, and posts nothing", async () => {
        const report = await run(foreign, "from=cagette", "mode=history")
        const { lines, summary } = report
        expect(report).toMatchObject({ applied: false, operations: OPERATIONS + 11 })
        expect(await entryCount()).toBe(0)
        const reasons = [...lines.values()].filter(({ differs }) => differs).map(findingsOf)
        expect(Object.fromEntries(reasons)).toEqual({
          [PLANTED.pendingCounted]: ["pending_payment 15 explains"],
          [PLANTED.onTheSpot]: ["pending_on_site 20"],
          [PLANTED.stale]: ["unexplained -7.77"],
          [PLANTED.thirds]: ["rounding 0.009999 explains"],
          [PLANTED.noEmail]: ["no_email"],
          [PLANTED.sameEmail[0]]: ["same_email explains"],
          [PLANTED.sameEmail[1]]: ["same_email explains"],
          [PLANTED.unknownPayment]: ["unknown_payment 8"],
          [PLANTED.oldBlob]: ["unknown_payment 9"],
          [PLANTED.unknownType]: ["unknown_type 4"],
          [PLANTED.left]: ["left_group"],
          [PLANTED.gone]: ["no_user explains"],
        })
        expect(summary).toMatchObject({ members: MEMBERS + 2, differing: 12, unexplained: 1 })
        expect(lines.get(PLANTED.stale)).toMatchObject({ difference: "-7.77" })
        expect(lines.get(PLANTED.residue)).toMatchObject({ difference: "0", differs: false })
        expect(lines.get(PLANTED.couple)).toMatchObject({ customer_id: line.id })
      })

      it("opening balances are posted once, one for each member, beside what the tool shows", async () => {
        const { lines, summary } = await run(
          ...[foreign, "from=cagette", "mode=opening-balances", ...apply()]
        )
        const posting = [...lines.values()].filter(({ entries }) => entries === 1)
        expect(await entryCount()).toBe(posting.length)
        expect(summary.entries).toBe(posting.length)
        const [first] = await customers(emailOf(1).toLowerCase())
        expect(first).toMatchObject({ first_name: "Prénom1", has_account: false })
        expect(await balanceOf(getContainer(), first!.id)).toBe(lines.get(1)!.foreign_balance)
        expect(await entriesOf(getContainer(), line.id)).toEqual([
          ["opening_balance", lines.get(PLANTED.couple)!.foreign_balance],
        ])
        const [couple] = await getContainer()
          .resolve(Modules.CUSTOMER)
          .listCustomers({ id: [line.id] })
        expect(couple!.metadata).toEqual({
          name2: "Line Seconde",
          email2: "line@example.com",
          phone2: "0700",
        })

        // He is known again, though neither e-mail is his any more.
        await getContainer()
          .resolve(Modules.CUSTOMER)
          .updateCustomers(line.id, { email: "moved@example.com" })
        const before = await entryCount()
        const again = await run(foreign, "from=cagette", "mode=opening-balances", ...apply())
        expect(await entryCount()).toBe(before)
        expect(again.summary).toMatchObject({ entries: 0, new_customers: 0 })
        await expect(run(foreign, "from=cagette", "mode=history", ...apply())).rejects.toThrow(
          /mode=opening-balances already/
        )
      })

      it("a history is posted operation by operation; what comes later, later; what changed is listed", async () => {
        const first = await run(foreign, "from=cagette", "mode=history", ...apply())
        expect(await entryCount()).toBe(first.summary.entries)
        expect(first.summary.entries).toBeGreaterThan(19_000)
        const [customer] = await customers(emailOf(PLANTED.stale).toLowerCase())
        expect(await balanceOf(getContainer(), customer!.id)).toBe(
          first.lines.get(PLANTED.stale)!.recomputed
        )
        expect((await ledgerOf(getContainer()).verifyLedger()).problems).toEqual([])
        expect(await receiptCount()).toBe(0)

        const { db } = foreign
        const [[changed]] = await db.query<Numbered[]>(
          "select id from `Operation` where userId = 1 and type = 0 order by id limit 1"
        )
        await db.query("update `Operation` set amount = amount - 2 where id = ?", [changed!.id])
        await db.query(
          "insert into `Operation` (name, amount, date, type, userId, groupId) values ('Later', 3, now(), 2, 2, ?)",
          [GROUP]
        )
        const second = await run(foreign, "from=cagette", "mode=history", ...apply())
        expect(second.summary).toMatchObject({ entries: 1, new_customers: 0 })
        expect(findingsOf(second.lines.get(1)!)).toEqual(["1", ["changed_since -2"]])
        expect(await entryCount()).toBe(first.summary.entries + 1)
        await db.query("update `Operation` set amount = amount + 2 where id = ?", [changed!.id])
        await db.query("delete from `Operation` where name = 'Later'")
      })

      it("a connection that breaks half-way leaves nothing", async () => {
        const ledger = await readDatabase(foreign.url, "cagette", String(GROUP))
        const cutOff = {
          ...ledger,
          async *operations() {
            for await (const page of ledger.operations()) {
              yield page
              await foreign.cutOthers()
            }
          },
        }
        const options = readOptions([
          ...["from=cagette", `group=${GROUP}`, "mode=history", ...apply()],
        ])
        const told: string[] = []
        await expect(
          runImport(getContainer(), cutOff, options, (text) => told.push(text))
        ).rejects.toThrow(/Reading stopped: .*Nothing was written/)
        await ledger.close()
        expect(told.at(-1)).toMatch(/^1000 of 2\d{4} operations read$/)
        expect(await entryCount()).toBe(0)
        expect(await customers(emailOf(1).toLowerCase())).toEqual([])
        expect((await ledgerOf(getContainer()).listImports({ limit: 1, offset: 0 }))[1]).toBe(0)
      })

      it.each([
        ["mysql://root@127.0.0.1:1/cagette", /cagette at 127\.0\.0\.1:1 can't be read: no server/],
        [`${server}/nothing`, /nothing at .* can't be read: there is no such database/],
        [`${server}/mysql`, /missing: table Operation, table User, table UserGroup, table Group/],
        ["postgres://root@127.0.0.1/cagette", /must name a server and a database/],
      ])("a database that can't be read is refused: %s", async (url, message) => {
        await expect(
          run({ ...foreign, url }, "from=cagette", "mode=history", ...apply())
        ).rejects.toThrow(message)
      })

      it("CAMAP's shape isn't Cagette's, nor is another group this one", async () => {
        await expect(run(foreign, "from=camap", "mode=history")).rejects.toThrow(
          /missing: .*table Subscription/
        )
        await expect(run(foreign, "from=cagette", "mode=history", "group=99")).rejects.toThrow(
          /no group 99\. There are: 7 \(Marché d’Été\), 8 \(Autre marché\)/
        )
        await expect(
          run(foreign, "from=cagette", "mode=history", "apply", "by=nobody@example.com")
        ).rejects.toThrow(/^by: no administrator/)
      })
    })

    withMariadb("from a CAMAP database", () => {
      let foreign: Foreign
      beforeAll(async () => {
        foreign = await makeForeign(server!, "camap", { members: 40, operations: 400 })
      })
      afterAll(() => foreign.drop())

      it("its balance's own rule is followed, and the report is read, filtered and filed", async () => {
        const { id, lines } = await run(foreign, "from=camap", "mode=history", ...apply())
        const reasons = [...lines.values()].filter(({ differs }) => differs).map(findingsOf)
        expect(Object.fromEntries(reasons)).toMatchObject({
          [PLANTED.pendingCounted]: ["pending_payment 15 explains"],
          [PLANTED.onTheSpot]: ["pending_on_site 20 explains"],
          [PLANTED.oldYear]: ["year_filter -40 explains"],
          [PLANTED.noSubscription]: ["no_subscription -6 explains"],
        })
        const get = (path: string) =>
          request(api).get(`/admin/client-ledger/imports${path}`).set(admin.headers)
        const list = await get("").expect(200)
        expect(list.body).toMatchObject({
          client_imports: [{ id, applied: true, actor: { email: admin.email } }],
          count: 1,
        })
        const report = await get(`/${id}?differing=true&limit=5`).expect(200)
        expect(report.body).toMatchObject({ client_import: { id }, count: reasons.length })
        expect(report.body.lines).toHaveLength(5)
        expect((await get(`/${id}`).expect(200)).body.count).toBe(42)
        const csv = await get(`/${id}/csv?differing=true`).expect(200)
        expect(csv.text.trim().split("\r\n")).toHaveLength(reasons.length + 1)
        expect(csv.text).toMatch(/Prénom23 Nom23.*,40,year_filter -40 \(\d+\),cus_/)
        await get("/none").expect(404)
        await get(`/${id}?limit=0`).expect(400)

        const acts = await request(api).get("/admin/client-ledger/acts").set(admin.headers)
        expect(acts.body.acts).toMatchObject([
          { kind: "client_import", actor: { email: admin.email }, currency_code: "eur" },
        ])
      })
    })

    it("from a file of operations, which can come again with more lines", async () => {
      const directory = mkdtempSync(join(tmpdir(), "client-ledger-operations-"))
      const file = join(directory, "operations.csv")
      const words = [
        "from=csv",
        "mode=history",
        `csv=${file}`,
        "currency=eur",
        "lang=en",
        ...apply(),
      ]
      const importFile = async (...lines: string[]) => {
        writeFileSync(file, ["email;name;date;type;amount;label", ...lines].join("\n"))
        await importCagette({ container: getContainer(), args: words })
      }
      await importFile("LINE@example.com;Line;2025-01-02;order;-12,5;basket")
      await importFile(
        "LINE@example.com;Line;2025-01-02;order;-12,5;basket",
        "line@example.com;Line;2025-01-09;payment;10;cheque"
      )
      // Two people import a longer one at the same moment.
      writeFileSync(
        file,
        `${readFileSync(file, "utf8")}\nline@example.com;Line;2025-01-16;payment;1;cash`
      )
      const again = () => importCagette({ container: getContainer(), args: words })
      await Promise.all([again(), again()])
      rmSync(directory, { recursive: true })
      expect(await entriesOf(getContainer(), line.id)).toEqual([
        ["imported", "-12.5"],
        ["imported", "10"],
        ["imported", "1"],
      ])
    })
  },
})
