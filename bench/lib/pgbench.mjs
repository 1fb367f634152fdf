import { spawn, spawnSync } from "node:child_process"
import { existsSync, readdirSync } from "node:fs"
import { join } from "node:path"

const DEBIAN = "/usr/lib/postgresql"

/** Where pgbench is, or null. Debian keeps it beside its server, off the PATH. */
export function findPgbench() {
  if (spawnSync("pgbench", ["--version"]).status === 0) return "pgbench"
  const versions = existsSync(DEBIAN)
    ? readdirSync(DEBIAN).sort((a, b) => Number(b) - Number(a))
    : []
  const paths = versions.map((version) => join(DEBIAN, version, "bin", "pgbench"))
  return paths.find((path) => existsSync(path)) ?? null
}

export const HOW_TO_GET_PGBENCH =
  "pgbench is missing: it comes with PostgreSQL's client tools. On Debian or Ubuntu: apt-get install postgresql-contrib; " +
  "on macOS: brew install postgresql."

/** Runs a script for some seconds with eight clients and answers its transactions per second. */
export async function pgbench(program, { url, script, seconds, accounts, clients = 8 }) {
  const target = new URL(url)
  const args = [
    ...[
      "--no-vacuum",
      "--protocol=prepared",
      `--client=${clients}`,
      "--jobs=2",
      `--time=${seconds}`,
    ],
    ...[`--define=accounts=${accounts}`, `--file=${script}`],
    ...[`--host=${target.hostname}`, `--port=${target.port || 5432}`],
    ...[`--username=${decodeURIComponent(target.username)}`, target.pathname.slice(1)],
  ]
  const env = { ...process.env, PGPASSWORD: decodeURIComponent(target.password) }
  const output = await outputOf(program, args, env)
  const rate = output.match(/tps = ([\d.]+)/)
  if (!rate || /aborted|ERROR/.test(output)) throw new Error(`pgbench failed:\n${output}`)
  return Number(rate[1])
}

function outputOf(program, args, env) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { env })
    let output = ""
    for (const stream of [child.stdout, child.stderr]) stream.on("data", (data) => (output += data))
    child.once("error", reject)
    child.once("close", () => resolve(output))
  })
}
