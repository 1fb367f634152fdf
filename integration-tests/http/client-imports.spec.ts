import { medusaIntegrationTestRunner } from "@medusajs/test-utils"
import { Modules } from "@medusajs/framework/utils"
import type { ImportLine } from "../../src/modules/client-ledger/utils/client-import"
import importCagette from "../../src/scripts/import-cagette"
import { createAdmin, type Login } from "../fixtures/admin"
import { emailOf, GROUP, makeForeign, PLANTED, type Foreign } from "../fixtures/cagette"
import { balanceOf, entriesOf, ledgerOf } from "../fixtures/ledger"
import { createCustomer, type CustomerFixture } from "../fixtures/store"

jest.setTimeout(240_000)

const server = process.env.FOREIGN_DATABASE_URL
const withMariadb = server ? describe : describe.skip
const MEMBERS = 300
const OPERATIONS = 20_000

medusaIntegrationTestRunner({
  dbName: "client-ledger-imports",
  testSuite: ({ getContainer, dbConnection }) => {
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
    const entryCount = async () => {
      const [{ count }] = await dbConnection.table("client_ledger_entry").count("* as count")
      return Number(count)
    }

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

        const before = await entryCount()
        const again = await run(foreign, "from=cagette", "mode=opening-balances", ...apply())
        expect(await entryCount()).toBe(before)
        expect(again.summary).toMatchObject({ entries: 0, new_customers: 0 })
        await expect(run(foreign, "from=cagette", "mode=history", ...apply())).rejects.toThrow(
          /mode=opening-balances already/
        )
      })
    })
  },
})
