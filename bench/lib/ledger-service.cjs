const { join } = require("node:path")

const root = join(__dirname, "..", "..")

require("ts-node").register({ swc: true, cwd: root })

/** The module's real service on a database, without the rest of Medusa: what `post()` costs a caller in Node. */
async function startLedgerService(url) {
  process.chdir(root)
  const { createPgConnection } = require("@medusajs/framework/utils")
  const { initModules } = require("@medusajs/test-utils")
  const connection = createPgConnection({ clientUrl: url, pool: { min: 8, max: 10 } })
  const { medusaApp } = await initModules({
    injectedDependencies: { __pg_connection__: connection },
    databaseConfig: { clientUrl: url, schema: "public" },
    modulesConfig: { client_ledger: { resolve: "./src/modules/client-ledger" } },
    preventConnectionDestroyWarning: true,
    cwd: root,
  })
  return { service: medusaApp.modules.client_ledger, stop: () => connection.destroy() }
}

/** The statement that reads the first 20 rows of the list of accounts by balance, as the module would send it. */
async function statementOfBalanceList() {
  const { listBalances } = require("../../src/modules/client-ledger/sql/balances")
  const { today } = require("../../src/modules/client-ledger/utils/dates")
  const sent = []
  const record = async (text, values) => {
    sent.push({ text, values })
    return []
  }
  await listBalances(record, {}, { order: "balance", limit: 20, offset: 0 }, today())
  let parameter = 0
  return { ...sent[0], text: sent[0].text.replace(/\?/g, () => `$${++parameter}`) }
}

/** The journal of a period in FEC format, as the API sends it. */
async function* journalFile(service, period) {
  const { exportJournal } = require("../../src/workflows/client-ledger/utils/journal-export")
  const { fecHeader, fecLines } = require("../../src/documents/journal/fec")
  const { pages } = await exportJournal({ resolve: () => service }, period)
  yield fecHeader()
  for await (const page of pages) yield fecLines(page, 2, "fr")
}

module.exports = { startLedgerService, statementOfBalanceList, journalFile }
