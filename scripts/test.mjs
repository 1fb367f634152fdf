/**
 * `npm test`: installs what is missing, starts a PostgreSQL of its own and runs the checks and the tests.
 * `npm test -- unit http` runs parts of it; what isn't the name of a part goes to Jest: `npm test -- http receipts`.
 */
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { dirname, join, relative } from "node:path"
import { fileURLToPath } from "node:url"
import { stripVTControlCharacters } from "node:util"
import { install, whatIsMissing } from "./lib/install.mjs"
import { buildAdmin } from "./lib/medusa.mjs"
import { buildStorefront } from "./lib/storefront.mjs"
import { HOW_TO_GET_MARIADB, startMariadb } from "./lib/mariadb.mjs"
import { startPostgres } from "./lib/postgres.mjs"
import { onShutdown, run, runMain, runOrThrow } from "./lib/processes.mjs"
import { heading, Tally } from "./lib/tally.mjs"
import { templatesOn } from "./lib/template.mjs"

const root = join(dirname(fileURLToPath(import.meta.url)), "..")

/** Each is one check: it passes or fails as a whole. */
const checks = {
  types: ["typescript/bin/tsc", "-p", "tsconfig.check.json"],
  "types:admin": ["typescript/bin/tsc", "-p", "src/admin/tsconfig.json"],
  "types:storefront": ["typescript/bin/tsc", "-p", "examples/storefront/tsconfig.json"],
  lint: ["@medusajs/cli/cli.js", "lint"],
  format: ["prettier/bin/prettier.cjs", "--check", "."],
}
const suites = ["unit", "modules", "http", "browser"]

const { parts, forJest } = readArguments(process.argv.slice(2))
const temporary = mkdtempSync(join(tmpdir(), "client-ledger-test-"))
onShutdown(() => rmSync(temporary, { recursive: true, force: true }))

await runMain(async () => {
  const missing = whatIsMissing(root)
  if (missing) {
    heading(`install: ${missing}`)
    await install(root)
  }
  const tally = new Tally()
  for (const name of parts.filter((part) => part in checks)) {
    const [script, ...args] = checks[name]
    const program = join(root, "node_modules", script)
    await tally.check(name, () => runOrThrow(process.execPath, [program, ...args], { cwd: root }))
  }
  const wantedSuites = parts.filter((part) => suites.includes(part))
  if (wantedSuites.length) {
    const { env, prepare } = await database()
    for (const name of wantedSuites) {
      if (name === "browser" && !(await screensBuild(tally))) break
      const started = Date.now()
      const more = { ...(await prepare(name)), ...(name === "http" && (await foreignDatabase())) }
      tally.add(name, await suite(name, { ...env, ...more }, started))
    }
  }
  return tally.report()
})

/** What the browser tests look at. */
async function screensBuild(tally) {
  return (
    (await tally.check("admin builds", () => buildAdmin(root))) &&
    (await tally.check("storefront builds", () => buildStorefront(root)))
  )
}

/** `types` is `types:admin` too, and whatever else begins so. */
function readArguments(args) {
  const known = [...Object.keys(checks), ...suites]
  const named = known.filter((part) =>
    args.some((arg) => part === arg || part.startsWith(`${arg}:`))
  )
  const others = args.filter((arg) => !known.includes(arg))
  if (named.length) return { parts: named, forJest: others }
  return { parts: others.length ? suites : known, forJest: others }
}

/** A PostgreSQL, how the tests reach it, and what prepares it for each suite. */
async function database() {
  const postgres = await startPostgres({
    directory: join(temporary, "postgres"),
    persistent: false,
    // The data is thrown away: nothing needs to survive a crash.
    flags: [
      "fsync=off",
      "synchronous_commit=off",
      "full_page_writes=off",
      "max_connections=300",
    ].map((setting) => `-c ${setting}`),
  })
  onShutdown(() => postgres.stop())
  const env = {
    DB_HOST: postgres.host,
    DB_PORT: String(postgres.port),
    DB_USERNAME: postgres.user,
    DB_PASSWORD: postgres.password,
    // Medusa tells all it does; the tests say what counts.
    LOG_LEVEL: process.env.LOG_LEVEL ?? "error",
    MEDUSA_DISABLE_TELEMETRY: "true",
    NODE_OPTIONS: "--experimental-vm-modules",
  }
  // On somebody's own server each test migrates its database itself.
  const isOurs = !process.env.DATABASE_URL
  const prepare = isOurs
    ? templatesOn(postgres, { root, directory: temporary, env })
    : async () => ({})
  return { env, prepare }
}

/** Cagette's and CAMAP's kind of database, for the import's tests. */
async function foreignDatabase() {
  const mariadb = await startMariadb(join(temporary, "mariadb"))
  if (mariadb) return { FOREIGN_DATABASE_URL: mariadb.url }
  heading(HOW_TO_GET_MARIADB)
  return {}
}

async function suite(name, env, started) {
  heading(name)
  const summary = join(temporary, `${name}.json`)
  const jest = join(root, "node_modules", "jest", "bin", "jest.js")
  const code = await run(
    process.execPath,
    [
      ...[jest, "--selectProjects", name, "--forceExit", "--passWithNoTests"],
      // Each file loads a whole Medusa, which stays in the process's memory: after twelve of them it only collects
      // garbage. So a process is replaced once it is too big. Screens have a server beside each file: one at a time.
      ...[`--maxWorkers=${name === "browser" ? 1 : 2}`, "--workerIdleMemoryLimit=1GB"],
      ...["--json", `--outputFile=${summary}`, ...forJest],
    ],
    { cwd: root, env }
  )
  const result = existsSync(summary) ? JSON.parse(readFileSync(summary, "utf8")) : {}
  const { numPassedTests: passed = 0, numFailedTests = 0, numRuntimeErrorTestSuites = 0 } = result
  const failed = numFailedTests + numRuntimeErrorTestSuites
  return {
    passed,
    failed: code === 0 ? failed : Math.max(failed, 1),
    took: Date.now() - started,
    failures: (result.testResults ?? []).flatMap(failuresOf),
  }
}

/** Each failed test of a file with the beginning of its message; the file's own when it didn't run at all. */
function failuresOf({ name, message, assertionResults }) {
  const firstLine = (text = "") => stripVTControlCharacters(text).trim().split("\n")[0]
  const failed = assertionResults.filter(({ status }) => status === "failed")
  if (!assertionResults.length && message) return [`${relative(root, name)}: ${firstLine(message)}`]
  return failed.map((test) => `${test.fullName.trim()}: ${firstLine(test.failureMessages[0])}`)
}
