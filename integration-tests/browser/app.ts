import { spawn, type ChildProcess } from "node:child_process"
import { createWriteStream, existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs"
import { createServer, type AddressInfo } from "node:net"
import { tmpdir } from "node:os"
import { dirname, join } from "node:path"
import { Client } from "pg"
import { letterbox } from "../fixtures/letterbox"

const ROOT = join(__dirname, "..", "..")
const CLI = join(dirname(require.resolve("@medusajs/cli/package.json")), "cli.js")

export const ADMIN = { email: "admin@example.com", password: "client-ledger" }

export type App = {
  url: string
  databaseUrl: string
  /** As a power cut does: nothing is finished, nothing is cleaned up. */
  kill: () => Promise<void>
  /** After it was killed, on the same port. */
  restart: () => Promise<void>
  stop: () => Promise<void>
}

/**
 * A real Medusa with the built admin, on a database and a port of its own, with one administrator.
 * @param settings - what its environment says besides
 */
export async function startApp(settings: Record<string, string> = {}): Promise<App> {
  requireBuiltAdmin()
  // What it is told besides may be a flag that brings tables of its own.
  const template = Object.keys(settings).length ? undefined : process.env.TEMPLATE_DATABASE
  const database = await createDatabase(template)
  const logs = mkdtempSync(join(tmpdir(), "client-ledger-browser-"))
  const env = {
    ...process.env,
    DATABASE_URL: database.url,
    MEDUSA_DISABLE_TELEMETRY: "true",
    // Not "development": the admin that was built is served. Not "production": its session cookie would need https.
    NODE_ENV: "local",
    NODE_OPTIONS: "",
    ...settings,
    TEST_MAIL_DIRECTORY: letterbox.directory,
  }
  const medusa = (...args: string[]) => {
    const log = join(logs, `${args[0]?.replace(":", "-")}.log`)
    const child = spawn(process.execPath, [CLI, ...args], { cwd: ROOT, env })
    const file = createWriteStream(log)
    child.stdout.pipe(file)
    child.stderr.pipe(file)
    return { child, ended: endOf(child, log), log }
  }

  if (!template) {
    await medusa("db:migrate", "--execute-all-links").ended
    await medusa("user", "-e", ADMIN.email, "-p", ADMIN.password).ended
  }
  const port = await freePort()
  const url = `http://localhost:${port}`
  const start = async () => {
    const server = medusa("start", "--port", String(port))
    await Promise.race([answers(`${url}/health`), server.ended])
    return server
  }
  let server = await start()

  const end = async (signal: "SIGTERM" | "SIGKILL") => {
    server.child.kill(signal)
    await server.ended.catch(() => undefined)
  }
  const stop = async () => {
    await end("SIGTERM")
    await database.drop()
    rmSync(logs, { recursive: true, force: true })
  }
  const restart = async () => {
    server = await start()
  }
  return { url, databaseUrl: database.url, kill: () => end("SIGKILL"), restart, stop }
}

function requireBuiltAdmin() {
  if (existsSync(join(ROOT, "public", "admin", "index.html"))) return
  throw new Error(
    "The admin isn't built. Run `npm test -- browser`, which builds it before these tests."
  )
}

/** @param template - what it is a copy of: a migrated one with the administrator, unless it is left out */
async function createDatabase(template = "template1") {
  const { DB_HOST = "localhost", DB_PORT = "5432", DB_USERNAME = "postgres" } = process.env
  const password = encodeURIComponent(process.env.DB_PASSWORD ?? "")
  const urlOf = (name: string) =>
    `postgres://${encodeURIComponent(DB_USERNAME)}:${password}@${DB_HOST}:${DB_PORT}/${name}`
  const name = `browser_${process.pid}_${Date.now()}`
  const run = async (statement: string) => {
    const client = new Client({ connectionString: urlOf("postgres") })
    await client.connect()
    await client.query(statement)
    await client.end()
  }
  await run(`create database ${name} template ${template}`)
  return { url: urlOf(name), drop: () => run(`drop database ${name} with (force)`) }
}

/** Resolves when it ended well or was stopped by us; else throws with the end of its log. */
function endOf(child: ChildProcess, log: string): Promise<void> {
  const ended = new Promise<void>((resolve, reject) => {
    child.once("error", reject)
    child.once("close", (code) => {
      if (code === 0 || child.killed) return resolve()
      const lines = readFileSync(log, "utf8").trimEnd().split("\n").slice(-30)
      reject(new Error(`Medusa ended with ${code}:\n${lines.join("\n")}`))
    })
  })
  // Awaited later, or never when the test is over first.
  ended.catch(() => undefined)
  return ended
}

export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once("error", reject)
    probe.listen(0, () => {
      const { port } = probe.address() as AddressInfo
      probe.close(() => resolve(port))
    })
  })
}

export async function answers(url: string, patience = 120_000) {
  const deadline = Date.now() + patience
  while (Date.now() < deadline) {
    const response = await fetch(url).catch(() => null)
    if (response?.ok) return
    await new Promise((resolve) => setTimeout(resolve, 300))
  }
  throw new Error(`${url} didn't answer within ${patience / 1000} s`)
}
