/**
 * `npm run bench`: what the ledger costs, as ratios to the least that the same work could cost here. Everything is
 * measured in one run, on one database, with chain, triggers and keys on, by turns. `-- --json FILE` keeps the figures,
 * `-- posting`, `-- pages`, `-- stall`, `-- checkout`, `-- journal` or `-- importer` measures one part.
 */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { dirname, join } from "node:path"
import { fileURLToPath } from "node:url"
import pg from "pg"
import { buildAdmin, medusa } from "../scripts/lib/medusa.mjs"
import { startMariadb } from "../scripts/lib/mariadb.mjs"
import { startPostgres } from "../scripts/lib/postgres.mjs"
import { onShutdown, runMain } from "../scripts/lib/processes.mjs"
import { duration, stage, table } from "../scripts/lib/stages.mjs"
import { startApi } from "./lib/api.mjs"
import { runFile } from "./lib/statements.mjs"
import { findPgbench, HOW_TO_GET_PGBENCH } from "./lib/pgbench.mjs"
import { makeBareShop } from "./lib/bare-shop.mjs"
import { measureCheckout } from "./checkout.mjs"
import { measureImporter } from "./importer.mjs"
import { measureJournal } from "./journal.mjs"
import { measurePages } from "./pages.mjs"
import { measurePosting } from "./posting.mjs"
import { measureStall } from "./stall.mjs"

const bench = dirname(fileURLToPath(import.meta.url))
const root = join(bench, "..")
const args = process.argv.slice(2)
const jsonFile = args.includes("--json") ? args[args.indexOf("--json") + 1] : null
const parts = ["posting", "pages", "stall", "checkout", "journal", "importer"].filter((part) =>
  args.includes(part)
)
const wanted = (part) => !parts.length || parts.includes(part)
const DATABASE = "client_ledger_bench"
const BARE_DATABASE = "bare_bench"
const ACCOUNTS = 10_000

await runMain(async () => {
  const began = Date.now()
  const temporary = mkdtempSync(join(tmpdir(), "client-ledger-bench-"))
  onShutdown(() => rmSync(temporary, { recursive: true, force: true }))
  const logOf = (name) => join(temporary, `${name}.log`)
  console.log("The client ledger's speed, as ratios\n")

  const postgres = await stage("Starting PostgreSQL", () => open(join(temporary, "postgres")))
  const url = postgres.urlOf(DATABASE)
  const env = { DATABASE_URL: url }
  await stage("Migrating the database", () =>
    medusa(root, ["db:migrate", "--execute-all-links"], { env, log: logOf("migrate") })
  )
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  onShutdown(() => client.end())
  await stage(`Opening ${ACCOUNTS} accounts`, () => fill(client))

  const results = []
  const program = findPgbench()
  if (wanted("posting") && !program) {
    console.log(`\n${HOW_TO_GET_PGBENCH}\n`)
    for (const name of ["posting call", "post() from Node", "batches", "one hot account"]) {
      results.push({ name, ratio: null, target: "", detail: "not measured: pgbench is missing" })
    }
  } else if (wanted("posting")) {
    const posting = { program, url, accounts: ACCOUNTS, rounds: 5, seconds: 4 }
    results.push(...(await stage("Posting", () => measurePosting(posting))))
  }
  if (wanted("importer")) {
    const mariadb = await startMariadb(join(temporary, "mariadb"))
    results.push(
      ...(mariadb
        ? await stage("Importing", () => measureImporter({ url, mariadb: mariadb.url }))
        : [
            {
              ...{ name: "import / post() in batches", ratio: null, target: "" },
              detail: "not measured: MariaDB is missing (Debian: apt-get install mariadb-server)",
            },
          ])
    )
  }
  if (wanted("pages") || wanted("stall") || wanted("checkout")) {
    await stage("Building the admin", () => buildAdmin(root, { log: logOf("admin") }))
    await client.query(`alter database ${DATABASE} set pg_stat_statements.track = 'top'`)
    const api = await stage("Starting Medusa", () => startApi(root, env, logOf))
    if (wanted("checkout")) {
      const bare = await stage("Starting Medusa without the plugin", () =>
        startBare(postgres, temporary, logOf)
      )
      results.push(...(await measureCheckout({ client, url, api, bare })))
    }
    if (wanted("stall")) results.push(...(await measureStall({ client, api })))
    if (wanted("pages")) results.push(...(await measurePages({ client, url, api })))
  }
  if (wanted("journal")) results.push(...(await measureJournal({ url })))
  return report(results.map(judge), Date.now() - began)
})

async function open(directory) {
  const postgres = await startPostgres({
    directory,
    persistent: false,
    // Durability stays as PostgreSQL ships it: a posting that was answered is on the disk.
    flags: [
      "-c shared_buffers=256MB",
      "-c shared_preload_libraries=pg_stat_statements",
      "-c pg_stat_statements.track=none",
    ],
  })
  onShutdown(() => postgres.stop())
  const admin = new pg.Client({ connectionString: postgres.urlOf("postgres") })
  await admin.connect()
  for (const database of [DATABASE, BARE_DATABASE]) {
    await admin.query(`drop database if exists ${database} with (force)`)
    await admin.query(`create database ${database}`)
  }
  await admin.end()
  return postgres
}

async function startBare(postgres, temporary, logOf) {
  const shop = makeBareShop(root, join(temporary, "bare-shop"))
  const env = { DATABASE_URL: postgres.urlOf(BARE_DATABASE), JWT_SECRET: "bench" }
  await medusa(shop, ["db:migrate", "--execute-all-links"], { env, log: logOf("migrate-bare") })
  return startApi(shop, env, logOf)
}

async function fill(client) {
  await runFile(client, "accounts.sql", { first: 1, last: ACCOUNTS })
  await runFile(client, "bare-tables.sql")
  await client.query("vacuum analyze")
}

function judge(result) {
  const [relation, bound] = result.target.split(" ")
  const reached = relation === ">=" ? result.ratio >= Number(bound) : result.ratio <= Number(bound)
  return { ...result, ok: result.ratio !== null && reached }
}

function report(results, took) {
  const shown = (ratio) => (ratio === null ? "–" : ratio.toFixed(2))
  console.log(
    `\n${table(
      ["Measure", "Ratio", "Target", "", "Detail"],
      results.map(({ name, ratio, target, ok, detail }) => [
        name,
        shown(ratio),
        target,
        ok ? "✓" : "✗",
        detail,
      ]),
      [1, 2]
    )}\n\nTook ${duration(took)}.`
  )
  if (jsonFile) {
    const figures = results.map(({ name, ratio, target, ok, detail }) => ({
      name,
      ratio,
      target,
      ok,
      detail,
    }))
    writeFileSync(jsonFile, `${JSON.stringify(figures, null, 2)}\n`)
  }
  return results.every(({ ok }) => ok) ? 0 : 1
}
