/**
 * `npm test`: installs what is missing, starts a PostgreSQL of its own and runs the checks and the tests.
 * `npm test -- unit http` runs parts of it; what isn't the name of a part goes to Jest: `npm test -- http receipts`.
 */
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { dirname, join } from "node:path"
import { fileURLToPath } from "node:url"
import { install, whatIsMissing } from "./lib/install.mjs"
import { buildAdmin } from "./lib/medusa.mjs"
import { startPostgres } from "./lib/postgres.mjs"
import { onShutdown, run, runMain } from "./lib/processes.mjs"
import { duration } from "./lib/stages.mjs"

const root = join(dirname(fileURLToPath(import.meta.url)), "..")

/** Each is one check: it passes or fails as a whole. */
const checks = {
  types: ["typescript/bin/tsc", "-p", "tsconfig.check.json"],
  "types:admin": ["typescript/bin/tsc", "-p", "src/admin/tsconfig.json"],
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
  const results = []
  for (const name of parts.filter((part) => part in checks)) results.push(await check(name))

  const wantedSuites = parts.filter((part) => suites.includes(part))
  if (wantedSuites.length) {
    const env = await database()
    for (const name of wantedSuites) results.push(await suite(name, env))
  }
  return report(results)
})

function readArguments(args) {
  const known = [...Object.keys(checks), ...suites]
  const named = args.filter((arg) => known.includes(arg))
  const others = args.filter((arg) => !known.includes(arg))
  if (named.length) return { parts: named, forJest: others }
  return { parts: others.length ? suites : known, forJest: others }
}

async function check(name) {
  heading(name)
  const started = Date.now()
  const [script, ...args] = checks[name]
  const program = join(root, "node_modules", script)
  const passed = (await run(process.execPath, [program, ...args], { cwd: root })) === 0
  return { name, passed: Number(passed), failed: Number(!passed), took: Date.now() - started }
}

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
  return {
    DB_HOST: postgres.host,
    DB_PORT: String(postgres.port),
    DB_USERNAME: postgres.user,
    DB_PASSWORD: postgres.password,
    MEDUSA_DISABLE_TELEMETRY: "true",
    NODE_OPTIONS: "--experimental-vm-modules",
  }
}

async function suite(name, env) {
  heading(name)
  const started = Date.now()
  if (name === "browser") await buildAdmin(root)
  const summary = join(temporary, `${name}.json`)
  const jest = join(root, "node_modules", "jest", "bin", "jest.js")
  const code = await run(
    process.execPath,
    [
      ...[jest, "--selectProjects", name, "--runInBand", "--forceExit", "--passWithNoTests"],
      ...["--json", `--outputFile=${summary}`, ...forJest],
    ],
    { cwd: root, env }
  )
  const result = existsSync(summary) ? JSON.parse(readFileSync(summary, "utf8")) : {}
  const { numPassedTests: passed = 0, numFailedTests = 0, numRuntimeErrorTestSuites = 0 } = result
  const failed = numFailedTests + numRuntimeErrorTestSuites
  return {
    name,
    passed,
    failed: code === 0 ? failed : Math.max(failed, 1),
    took: Date.now() - started,
  }
}

function heading(text) {
  console.log(`\n── ${text} ${"─".repeat(Math.max(3, 76 - text.length))}`)
}

function report(results) {
  const total = (key) => results.reduce((sum, result) => sum + result[key], 0)
  heading("result")
  for (const { name, passed, failed, took } of results) {
    console.log(
      `${failed ? "✗" : "✓"} ${name.padEnd(12)} ${passed} passed, ${failed} failed  ${duration(took)}`
    )
  }
  console.log(`\n${total("passed")} passed, ${total("failed")} failed`)
  return total("failed") ? 1 : 0
}
