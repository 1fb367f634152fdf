import type { AccountHead, TableName } from "../../../../archive/format"
import type { ArchiveSource } from "../../../../archive/write-archive"
import type ClientLedgerModuleService from "../../../../modules/client-ledger/service"
import type {
  ArchivedAccount,
  ArchivePeriod,
  ArchiveRow,
  OtherTable,
} from "../../../../modules/client-ledger/sql/archives"

const ACCOUNTS = 200
const ENTRIES = 2000

/** The ledger as an archive's source, read page after page. */
export async function archiveSource(
  ledger: ClientLedgerModuleService,
  period: ArchivePeriod
): Promise<ArchiveSource> {
  const currencies = new Set<string>()
  for await (const page of accounts(ledger, period)) {
    for (const { currency_code } of page) currencies.add(currency_code)
  }
  return {
    period,
    currencies: [...currencies].sort(),
    settings: await ledger.retrieveSettings(),
    rows: (table) => rowsOf(ledger, period, table),
    heads: async function* () {
      for await (const page of accounts(ledger, period)) yield page.map(toHead)
    },
  }
}

async function* rowsOf(
  ledger: ClientLedgerModuleService,
  period: ArchivePeriod,
  table: TableName
): AsyncGenerator<ArchiveRow[]> {
  if (table === "entries.csv") return yield* entries(ledger, period)
  if (table !== "accounts.csv" && table !== "clients.csv")
    return yield* others(ledger, period, table)
  for await (const page of accounts(ledger, period)) {
    yield page.map((account) => ({ ...account, id: account.account_id }))
  }
}

async function* accounts(
  ledger: ClientLedgerModuleService,
  period: ArchivePeriod
): AsyncGenerator<ArchivedAccount[]> {
  let after = ""
  for (;;) {
    const page = await ledger.listArchivedAccounts(period, { after, limit: ACCOUNTS })
    if (page.length) yield page
    if (page.length < ACCOUNTS) return
    after = page.at(-1)!.account_id
  }
}

async function* entries(
  ledger: ClientLedgerModuleService,
  period: ArchivePeriod
): AsyncGenerator<ArchiveRow[]> {
  for await (const owners of accounts(ledger, period)) {
    let after = { account_id: "", sequence: 0 }
    for (;;) {
      const page = await ledger.listArchivedEntries(owners, { after, limit: ENTRIES })
      yield page
      if (page.length < ENTRIES) break
      after = page.at(-1)!
    }
  }
}

async function* others(
  ledger: ClientLedgerModuleService,
  period: ArchivePeriod,
  table: OtherTable
): AsyncGenerator<ArchiveRow[]> {
  let last: ArchiveRow | null = null
  for (;;) {
    const page: { rows: ArchiveRow[]; isLast: boolean } = await ledger.listArchivedRows(
      table,
      period,
      last
    )
    yield page.rows
    if (page.isLast) return
    last = page.rows.at(-1)!
  }
}

const toHead = (account: ArchivedAccount): AccountHead => ({
  account_id: account.account_id,
  currency_code: account.currency_code,
  entries_before: account.entries_before,
  head_before: account.head_before,
  balance_before: account.balance_before,
  entries: account.entries,
  head: account.head,
  balance: account.balance,
})
