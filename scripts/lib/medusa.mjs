import { createHash } from "node:crypto"
import {
  existsSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  cpSync,
  writeFileSync,
} from "node:fs"
import { createRequire } from "node:module"
import { dirname, join } from "node:path"
import { runOrThrow, start, tail } from "./processes.mjs"

const cliOf = (root) =>
  join(
    dirname(createRequire(join(root, "package.json")).resolve("@medusajs/cli/package.json")),
    "cli.js"
  )

const environment = (env) => ({ MEDUSA_DISABLE_TELEMETRY: "true", ...env })

/** Runs a command of Medusa's CLI on the app in `root`. */
export const medusa = (root, args, { env, log } = {}) =>
  runOrThrow(process.execPath, [cliOf(root), ...args], { cwd: root, env: environment(env), log })

/** Starts the app in `root` and answers its URL once it answers. */
export async function startMedusa(root, { port, env, log }) {
  const server = start(process.execPath, [cliOf(root), "start", "--port", String(port)], {
    cwd: root,
    // Not "development": the admin that was built is served. Not "production": its session cookie would need https.
    env: environment({ NODE_ENV: "local", ...env }),
    log,
  })
  const url = `http://localhost:${port}`
  const failed = server.ended.then((code) => {
    throw new Error(`Medusa ended with ${code}:\n${tail(log)}\n(all of it: ${log})`)
  })
  await Promise.race([failed, answers(`${url}/health`)])
  failed.catch(() => {})
  return { url, ended: server.ended }
}

async function answers(url, patience = 180_000) {
  const deadline = Date.now() + patience
  while (Date.now() < deadline) {
    const response = await fetch(url).catch(() => null)
    if (response?.ok) return
    await new Promise((resolve) => setTimeout(resolve, 300))
  }
  throw new Error(`${url} didn't answer within ${patience / 1000} s`)
}

/**
 * Builds the admin of the app in `root` into public/admin, where `medusa start` serves it from, unless the
 * one there was built from the same sources.
 */
export async function buildAdmin(root, { log } = {}) {
  const target = join(root, "public", "admin")
  const stamp = join(target, ".built-from")
  const sources = hash(
    ["src/admin", "medusa-config.ts", "package-lock.json"].map((path) => join(root, path))
  )
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === sources) return
  // Admin only: it leaves .medusa/server, the built plugin, alone.
  await medusa(root, ["build", "--admin-only", "--no-lint"], { log })
  rmSync(target, { recursive: true, force: true })
  cpSync(join(root, ".medusa", "admin"), target, { recursive: true })
  writeFileSync(stamp, sources)
}

/** One hash over the files in these paths, names and contents. */
export function hash(paths) {
  const sum = createHash("sha256")
  const add = (path, isDirectory) => {
    if (!isDirectory) return sum.update(path).update("\0").update(readFileSync(path)).update("\0")
    const children = readdirSync(path, { withFileTypes: true })
    children.sort((a, b) => (a.name < b.name ? -1 : 1))
    for (const child of children) add(join(path, child.name), child.isDirectory())
  }
  for (const path of paths) if (existsSync(path)) add(path, statSync(path).isDirectory())
  return sum.digest("hex")
}
