/**
 * `npm run demo`: a market on Medusa with its clients' accounts, on http://localhost:9000/app, and its storefront on
 * http://localhost:8000 (PORT and STOREFRONT_PORT are respected).
 * The first run installs, migrates, seeds and builds; the next ones start from what it left. `-- --reset` starts afresh.
 */
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { dirname, join } from "node:path"
import { fileURLToPath } from "node:url"
import { serveStorefront } from "../examples/storefront/serve.mjs"
import { balances, logIn, publishableKey } from "./lib/admin-api.mjs"
import { DemoDatabase } from "./lib/demo-database.mjs"
import { writeStatement } from "./lib/demo-statement.mjs"
import { install, whatIsMissing } from "./lib/install.mjs"
import { buildAdmin, hash, medusa, startMedusa } from "./lib/medusa.mjs"
import { isPortFree, startPostgres } from "./lib/postgres.mjs"
import { isStopping, onShutdown, runMain } from "./lib/processes.mjs"
import { duration, stage, table } from "./lib/stages.mjs"
import { buildStorefront } from "./lib/storefront.mjs"

const root = join(dirname(fileURLToPath(import.meta.url)), "..")
const home = join(root, ".demo")
const logOf = (name) => join(home, "logs", `${name}.log`)
const port = Number(process.env.PORT ?? 9000)
const storefrontPort = Number(process.env.STOREFRONT_PORT ?? 8000)
const reset = process.argv.includes("--reset")
const password = "client-ledger"
const bankStatement = join(home, "bank-statement.xml")
/** Medusa's workflows make much garbage: a larger nursery spares a tenth of the seed's time. */
const ROOMY = { NODE_OPTIONS: "--max-semi-space-size=128" }

await runMain(demo, { onInterrupt: () => console.log("\nStopping Medusa and PostgreSQL …") })

async function demo() {
  const began = Date.now()
  for (const [name, wanted] of Object.entries({ PORT: port, STOREFRONT_PORT: storefrontPort })) {
    if (await isPortFree(wanted)) continue
    console.error(
      `Port ${wanted} is taken. Stop what listens there, or choose another: ${name}=${wanted + 1} npm run demo`
    )
    return 1
  }
  if (!claimHome()) return 1
  console.log("The demo market\n")

  if (whatIsMissing(root)) {
    await stage("Installing packages", () => install(root, { log: logOf("install") }))
  }
  const admin = inBackground(buildAdmin(root, { log: logOf("admin") }))
  const storefront = inBackground(buildStorefront(root, { log: logOf("storefront") }))
  const database = await stage("Starting PostgreSQL", openDatabase)
  const env = { DATABASE_URL: database.url, ...letIn(`http://localhost:${storefrontPort}`) }

  const schema = hash([
    join(root, "src", "modules"),
    join(root, "src", "links"),
    join(root, "package-lock.json"),
  ])
  if (database.state.schema !== schema) {
    await stage("Migrating the database", () =>
      medusa(root, ["db:migrate", "--execute-all-links"], { env, log: logOf("migrate") })
    )
    await database.remember({ schema })
  }
  if (!database.state.seeded) {
    rmSync(bankStatement, { force: true })
    await stage("Opening the market: products, clients, weeks of orders and payments", () =>
      medusa(root, ["exec", "./demo/seed.ts"], { env: { ...env, ...ROOMY }, log: logOf("seed") })
    )
    await database.remember({ seeded: true })
  }
  await stage("Building the admin", admin)
  await stage("Building the storefront", storefront)
  const server = await stage("Starting Medusa", () =>
    startMedusa(root, { port, env, log: logOf("medusa") })
  )

  const token = await logIn(server.url, { email: "admin@example.com", password })
  const shop = await openStorefront(server.url, token)
  const accounts = await balances(server.url, token)
  await writeStatement(bankStatement, accounts, { url: server.url, token })
  console.log(`\n${describeBalances(accounts)}\n`)
  console.log(welcome({ admin: server.url, shop: shop.url }, Date.now() - began))
  const code = await server.ended
  if (!isStopping()) console.error(`Medusa ended with ${code}; its log is ${logOf("medusa")}`)
  return 1
}

/** Two demos can't share a database: the first one's process id stands in .demo/pid. */
function claimHome() {
  const file = join(home, "pid")
  const pid = existsSync(file) ? Number(readFileSync(file, "utf8")) : 0
  if (pid && isRunning(pid)) {
    console.error(
      `The demo of this folder is running already, as process ${pid}. If that is something else, delete ${file}.`
    )
    return false
  }
  mkdirSync(home, { recursive: true })
  writeFileSync(file, String(process.pid))
  onShutdown(() => rmSync(file, { force: true }))
  return true
}

function isRunning(pid) {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return error.code === "EPERM"
  }
}

async function openDatabase() {
  const postgres = await startPostgres({
    directory: join(home, "postgres"),
    persistent: true,
    // A crash may cost the last moments of a demo, and waiting for the disk would slow all of it.
    flags: ["-c synchronous_commit=off"],
  })
  onShutdown(() => postgres.stop())
  return DemoDatabase.open(postgres, { reset })
}

/** Lets the work begin now; whoever awaits it later gets its error. */
function inBackground(work) {
  work.catch(() => {})
  return () => work
}

function describeBalances(accounts) {
  const money = new Intl.NumberFormat("en", { style: "currency", currency: "EUR" })
  const words = (balance) =>
    balance < 0 ? "owes" : balance > 0 ? "holds in reserve" : "is settled"
  return table(
    ["Client", "E-mail", "Balance", ""],
    accounts.map(({ customer_name, customer_email, balance }) => [
      customer_name ?? "",
      customer_email ?? "",
      money.format(balance),
      words(balance),
    ]),
    [2]
  )
}

/** Where Medusa expects a storefront's calls from, and those that log a customer in. */
function letIn(address) {
  return { STORE_CORS: address, AUTH_CORS: `http://localhost:${port},${address}` }
}

async function openStorefront(url, token) {
  const shop = await serveStorefront({
    port: storefrontPort,
    config: {
      name: "Le Panier du Canal",
      backend_url: url,
      publishable_key: await publishableKey(url, token),
      stripe_publishable_key: process.env.STRIPE_PUBLISHABLE_KEY ?? null,
    },
  })
  onShutdown(shop.close)
  return shop
}

function welcome({ admin, shop }, took) {
  return [
    `Ready after ${duration(took)}.`,
    "",
    `  Admin       ${admin}/app  →  Customers → Client balances`,
    `  Login       admin@example.com   ${password}`,
    `  Storefront  ${shop}`,
    `  Customer    client@example.com  ${password}`,
    `  Bank        ${bankStatement}  →  Customers → Bank`,
    `  Logs        ${join(home, "logs")}`,
    "",
    "Ctrl-C stops Medusa and PostgreSQL. The next `npm run demo` goes on from here; `npm run demo -- --reset` starts afresh.",
  ].join("\n")
}
