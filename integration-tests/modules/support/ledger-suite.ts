import path from "node:path"
import { moduleIntegrationTestRunner } from "@medusajs/test-utils"
import { CLIENT_LEDGER_MODULE } from "../../../src/modules/client-ledger"
import type ClientLedgerModuleService from "../../../src/modules/client-ledger/service"
import type {
  ClientAccountDTO,
  LedgerEntryDTO,
  Posting,
} from "../../../src/modules/client-ledger/types"

type Row = Record<string, unknown>

export type Ledger = {
  service: ClientLedgerModuleService
  /** Runs raw SQL, as somebody with the database's password would. */
  run: <Result = Row>(sql: string, parameters?: unknown[]) => Promise<Result[]>
  /** Runs statements in one transaction. */
  inTransaction: <Result>(
    work: (context: {
      transactionManager: unknown
      run: (sql: string, parameters?: unknown[]) => Promise<Row[]>
    }) => Promise<Result>
  ) => Promise<Result>
  account: (customerId?: string, currencyCode?: string) => Promise<ClientAccountDTO>
  balance: (accountId: string) => Promise<string>
  /** All entries of an account, oldest first. */
  entries: (accountId: string) => Promise<LedgerEntryDTO[]>
  /** Every row of the ledger as text, to see whether anything has changed. */
  snapshot: () => Promise<string>
}

const MODULE = path.join(__dirname, "../../../src/modules/client-ledger")
const TABLES = [
  "client_account",
  "client_account_state",
  "client_ledger_entry",
  "client_receipt",
  "client_receipt_change",
  "client_order",
  "client_allocation",
  "client_closing",
  "cheque_deposit",
  "cheque_deposit_line",
  "client_top_up",
  "client_ledger_request",
]

/** Tests of the module on a PostgreSQL database of their own, migrated, so that its triggers are there. */
export function ledgerSuite(name: string, suite: (ledger: Ledger) => void): void {
  jest.setTimeout(240_000)
  moduleIntegrationTestRunner<ClientLedgerModuleService>({
    moduleName: CLIENT_LEDGER_MODULE,
    resolve: MODULE,
    pathToMigrations: path.join(MODULE, "migrations"),
    dbName: `client-ledger-module-${name}`,
    testSuite: ({ service, MikroOrmWrapper }) => {
      const run: Ledger["run"] = (sql, parameters = []) =>
        MikroOrmWrapper.forkManager().execute(sql, parameters)
      // A block of its own: what a suite does after each test comes before the database is cleared.
      describe(name, () =>
        suite({
          service,
          run,
          inTransaction: (work) =>
            MikroOrmWrapper.forkManager().transactional((manager) =>
              work({
                transactionManager: manager,
                run: (sql, parameters = []) => manager.execute(sql, parameters),
              })
            ),
          account: async (customerId = "cus_1", currencyCode = "eur") => {
            const [account] = await service.ensureAccounts([
              { customer_id: customerId, currency_code: currencyCode },
            ])
            return account!
          },
          balance: async (accountId) => (await service.retrieveAccount(accountId)).balance,
          entries: async (accountId) => {
            const [entries] = await service.listAccountEntries(accountId, {
              limit: 10_000,
              offset: 0,
            })
            return entries.reverse()
          },
          snapshot: async () => {
            const tables = await Promise.all(
              TABLES.map((table) => run(`select t::text from ${table} t order by 1`))
            )
            return JSON.stringify(tables)
          },
        })
      )
    },
  })
}

/** A posting of an adjustment, with a key of its own. */
export const posting = (
  accountId: string,
  amount: Posting["amount"],
  key: string,
  extra: Partial<Posting> = {}
): Posting => ({
  account_id: accountId,
  type: "adjustment",
  amount,
  source_type: "test",
  source_id: key,
  ...extra,
})
