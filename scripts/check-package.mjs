/**
 * `npm run check:package`: packs the plugin, installs it into a second, fresh Medusa app, and sees there that an
 * order debits its client and that the admin shows it.
 */
import { execFileSync } from "node:child_process"
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { dirname, join } from "node:path"
import { fileURLToPath } from "node:url"
import { call, logIn } from "./lib/admin-api.mjs"
import { inAdmin } from "./lib/admin-browser.mjs"
import { medusa, startMedusa } from "./lib/medusa.mjs"
import { ensureDatabase, freePort, startPostgres } from "./lib/postgres.mjs"
import { onShutdown, runMain, runOrThrow } from "./lib/processes.mjs"
import { makeSecondApp } from "./lib/second-app.mjs"
import { Tally } from "./lib/tally.mjs"

const root = join(dirname(fileURLToPath(import.meta.url)), "..")
const admin = { email: "admin@example.com", password: "client-ledger" }

await runMain(async () => {
  const temporary = mkdtempSync(join(tmpdir(), "client-ledger-package-"))
  onShutdown(() => rmSync(temporary, { recursive: true, force: true }))
  const tally = new Tally()
  const shop = { directory: join(temporary, "shop") }
  const steps = {
    "package-lock.json names no registry": async () => refuseResolvedAddresses(),
    "the plugin builds": () => runOrThrow("npm", ["run", "build"], { cwd: root }),
    "the package holds what it must, and nothing else": async () => {
      shop.tarball = pack(temporary)
    },
    "it installs into a second app": () => makeSecondApp({ root, ...shop }),
    "the second app migrates and builds": () => prepare(shop, temporary),
    "the second app starts": () => open(shop),
    "an order debits its client, a receipt credits": () => sell(shop),
    "the admin shows the client's balance": () => look(shop),
  }
  // Each needs the one before.
  for (const [name, step] of Object.entries(steps)) if (!(await tally.check(name, step))) break
  return tally.report()
})

function refuseResolvedAddresses() {
  const lock = readFileSync(join(root, "package-lock.json"), "utf8")
  if (lock.includes('"resolved"')) {
    throw new Error("Remove them: npm install --omit-lockfile-registry-resolved")
  }
}

function pack(directory) {
  const output = execFileSync("npm", ["pack", "--json", "--pack-destination", directory], {
    cwd: root,
    encoding: "utf8",
  })
  const [{ filename, files }] = JSON.parse(output)
  const paths = files.map(({ path }) => path)
  console.log(`${filename}: ${paths.length} files`)
  const server = ".medusa/server/src"
  const wanted = [
    "LICENSE",
    "README.md",
    "CHANGELOG.md",
    `${server}/modules/client-ledger/index.js`,
    `${server}/modules/client-ledger/migrations/`,
    `${server}/providers/on-site-payment/index.js`,
    `${server}/workflows/index.js`,
    `${server}/scripts/verify-archive.js`,
    `${server}/api/`,
    `${server}/subscribers/`,
    `${server}/jobs/`,
    `${server}/admin/index.js`,
    `${server}/admin/index.mjs`,
  ]
  const missing = wanted.filter((prefix) => !paths.some((path) => path.startsWith(prefix)))
  const unwanted = paths.filter((path) =>
    /medusa-config|integration-tests|__tests__|\.spec\.|^demo|^bench|^scripts|server\/(demo|bench|scripts)/.test(
      path
    )
  )
  if (missing.length) throw new Error(`The package lacks ${missing.join(", ")}`)
  if (unwanted.length) throw new Error(`The package holds ${unwanted.join(", ")}`)
  return join(directory, filename)
}

async function prepare(shop, temporary) {
  mkdirSync(temporary, { recursive: true })
  const postgres = await startPostgres({
    directory: join(temporary, "postgres"),
    persistent: false,
    flags: ["-c fsync=off"],
  })
  onShutdown(() => postgres.stop())
  const name = `client_ledger_package_${process.pid}`
  await ensureDatabase(postgres, name)
  shop.env = { DATABASE_URL: postgres.urlOf(name) }
  await medusa(shop.directory, ["db:migrate", "--execute-all-links"], shop)
  await medusa(shop.directory, ["user", "--email", admin.email, "--password", admin.password], shop)
  await medusa(shop.directory, ["build"], shop)
}

async function open(shop) {
  const port = await freePort()
  const log = join(shop.directory, "..", "medusa.log")
  // A built Medusa app runs from its output folder.
  const built = join(shop.directory, ".medusa", "server")
  const { url } = await startMedusa(built, { port, env: shop.env, log })
  shop.url = url
  shop.token = await logIn(url, admin)
}

async function sell(shop) {
  const api = (path, body, headers) =>
    call(`${shop.url}${path}`, { token: shop.token, body, headers })
  const { region } = await api("/admin/regions", {
    name: "France",
    currency_code: "eur",
    countries: ["fr"],
    payment_providers: ["pp_cheque_market"],
  })
  const { customer } = await api("/admin/customers", {
    email: "sylvie.marchand@example.com",
    first_name: "Sylvie",
    last_name: "Marchand",
  })
  const { draft_order } = await api("/admin/draft-orders", {
    region_id: region.id,
    customer_id: customer.id,
    email: customer.email,
    items: [{ title: "Panier de légumes", unit_price: 12.4, quantity: 1 }],
  })
  await api(`/admin/draft-orders/${draft_order.id}/convert-to-order`, {})
  await expectBalance(shop, -12.4)
  await api(
    "/admin/receipts",
    { customer_id: customer.id, currency_code: "eur", method: "cheque", amount: 10 },
    { "idempotency-key": "check-package-1" }
  )
  await expectBalance(shop, -2.4)
}

async function expectBalance(shop, expected, patience = 20_000) {
  const deadline = Date.now() + patience
  for (;;) {
    const { client_accounts } = await call(`${shop.url}/admin/client-accounts`, shop)
    const [account] = client_accounts
    if (account?.balance === expected) return
    if (Date.now() > deadline) {
      throw new Error(
        `The balance should be ${expected}, and it is ${account?.balance ?? "nowhere"}`
      )
    }
    await new Promise((resolve) => setTimeout(resolve, 250))
  }
}

async function look(shop) {
  await inAdmin({ url: shop.url, ...admin }, async (page) => {
    await page.goto(`${shop.url}/app/client-accounts`)
    await page.getByText("Sylvie Marchand").first().waitFor({ timeout: 60_000 })
    await page.getByText("€2.40").first().waitFor()
  })
}
