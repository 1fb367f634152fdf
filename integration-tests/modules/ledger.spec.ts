import path from "node:path"
import { moduleIntegrationTestRunner } from "@medusajs/test-utils"
import { CLIENT_LEDGER_MODULE } from "../../src/modules/client-ledger"
import type ClientLedgerModuleService from "../../src/modules/client-ledger/service"
import type { ClientAccountDTO, Posting } from "../../src/modules/client-ledger/types"

jest.setTimeout(120_000)

moduleIntegrationTestRunner<ClientLedgerModuleService>({
  moduleName: CLIENT_LEDGER_MODULE,
  resolve: "./src/modules/client-ledger",
  pathToMigrations: path.join(__dirname, "../../src/modules/client-ledger/migrations"),
  testSuite: ({ service, MikroOrmWrapper }) => {
    const run = (sql: string, parameters: unknown[] = []) =>
      MikroOrmWrapper.forkManager().execute(sql, parameters)
    let account: ClientAccountDTO

    const credit = (
      amount: string | number,
      key: string,
      extra: Partial<Posting> = {}
    ): Posting => ({
      account_id: account.id,
      type: "adjustment",
      amount,
      source_type: "test",
      source_id: key,
      ...extra,
    })

    beforeEach(async () => {
      const [made] = await service.ensureAccounts([{ customer_id: "cus_1", currency_code: "EUR" }])
      account = made!
    })

    describe("posting", () => {
      it("moves the balance and numbers the entries without gaps", async () => {
        await service.post([credit("12.40", "a"), credit("-30", "b")])
        await service.post([credit("0.1", "c")])
        const [entries, count] = await service.listAccountEntries(account.id, {
          limit: 10,
          offset: 0,
        })
        expect(count).toBe(3)
        expect(entries.map((e) => [e.sequence, e.amount, e.balance_after])).toEqual([
          [3, "0.1", "-17.5"],
          [2, "-30", "-17.6"],
          [1, "12.4", "12.4"],
        ])
        expect((await service.retrieveAccount(account.id)).balance).toBe("-17.5")
      })

      it("answers a replay with the entry that stands", async () => {
        const [first] = await service.post([credit("5", "a")])
        const [again] = await service.post([credit("5.00", "a")])
        expect(first!.replayed).toBe(false)
        expect(again).toMatchObject({ id: first!.id, replayed: true })
        expect((await service.retrieveAccount(account.id)).balance).toBe("5")
      })

      it("refuses a key that was posted with another amount", async () => {
        await service.post([credit("5", "a")])
        await expect(service.post([credit("6", "a")])).rejects.toMatchObject({ type: "conflict" })
      })
    })

    it("shows its entries to Medusa's own list methods", async () => {
      await service.post([credit("5.10", "a")])
      const [entry] = await service.listClientLedgerEntries({ account_id: account.id })
      expect(entry).toMatchObject({ amount: 5.1, balance_after: 5.1 })
      await expect(service.deleteClientLedgerEntries([entry!.id])).rejects.toThrow(/append-only/)
    })

    it("has its triggers", async () => {
      const triggers = await run(`select tgname from pg_trigger where not tgisinternal order by 1`)
      expect(triggers.map((t: { tgname: string }) => t.tgname)).toContain(
        "client_ledger_entry_append_only"
      )
    })
  },
})
